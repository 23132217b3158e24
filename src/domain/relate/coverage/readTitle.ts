import { simplified } from '#domain/simplified.ts';
import { functionIn } from './titleFunction.ts';
import { isBank, levelIn } from './titleLevel.ts';
import { levelRank, type Level, type WorkFunction } from './scales.ts';

/** What a title says; null: it does not say, which is no level and no function. */
export interface TitleReading { readonly level: Level | null; readonly function: WorkFunction | null }

const NOTHING: TitleReading = { level: null, function: null };
/** Was, not is. 前台 (reception), 前端 (front end) and 原料 (raw material) are no past. */
const PAST = /^(?:前任|原任|前(?![台端置沿])|原(?![材料厂])|退休|离任)|(?<![a-z])(?:former|ex-|retired|past)(?![a-z])/;
/** A chief officer of something: who is not of the whole company leads a function, and one that we do not know. */
const CHIEF_OF = /(?<![a-z])(?!ceo)c[a-z]{1,2}o(?![a-z])|首席(?!执行)|chief (?!executive)/;
/** Where one position ends and the next begins: "Chairman; general manager", "质量部 · 经理", "副总裁（采购）". */
const BETWEEN = /[·•|;；,，()（）[\]【】\n]|兼任?|\s[-–—]\s|[–—]/;

/**
 * Reads level and function out of a title in Chinese (either script) or English (从职务读出层级与职能). The highest position counts where there are several; its function is its
 * own, else the one that stands beside it without a rank ("Vice president, quality"). Company heads whose title names no function lead the company. A reading is an
 * inference: it is drawn dashed, and what somebody tells counts instead.
 */
export function readTitle(title: string): TitleReading {
  const text = simplified(title.normalize('NFKC')).toLowerCase().replace(/\s+/g, ' ').trim();
  if (text === '' || PAST.test(text)) return NOTHING;
  const pieces = text.split(BETWEEN).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const functions = pieces.map(functionIn);
  const bank = isBank(text);
  // Pieces without any rank of their own lend their function to the one that has it.
  const bare = pieces.map((piece) => levelIn(piece, { functional: false, bank }) === null);
  const lent = only(functions.filter((_, n) => bare[n]));
  const ranked = pieces.map((piece, n) => levelIn(piece, { functional: (functions[n] ?? lent) !== null, bank }));
  const best = ranked.reduce<number>((at, level, n) => (level !== null && (at < 0 || levelRank(level) > levelRank(ranked[at]!)) ? n : at), -1);
  if (best < 0) return { level: null, function: only(functions) };
  const level = ranked[best]!;
  const own = functions[best] ?? null;
  return { level, function: own ?? (level === 'top' && !CHIEF_OF.test(pieces[best]!) ? 'management' : lent ?? only(functions)) };
}

/** The one function that is named; null where there is none or more than one. */
function only(functions: readonly (WorkFunction | null)[]): WorkFunction | null {
  const named = [...new Set(functions.filter((one) => one !== null))];
  return named.length === 1 ? named[0]! : null;
}
