import { z } from 'zod';
import { GAP_KINDS } from '#domain/relate/coverage/gaps.ts';
import { FUNCTIONS, LEVELS } from '#domain/relate/coverage/scales.ts';
import { CLOSENESSES } from '#domain/relate/map/scales.ts';
import { endpoint } from '../endpoint.ts';
import { DayText, Id } from '../shared.ts';

export const LevelName = z.enum(LEVELS);
export const FunctionName = z.enum(FUNCTIONS);
/** `told`: somebody said it; `inferred`: read from the title; `unknown`: value null. */
const How = z.enum(['told', 'inferred', 'unknown']);
const Position = z.object({ level: z.object({ value: LevelName.nullable(), how: How }), function: z.object({ value: FunctionName.nullable(), how: How }) }).meta({ id: 'Position' });
const State = z.enum(['proven', 'assumed', 'stale']);
const Met = z.object({ met: z.number(), expected: z.number(), assumed: z.number() }).meta({ id: 'CoverageMet' });
const Pair = z.object({ us: z.string(), them: z.number(), state: State, strength: z.number().nullable(), closeness: z.enum(CLOSENESSES).nullable() }).meta({ id: 'CoveragePair' });

function matrixOf<V extends typeof LevelName | typeof FunctionName>(value: V) {
  const counts = z.array(z.object({ value, people: z.number() }));
  return z.object({
    cells: z.array(z.object({ ours: value, theirs: value, pairs: z.array(Pair), state: State.nullable(), strength: z.number().nullable(), expected: z.boolean() })),
    met: Met, ours: counts, theirs: counts, unplaced: z.object({ ours: z.number(), theirs: z.number() }),
  });
}

export const CoverageView = z.object({
  asOf: DayText, project: z.object({ id: z.number(), name: z.string() }).nullable(),
  /** Projects of the customer that have a power map. */
  projects: z.array(z.object({ id: z.number(), name: z.string(), closed: z.boolean() })),
  them: z.array(z.object({ id: z.number(), name: z.string(), title: z.string(), placeholder: z.boolean(), position: Position, weight: z.number().nullable(), edit: z.boolean() })),
  /** Those of us who are named in a cell or a gap. */
  us: z.array(z.object({ id: z.string(), name: z.string(), title: z.string(), position: Position, team: z.boolean() })),
  levels: matrixOf(LevelName).meta({ id: 'LevelMatrix' }), functions: matrixOf(FunctionName).meta({ id: 'FunctionMatrix' }), reached: Met,
  gaps: z.array(z.object({
    gap: z.enum(GAP_KINDS), levels: z.array(LevelName), functions: z.array(FunctionName), people: z.array(z.number()), ours: z.array(z.string()), candidates: z.array(z.string()), faded: z.boolean(), weight: z.number().nullable(),
  }).meta({ id: 'CoverageGap' })),
  /** People left out: they object to contact, are on no payroll of the customer, or are beyond the first 2,000 entered. */
  leftOut: z.object({ objecting: z.number(), outsiders: z.number(), beyond: z.number() }),
  can: z.object({ add: z.boolean(), placeOurs: z.boolean() }),
}).meta({ id: 'Coverage' });

export const readCoverage = endpoint({
  summary: 'Coverage of a customer, or of the people on one project\'s power map: our levels × theirs, our functions × theirs, and what is missing', access: 'readPeople',
  params: z.object({ id: Id }), query: z.object({ project: Id.optional() }), response: CoverageView,
});

const Place = z.object({ title: z.string().trim().max(200).optional(), level: LevelName.nullable().optional(), function: FunctionName.nullable().optional() });
const Told = z.object({ event: z.number() });
export const placesOfOurs = endpoint({
  summary: 'Where each of us stands: title, level and function', access: 'member',
  response: z.object({ rows: z.array(z.object({ userId: z.string(), title: z.string(), position: Position, can: z.object({ tell: z.boolean() }) })) }).meta({ id: 'Positions' }),
});
export const tellOwnPosition = endpoint({ summary: 'Tell my own title, level and function', access: 'member', body: Place.meta({ id: 'OwnPosition' }), response: Told.meta({ id: 'OwnPositionTold' }) });
export const tellPosition = endpoint({ summary: 'Tell the title, level and function of a colleague', access: 'manageMembers', params: z.object({ id: z.string().max(100) }), body: Place.meta({ id: 'ColleaguePosition' }), response: Told.meta({ id: 'PositionTold' }) });
