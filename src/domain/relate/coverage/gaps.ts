import type { Contact } from './contact.ts';
import { lives, type OneOfThem, type OneOfUs, type Sides } from './matrix.ts';
import { COUNTERPARTS, EXPECTED_FUNCTIONS, FUNCTIONS, LEVELS, levelRank, type Level, type WorkFunction } from './scales.ts';

/**
 * What is missing (缺口). `level_unmet`: nobody of ours of their level meets them. `function_unmet`: their function is known, its counterpart of ours knows nobody there.
 * `single_thread`: one of us alone holds whole levels or functions of theirs. `function_empty`: a function in which we know nobody by name. `holder_unknown`: met, and nobody
 * says by whom of us. `position_unknown`, `our_position_unknown`: people who stand in no box.
 */
export const GAP_KINDS = ['level_unmet', 'function_unmet', 'single_thread', 'function_empty', 'holder_unknown', 'position_unknown', 'our_position_unknown'] as const;
export type GapKind = (typeof GAP_KINDS)[number];
export interface CoverageGap {
  readonly gap: GapKind;
  readonly levels: readonly Level[];
  readonly functions: readonly WorkFunction[];
  /** People of theirs it is about, heaviest first; of an empty function those of whom only the position is known. */
  readonly people: readonly number[];
  /** Who of us reaches them now, from another level or function; the one thread; or who of us stands in no box. */
  readonly ours: readonly string[];
  /** Who of us could close it, the customer's team first; at most three. */
  readonly candidates: readonly string[];
  /** The right contact was there and has faded. */
  readonly faded: boolean;
  /** Σ decision weight of these people, 0–1; null: none of them is on an open map. */
  readonly weight: number | null;
}

const CANDIDATES = 3;
/** A single contact is a beginning, two in one hand are a risk (as on a power map). */
const IN_ONE_HAND = 2;

/** All gaps, those who carry most of the decision first, then the highest level, then in the order of the kinds. */
export function gapsIn(sides: Sides, somebody: ReadonlySet<number>): CoverageGap[] {
  const gaps = [...unmet(sides), ...emptyFunctions(sides), ...singleThreads(sides), ...unplaced(sides, somebody)];
  const by = new Map(sides.them.map((one) => [one.id, one]));
  const height = ({ people }: CoverageGap): number => Math.max(-1, ...people.map((id) => { const level = by.get(id)?.position.level.value ?? null; return level === null ? -1 : levelRank(level); }));
  return gaps.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || height(b) - height(a) || GAP_KINDS.indexOf(a.gap) - GAP_KINDS.indexOf(b.gap));
}

function unmet(sides: Sides): CoverageGap[] {
  const levels = LEVELS.flatMap((level): CoverageGap[] => {
    const theirs = sides.them.filter(({ position }) => position.level.value === level);
    // Of whom only the position is known, nobody can be met yet: that is told once, as an empty function.
    return theirs.every(({ named, position }) => !named && position.function.value !== null && EXPECTED_FUNCTIONS.includes(position.function.value)) ? [] : missing(sides, theirs, (one) => one.position.level.value === level, { gap: 'level_unmet', levels: [level], functions: [] });
  });
  const functions = FUNCTIONS.flatMap((work): CoverageGap[] => {
    const theirs = sides.them.filter(({ position }) => position.function.value === work);
    const wanted = COUNTERPARTS[work];
    if (wanted.length === 0 || !theirs.some(({ named }) => named)) return [];
    return missing(sides, theirs, (one) => one.position.function.value !== null && wanted.includes(one.position.function.value), { gap: 'function_unmet', levels: [], functions: [work] });
  });
  return [...levels, ...functions];
}

function missing({ us, contacts }: Sides, theirs: readonly OneOfThem[], right: (one: OneOfUs) => boolean, what: Pick<CoverageGap, 'gap' | 'levels' | 'functions'>): CoverageGap[] {
  const reach = contactsWith(contacts, theirs);
  const rightOnes = us.filter(right);
  const rights = new Set(rightOnes.map(({ id }) => id));
  const rightly = reach.filter((contact) => rights.has(contact.us));
  if (rightly.some(lives)) return [];
  const candidates = rightOnes.toSorted((a, b) => Number(b.team) - Number(a.team)).slice(0, CANDIDATES).map(({ id }) => id);
  return [{ ...what, ...about(theirs), ours: distinct(reach.filter((contact) => lives(contact) && !rights.has(contact.us)).map((contact) => contact.us)), candidates, faded: rightly.length > 0 }];
}

