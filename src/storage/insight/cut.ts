import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Cut } from '#domain/insight/fullText.ts';

let jieba: Jieba | undefined;

/** Chinese words of a run, those inside longer ones too (回款周期 → 回款, 周期, 回款周期). The dictionary is loaded at first use: 0.3 s. */
export const cutWords: Cut = (run) => (jieba ??= Jieba.withDict(dict)).cutForSearch(run, true);
