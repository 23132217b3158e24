import type { Kysely } from 'kysely';
import type { Block } from '#domain/blocks.ts';
import { judgementsNow } from '#storage/insight/canvas.ts';
import type { Schema } from '#storage/schema.ts';
import type { Context } from '../../act.ts';
import { writeNotes } from '../writeNotes.ts';

/** Says what the facts of a block mean for us (判断): a new version, the earlier ones stay. An empty text takes the judgement back. What changes nothing leaves no event (0). */
export async function judgeBlock(context: Context, accountId: number, block: Block, text: string): Promise<{ event: number }> {
  const words = text.trim();
  const now = async (db: Kysely<Schema>): Promise<string> => (await judgementsNow(db, accountId)).find((one) => one.block === block)?.text ?? '';
  // The sentence of the timeline names what was taken back; whether anything changes is decided inside.
  const title = words === '' ? await now(context.store.read) : words;
  const { event } = await writeNotes(context, { accountId, noun: 'judgement', act: words === '' ? 'withdrawn' : 'added', title }, async (pen) => (await now(pen.tx) === words ? [] : await pen.add('judgement', [{ block, text: words }])));
  return { event };
}