function emptyFunctions({ them, us }: Sides): CoverageGap[] {
  return EXPECTED_FUNCTIONS.flatMap((work): CoverageGap[] => {
    const theirs = them.filter(({ position }) => position.function.value === work);
    if (theirs.some(({ named }) => named)) return [];
    const candidates = us.filter(({ position }) => position.function.value !== null && COUNTERPARTS[work].includes(position.function.value)).toSorted((a, b) => Number(b.team) - Number(a.team));
    return [{ gap: 'function_empty', levels: [], functions: [work], ...about(theirs), ours: [], candidates: candidates.slice(0, CANDIDATES).map(({ id }) => id), faded: false }];
  });
}

/** One gap for each of us who alone holds levels or functions, and in them at least two people. */
function singleThreads({ them, contacts }: Sides): CoverageGap[] {
  const living = contacts.filter(lives);
  const held = new Map<string, { levels: Level[]; functions: WorkFunction[]; people: Set<number> }>();
  const look = (theirs: readonly OneOfThem[], note: (holder: { levels: Level[]; functions: WorkFunction[] }) => void): void => {
    const some = contactsWith(living, theirs);
    const [holder, second] = distinct(some.map((contact) => contact.us));
    if (holder === undefined || second !== undefined) return;
    const entry = held.get(holder) ?? { levels: [], functions: [], people: new Set<number>() };
    held.set(holder, entry);
    note(entry);
    for (const { them: person } of some) entry.people.add(person);
  };
  for (const level of LEVELS) look(them.filter(({ position }) => position.level.value === level), (entry) => entry.levels.push(level));
  for (const work of FUNCTIONS) look(them.filter(({ position }) => position.function.value === work), (entry) => entry.functions.push(work));
  return [...held].filter(([, { people }]) => people.size >= IN_ONE_HAND).map(([us, { levels, functions, people }]) => (
    { gap: 'single_thread', levels: levels.toReversed(), functions, ...about(them.filter(({ id }) => people.has(id))), ours: [us], candidates: [], faded: false }));
}

function unplaced({ them, us, contacts }: Sides, somebody: ReadonlySet<number>): CoverageGap[] {
  const nowhere = ({ position }: OneOfThem | OneOfUs) => position.level.value === null || position.function.value === null;
  const knowing = new Set(contacts.map((contact) => contact.us));
  const held = new Set(contacts.filter(lives).map((contact) => contact.them));
  const none = { levels: [], functions: [], candidates: [], faded: false };
  const [lost, theirs, ours] = [them.filter(({ id }) => somebody.has(id) && !held.has(id)), them.filter(nowhere), us.filter((one) => knowing.has(one.id) && nowhere(one))];
  return [
    ...(lost.length === 0 ? [] : [{ ...none, gap: 'holder_unknown' as const, ...about(lost), ours: [] }]),
    ...(theirs.length === 0 ? [] : [{ ...none, gap: 'position_unknown' as const, ...about(theirs), ours: [] }]),
    ...(ours.length === 0 ? [] : [{ ...none, gap: 'our_position_unknown' as const, ...about([]), ours: ours.map(({ id }) => id) }]),
  ];
}

function about(theirs: readonly OneOfThem[]): Pick<CoverageGap, 'people' | 'weight'> {
  const weights = theirs.flatMap(({ weight }) => weight ?? []);
  return { people: theirs.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || a.id - b.id).map(({ id }) => id), weight: weights.length === 0 ? null : weights.reduce((sum, weight) => sum + weight, 0) };
}

function contactsWith(contacts: readonly Contact[], theirs: readonly OneOfThem[]): Contact[] {
  const ids = new Set(theirs.map(({ id }) => id));
  return contacts.filter((contact) => ids.has(contact.them));
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
