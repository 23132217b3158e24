import type * as JiebaPackage from '@node-rs/jieba';
import type * as JiebaWords from '@node-rs/jieba/dict.js';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import type { Cut } from '#domain/insight/fullText.ts';

let jieba: Jieba | undefined;

/**
 * The dictionary, loaded at first use (0.3 s). Not by an import: it is a native module, and the threads that read the store for
 * something else must neither load it nor tear it down when they end.
 */
function dictionary(): Jieba {
  if (jieba) return jieba;
  const load = createRequire(import.meta.url);
  const { Jieba: Dictionary } = load('@node-rs/jieba') as typeof JiebaPackage;
  const { dict } = load('@node-rs/jieba/dict.js') as typeof JiebaWords;
  jieba = Dictionary.withDict(dict);
  return jieba;
}

/** Chinese words of a run, those inside longer ones too (回款周期 → 回款, 周期, 回款周期). */
export const cutWords: Cut = (run) => dictionary().cutForSearch(run, true);
