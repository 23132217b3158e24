import { isDay, type Day } from '../../day.ts';
import type { InvalidField } from '../../refusal.ts';
import type { EvidenceKind } from '../../select/model.ts';
import type { PositionFunction, PositionLevel } from './kpi.ts';

/** Languages a brief is written in; zh-Hant is converted when it is shown. */
export type BriefLanguage = 'en' | 'zh';
type State = 'proven' | 'assumed' | 'stale';

/** A fact in a brief, by its number there. */
export interface BriefFact {
  readonly n: number;
  readonly id: number;
  readonly statement: string;
  readonly source: string;
  readonly observedOn: Day;
  readonly evidence: EvidenceKind;
  /** What it weighed on the day the brief was made, 0–1. */
  readonly confidence: number;
  readonly state: State;
}
/** `cites`: numbers of facts below. */
export interface BriefKpi { readonly text: string; readonly target: string; readonly importance: number; readonly need: string; readonly state: State; readonly cites: readonly number[] }
export interface BriefPoint { readonly text: string; readonly state: State; readonly cites: readonly number[] }
export interface BriefProof { readonly name: string; readonly building: boolean; readonly proofs: readonly string[] }

/** A conversation brief (拜访简报) as it was made: frozen, so that it still says years later what was known that day (decision 025). */
export interface BriefContent {
  readonly format: 1;
  readonly language: BriefLanguage;
  readonly madeOn: Day;
  readonly account: { readonly id: number; readonly name: string };
  readonly position: { readonly id: number; readonly title: string; readonly function: PositionFunction; readonly level: PositionLevel; readonly holder: string | null };
  readonly kpis: readonly BriefKpi[];
  readonly topics: readonly BriefPoint[];
  readonly opportunities: readonly BriefPoint[];
  readonly proofs: readonly BriefProof[];
  readonly facts: readonly BriefFact[];
  readonly questions: readonly string[];
  readonly leaveBehind: readonly string[];
  /** What people wrote themselves: a brief that is made anew keeps it. */
  readonly edited: { readonly questions: boolean; readonly leaveBehind: boolean };
  /** How many there were beyond the one page. */
  readonly left: Readonly<Record<'kpis' | 'topics' | 'opportunities' | 'proofs' | 'facts' | 'questions', number>>;
}

/**
 * How much fits on one A4 page: entries of each section, and the length of a text in half-widths (a Chinese character counts two,
 * a Latin letter one). With every section full the page is full; a test prints it.
 */
export const BRIEF_LIMITS = {
  kpis: 4, topics: 4, opportunities: 3, proofs: 3, facts: 6, questions: 5, leaveBehind: 4,
  kpi: 56, target: 40, need: 110, topic: 110, opportunity: 80, proof: 44, proofTitle: 36, statement: 150, source: 50, line: 120, purpose: 160, title: 60,
} as const;

/** Width of a text in half-widths. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += isWide(letter) ? 2 : 1;
  return width;
}

/** The text cut to a width, with … where something is missing. */
export function cut(text: string, most: number): string {
  const one = text.replace(/\s+/g, ' ').trim();
  if (widthOf(one) <= most) return one;
  let [width, kept] = [0, ''];
  for (const letter of one) {
    width += isWide(letter) ? 2 : 1;
    if (width > most - 2) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
const isWide = (letter: string): boolean => letter.codePointAt(0)! >= 0x2e80;

/**
 * Lines that a brief takes at 9 pt on A4 with two columns in the middle: an estimate by widths, for a file that somebody else's program
 * lays out. 114 half-widths stand in a full line, 54 in a column, 38 and 54 in the KPI table; a heading takes one and a half.
 */
export function linesOf(content: Pick<BriefContent, 'kpis' | 'topics' | 'opportunities' | 'proofs' | 'facts' | 'questions' | 'leaveBehind'>, purpose: string): number {
  const lines = (text: string, room: number): number => Math.max(1, Math.ceil(widthOf(text) / room));
  const all = (texts: readonly string[], room: number): number => Math.max(1, texts.reduce((sum, text) => sum + lines(text, room), 0));
  const kpis = content.kpis.reduce((sum, kpi) => sum + Math.max(lines(`${kpi.text}  ${kpi.target}`, 38), lines(kpi.need, 54)) + 0.4, 1.4);
  const middle = Math.max(all(content.topics.map((one) => one.text), 52), all(content.opportunities.map((one) => one.text), 52) + 1.5 + all(content.proofs.map((one) => `${one.name}: ${one.proofs.join(', ')}`), 52));
  return 4 + lines(purpose, 80) + kpis + middle + Math.max(all(content.questions, 52), all(content.leaveBehind, 52)) + all(content.facts.map((fact) => `${fact.statement}${fact.source}`.padEnd(widthOf(fact.statement) + 40)), 124) + 4 * 1.5;
}

/** What people write in a brief themselves. */
export interface BriefEdit { readonly purpose?: string | undefined; readonly meetingOn?: Day | undefined; readonly questions?: readonly string[] | undefined; readonly leaveBehind?: readonly string[] | undefined }

/** Every fault of it, with its path: what would no longer fit on the page is refused, not cut, for it is somebody's own words. */
export function briefFaults(edit: BriefEdit): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (path: string, reason: string, message: string): void => void faults.push({ path, reason, message });
  if (edit.meetingOn !== undefined && !isDay(edit.meetingOn)) fault('meetingOn', 'no_such_day', 'This day does not exist.');
  if (edit.purpose !== undefined && widthOf(edit.purpose) > BRIEF_LIMITS.purpose) fault('purpose', 'too_long_for_page', 'The purpose is one sentence: it has two lines on the page.');
  for (const [name, most] of [['questions', BRIEF_LIMITS.questions], ['leaveBehind', BRIEF_LIMITS.leaveBehind]] as const) {
    const lines = edit[name] ?? [];
    if (lines.length > most) fault(name, 'too_many_for_page', `The page has room for ${most}.`);
    lines.forEach((line, n) => {
      if (line.trim() === '') fault(`${name}.${n}`, 'required', 'An empty line says nothing.');
      else if (widthOf(line) > BRIEF_LIMITS.line) fault(`${name}.${n}`, 'too_long_for_page', 'This line is too long for the page.');
    });
  }
  return faults;
}
