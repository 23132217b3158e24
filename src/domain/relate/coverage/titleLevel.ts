import { LEVELS, levelRank, type Level } from './scales.ts';
import { BANK, BELOW, DEPUTY, NOT_OWN, OF_A_PART, OWNERS, RANKS, SECOND, SERVES, TOP, VICE } from './titleRanks.ts';

const ALL_VICE = new RegExp(VICE.source, 'g');
const ALL_TOP = new RegExp(TOP.source, 'g');

/** What the piece stands beside: whether the title names a function at all (the general manager of purchasing does not head the company), and whether it is a bank's. */
export interface Beside { readonly functional: boolean; readonly bank: boolean }
export const isBank = (title: string): boolean => BANK.test(title);

/** The level a piece of a title says (simplified, lower case); null where it says none. */
export function levelIn(piece: string, { functional, bank }: Beside): Level | null {
  if (SERVES.test(piece)) return SECOND.test(piece) ? null : 'staff';
  const own = piece.replace(NOT_OWN, (cut) => (/办公室|办$|\soffice$/.test(cut) ? ' 办公室' : ' ')).trim();
  // Vice presidents end in a president: they are looked for first, the top in what they leave, the rest in what both leave.
  const levels: (Level | null)[] = VICE.test(own) ? [bank || BELOW.test(own) || /(?<![a-z])a(?:vp|ss\w+ vice)/.test(own) ? 'manager' : 'director'] : [];
  const withoutVice = own.replace(ALL_VICE, ' § ');
  const top = TOP.exec(withoutVice);
  if (top) levels.push(topOrPart(withoutVice, top, functional));
  const rest = withoutVice.replace(ALL_TOP, ' ').replace(/副(?=\s|$)/g, ' ');
  const ranks = ranksIn(rest);
  const above = highest(ranks.filter((level) => level !== 'staff'));
  // In "assistant manager" the first word is no rank of its own.
  return highest(levels.length === 0 && above !== null && BELOW.test(rest) ? [step(above, -1)] : [...levels, ...ranks]);
}

/** Who heads the company, or a part of it, or stands in for who does. */
function topOrPart(text: string, top: RegExpExecArray, functional: boolean): Level {
  const part = OF_A_PART.test(text) || (functional && /总经理|general manager|g\.?m/.test(top[0]));
  const deputy = DEPUTY.test(text.slice(0, top.index)) && !OWNERS.test(top[0]);
  return part || deputy || BELOW.test(text) ? 'director' : 'top';
}

const step = (level: Level, by: number): Level => LEVELS[Math.max(0, levelRank(level) + by)]!;
const highest = (levels: readonly (Level | null)[]): Level | null => levels.reduce((best, level) => (level !== null && (best === null || levelRank(level) > levelRank(best)) ? level : best), null);

/** Every rank in a text, each place read once. */
function ranksIn(text: string): Level[] {
  const found: Level[] = [];
  for (let at = 0; at < text.length;) {
    let length = 1;
    for (const [word, says] of RANKS) {
      word.lastIndex = at;
      const hit = word.exec(text);
      if (!hit) continue;
      if (says !== null) found.push(says);
      length = hit[0].length;
      break;
    }
    at += length;
  }
  return found;
}
