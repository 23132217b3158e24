import { surer, type Contact } from './contact.ts';
import type { Placed, Position } from './position.ts';
import { COUNTERPARTS, FUNCTIONS, LEVELS, type Level, type WorkFunction } from './scales.ts';
import type { TieState } from '../tieState.ts';

/** One of them: at the customer, on its payroll. */
export interface OneOfThem {
  readonly id: number;
  /** False: the position is known, its holder is not. */
  readonly named: boolean;
  readonly position: Position;
  /** Part of the decision they carry, 0–1; null: on no open map. */
  readonly weight: number | null;
}
export interface OneOfUs { readonly id: string; readonly position: Position; /** Whether they are in the customer's team. */ readonly team: boolean }
export interface Sides { readonly them: readonly OneOfThem[]; readonly us: readonly OneOfUs[]; readonly contacts: readonly Contact[] }

/** Who of us knows whom of theirs in a cell. */
export interface CellPair extends Pick<Contact, 'us' | 'them' | 'strength' | 'closeness'> {
  /** That of the contact; assumed as well where a level or a function is only read from a title. */
  readonly state: TieState;
}
export interface Cell<V> {
  readonly ours: V;
  readonly theirs: V;
  /** The surest first, then the strongest. */
  readonly pairs: readonly CellPair[];
  /** Of its surest pair; null: nobody knows anybody. */
  readonly state: TieState | null;
  /** Of its strongest pair, 0–1; null: unknown. */
  readonly strength: number | null;
  /** Whether we should be here: the same level, or the counterpart of a function, and they have somebody there. */
  readonly expected: boolean;
}
/** Cells met of cells expected (覆盖率). */
export interface Met { readonly met: number; readonly expected: number; /** Of those met: by an assumption alone. */ readonly assumed: number }
/** Ours in rows, theirs in columns; cells without anything to say are left out. */
export interface Matrix<V> { readonly cells: readonly Cell<V>[]; readonly met: Met; readonly ours: readonly Count<V>[]; readonly theirs: readonly Count<V>[]; readonly unplaced: { readonly ours: number; readonly theirs: number } }
export interface Count<V> { readonly value: V; readonly people: number }

/** A contact that lives: a faded one covers nothing. */
export const lives = ({ state }: { readonly state: TieState }): boolean => state !== 'stale';

/** Levels against levels: expected on the diagonal, general to general. */
export const levelMatrix = (sides: Sides): Matrix<Level> => matrixOf(sides, LEVELS, (position) => position.level, (theirs) => [theirs]);
/** Functions against functions: expected are the counterparts; of two counterparts one is enough. */
export const functionMatrix = (sides: Sides): Matrix<WorkFunction> => matrixOf(sides, FUNCTIONS, (position) => position.function, (theirs) => COUNTERPARTS[theirs]);

/**
 * Coverage = columns met / columns expected. Expected: somebody of theirs is known to stand there (also where only the position is known), and a counterpart of ours is
 * defined. Met: a contact that has not faded between a counterpart of ours and any of them. People whose place nobody knows stand in no box and are counted.
 */
function matrixOf<V extends Level | WorkFunction>({ them, us, contacts }: Sides, scale: readonly V[], placeOf: (position: Position) => Placed<V>, counterparts: (theirs: V) => readonly V[]): Matrix<V> {
  const [theirs, ours] = [new Map(them.map((one) => [one.id, placeOf(one.position)])), new Map(us.map((one) => [one.id, placeOf(one.position)]))];
  const pairs = Map.groupBy(contacts, (contact) => `${ours.get(contact.us)?.value} ${theirs.get(contact.them)?.value}`);
  const pairOf = ({ us: our, them: their, state, strength, closeness }: Contact): CellPair => ({
    us: our, them: their, strength, closeness, state: state === 'proven' && (ours.get(our)!.how !== 'told' || theirs.get(their)!.how !== 'told') ? 'assumed' : state,
  });
  const there = new Set([...theirs.values()].flatMap(({ value }) => value ?? []));
  const cells = scale.flatMap((mine) => scale.map((their): Cell<V> => {
    const found = (pairs.get(`${mine} ${their}`) ?? []).map(pairOf).sort(bySureness);
    const strengths = found.flatMap(({ strength }) => strength ?? []);
    return { ours: mine, theirs: their, pairs: found, state: found.reduce<TieState | null>((best, pair) => (best === null ? pair.state : surer(best, pair.state)), null), strength: strengths.length === 0 ? null : Math.max(...strengths), expected: there.has(their) && counterparts(their).includes(mine) };
  })).filter(({ pairs: found, expected }) => found.length > 0 || expected);
  const columns = [...there].filter((their) => counterparts(their).length > 0);
  const states = columns.map((their) => cells.filter((cell) => cell.expected && cell.theirs === their && cell.state !== null && cell.state !== 'stale').map(({ state }) => state));
  const counted = (places: ReadonlyMap<unknown, Placed<V>>): Count<V>[] => scale.map((value) => ({ value, people: [...places.values()].filter((place) => place.value === value).length }));
  const knowing = new Set(contacts.map((contact) => contact.us));
  const unknown = (places: Iterable<readonly [unknown, Placed<V>]>): number => [...places].filter(([, { value }]) => value === null).length;
  return {
    cells, met: { met: states.filter((some) => some.length > 0).length, expected: columns.length, assumed: states.filter((some) => some.length > 0 && !some.includes('proven')).length },
    ours: counted(ours), theirs: counted(theirs), unplaced: { ours: unknown([...ours].filter(([id]) => knowing.has(id))), theirs: unknown(theirs) },
  };
}

const ORDER: readonly TieState[] = ['proven', 'assumed', 'stale'];
const bySureness = (a: CellPair, b: CellPair): number => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.strength ?? -1) - (a.strength ?? -1) || a.them - b.them || (a.us < b.us ? -1 : 1);
