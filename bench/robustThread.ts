import { parentPort } from 'node:worker_threads';
import { openSmaa, type SmaaOptions } from '#domain/select/robust/smaa.ts';
import { decodeSheet } from '#domain/select/sheetCodec.ts';

/** Counts the blocks it is given and answers with its tally. */
parentPort!.on('message', ({ sheet, options, blocks }: { sheet: Uint8Array; options: SmaaOptions; blocks: number[] }) => {
  const analysis = openSmaa(decodeSheet(sheet), options);
  for (const block of blocks) analysis.run(block);
  parentPort!.postMessage(analysis.tally);
});
