import { z } from 'zod';
import { CLOSENESSES, INFLUENCES, LINE_KINDS, MAP_EVIDENCE, MAP_FIELDS, MAP_ROLES, STANCES } from '#domain/relate/map/scales.ts';
import { endpoint } from '../endpoint.ts';
import { DayText, Id, Person } from '../shared.ts';

const params = z.object({ id: Id });
const PersonId = z.number().int().positive();
const Evidence = z.enum(MAP_EVIDENCE);
const Field = z.enum(MAP_FIELDS);
const State = z.enum(['proven', 'assumed', 'stale', 'unknown']);
const LightName = z.enum(['red', 'amber', 'green']);
export const MapChanged = z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'MapChanged' });

/** A project (项目), with the light of its map: null where nothing can be judged yet. */
const ProjectView = z.object({
  id: z.number(), name: z.string(), note: z.string(), closedOn: DayText.nullable(),
  map: z.object({
    id: z.number(), people: z.number(), light: LightName.nullable(), coverage: z.number().nullable(), support: z.number().nullable(), hasDecider: z.boolean(),
    /** People of whom something that matters is not known. */
    gaps: z.number(),
  }).nullable(),
}).meta({ id: 'Project' });
const can = z.object({ describe: z.boolean() });

export const listProjects = endpoint({ summary: 'Projects of a customer, each with the light of its power map', access: 'readAccounts', params, response: z.object({ rows: z.array(ProjectView), can }).meta({ id: 'Projects' }) });
export const createProject = endpoint({ summary: 'Begin a project of a customer', access: 'describeAccount', params, body: z.object({ name: z.string().trim().min(1).max(200), note: z.string().trim().max(4000).default('') }).meta({ id: 'NewProject' }), response: MapChanged });
export const editProject = endpoint({ summary: 'Rename or close a project', access: 'describeAccount', params, body: z.object({ name: z.string().trim().min(1).max(200), note: z.string().trim().max(4000), closedOn: DayText.nullable() }).partial().meta({ id: 'ProjectChange' }), response: MapChanged });
export const withdrawProject = endpoint({ summary: 'Withdraw a project, or bring it back', access: 'describeAccount', params, body: z.object({ withdrawn: z.boolean() }).meta({ id: 'WithdrawProject' }), response: z.object({ event: z.number() }).meta({ id: 'ProjectWithdrawn' }) });

export const startMap = endpoint({
  summary: 'Start the power map of a project: empty, from the organisation, or from another map of the customer', access: 'describeAccount', params,
  body: z.discriminatedUnion('from', [
    z.object({ from: z.literal('empty') }), z.object({ from: z.literal('org'), orgId: z.number().int().positive() }),
    z.object({ from: z.literal('map'), mapId: z.number().int().positive(), /** Roles and stances belong to one project; refused until this is true. */ understood: z.boolean().default(false) }),
  ]).meta({ id: 'MapStart' }),
  response: MapChanged,
});

/** Somebody on the map. `placeholder`: the name is not known, `name` is the position. */
export const MapPerson = z.object({ id: z.number(), name: z.string(), nameLatin: z.string().nullable(), title: z.string(), organisation: z.string(), outside: z.boolean(), placeholder: z.boolean() }).meta({ id: 'MapPerson' });
const MarkView = z.object({ id: z.number(), person: z.number(), field: Field, value: z.string(), evidence: Evidence, observedOn: DayText, note: z.string(), by: z.string().nullable() }).meta({ id: 'MapMark' });
const LineView = z.object({ id: z.number(), from: z.number(), to: z.number(), kind: z.enum(LINE_KINDS), weight: z.number(), sign: z.union([z.literal(1), z.literal(-1)]), evidence: Evidence, observedOn: DayText, endedOn: DayText.nullable(), note: z.string(), by: z.string().nullable() }).meta({ id: 'MapLine' });
const known = <V extends z.ZodType>(value: V) => z.object({ value: value.nullable(), said: value.nullable(), state: State, weight: z.number() });
const ids = z.array(z.number());

/** The map as it stood on a day, and what follows from it (src/domain/relate/map has the formulas). */
const Reading = z.object({
  people: z.array(z.object({
    person: z.number(), roles: known(z.array(z.enum(MAP_ROLES))), authority: known(z.number()), influence: known(z.enum(INFLUENCES)), stance: known(z.enum(STANCES)), closeness: known(z.enum(CLOSENESSES)), heldBy: known(z.string()),
    /** Real influence 0–1, and whether anything is known of it; how many ask them; part of the decision, of all on the map 1. */
    real: z.number(), realKnown: z.boolean(), askedBy: z.number(), weight: z.number(),
  })),
  lines: z.array(z.object({ id: z.number(), state: State })),
  rankGaps: z.array(z.object({ person: z.number(), gap: z.number() })),
  vital: z.array(z.object({ person: z.number(), weight: z.number(), missing: z.number(), what: z.array(z.string()) })),
  coverage: z.number().nullable(), support: z.number().nullable(), unknownStances: z.number(), singleThread: z.number().nullable(), threadHolder: z.string().nullable(), met: z.number(),
  light: z.object({ light: LightName, why: z.object({ top: ids, supporters: ids, deciding: ids, opposedInside: ids }), /** The support it rests on is inferred, all of it. */ assumed: z.boolean() }).nullable(),
  chains: z.array(z.object({ people: ids, weights: ids })),
  hints: z.array(z.object({ hint: z.string(), people: ids.optional(), count: z.number().optional(), user: z.string().optional() })),
  gaps: z.array(z.object({ person: z.number(), gap: z.string(), weight: z.number() })),
}).meta({ id: 'MapReading' });

export const readProjectMap = endpoint({
  summary: 'The power map of a project: all that was ever told, and how it reads on a day', access: 'readAccounts', params, query: z.object({ on: DayText.optional() }),
  response: z.object({
    project: z.object({ id: z.number(), name: z.string(), note: z.string(), closedOn: DayText.nullable() }), account: z.object({ id: z.number(), name: z.string() }),
    today: DayText, day: DayText,
    map: z.object({
      id: z.number(), startedFrom: z.enum(['empty', 'org', 'map']), people: z.array(MapPerson), members: z.array(z.object({ person: z.number(), joinedOn: DayText, leftOn: DayText.nullable() })), marks: z.array(MarkView), lines: z.array(LineView),
      places: z.array(z.object({ person: z.number(), x: z.number(), y: z.number() })), reading: Reading,
    }).nullable(),
    /** Names of colleagues who are named in marks and lines, or in the team. */
    colleagues: z.array(Person),
    /** What a map could start from, and who could be put on it. */
    starts: z.object({ organisations: z.array(z.object({ id: z.number(), asOf: DayText, units: z.number() })), maps: z.array(z.object({ id: z.number(), name: z.string() })) }),
    others: z.array(MapPerson), /** Whether the customer has more people than can be offered here. */ othersMore: z.boolean(), can,
  }).meta({ id: 'ProjectMap' }),
});

export const addToMap = endpoint({
  summary: 'Put people on a power map: known ones, and positions without a name yet', access: 'describeAccount', params,
  body: z.object({
    people: z.array(PersonId).max(200).default([]),
    unnamed: z.array(z.object({ title: z.string().trim().min(1).max(200), organisation: z.string().trim().max(200).default(''), /** Of another company: design institute, consultant, shareholder. */ outside: z.boolean().default(false) })).max(200).default([]),
  }).refine(({ people, unnamed }) => people.length + unnamed.length > 0, { path: ['people'], message: 'Name somebody.' }).meta({ id: 'NewMapPeople' }),
  response: MapChanged.extend({ /** Ids of the people in the order given: known ones, then unnamed. */ people: ids }).meta({ id: 'MapPeopleAdded' }),
});
export const removeFromMap = endpoint({ summary: 'Take people off a power map from today on', access: 'describeAccount', params, body: z.object({ people: z.array(PersonId).min(1).max(200) }).meta({ id: 'MapPeopleLeave' }), response: MapChanged });
export const markPeople = endpoint({
  summary: 'Note what was seen or said of people on a map (a set of 1 to 500)', access: 'describeAccount', params,
  body: z.object({ marks: z.array(z.object({
    personId: PersonId, field: Field, /** A value of the field's scale; `unknown` ends what was said; several roles with commas. */ value: z.string().min(1).max(200),
    evidence: Evidence.default('inferred'), observedOn: DayText, /** Who said it, or what was seen and where; needed unless inferred. */ note: z.string().trim().max(1000).default(''),
    /** Id of the mark that was seen (null: none): refused with `set_since` when a colleague has told another since. Not given: not compared. */ expects: z.number().int().positive().nullable().optional(),
  })).min(1).max(500) }).meta({ id: 'NewMapMarks' }),
  response: MapChanged,
});
export const drawLines = endpoint({
  summary: 'Draw lines of influence or conflict (a set of 1 to 1,000)', access: 'describeAccount', params,
  body: z.object({ lines: z.array(z.object({
    fromId: PersonId, toId: PersonId, kind: z.enum(LINE_KINDS).default('influence'), weight: z.number().int().min(1).max(3).default(1), sign: z.union([z.literal(1), z.literal(-1)]).default(1),
    evidence: Evidence.default('inferred'), observedOn: DayText, note: z.string().trim().max(1000).default(''),
  })).min(1).max(1000) }).meta({ id: 'NewMapLines' }),
  response: MapChanged,
});
export const endLines = endpoint({ summary: 'End lines of a map from today on', access: 'describeAccount', params, body: z.object({ lines: z.array(z.number().int().positive()).min(1).max(1000) }).meta({ id: 'EndMapLines' }), response: MapChanged });
const Coordinate = z.number().min(-100_000).max(100_000);
export const placePeople = endpoint({ summary: 'Keep where people were put on the canvas', access: 'describeAccount', params, body: z.object({ places: z.array(z.object({ personId: PersonId, x: Coordinate, y: Coordinate })).min(1).max(500) }).meta({ id: 'MapPlaces' }), response: MapChanged });
const End = z.union([z.strictObject({ id: PersonId }), z.strictObject({ /** Place in `fresh`, from 0. */ fresh: z.number().int().min(0).max(199) })]);
export const pasteLines = endpoint({
  summary: 'Draw a table of lines, with people in it who are not on the map yet; all or nothing', access: 'describeAccount', params,
  body: z.object({
    /** Known people who come onto the map. */ join: z.array(PersonId).max(200).default([]),
    /** New people; `placeholder`: the name is a position. A name needs a source, `note`. */
    fresh: z.array(z.object({ name: z.string().trim().min(1).max(200), placeholder: z.boolean().default(false), title: z.string().trim().max(200).default(''), organisation: z.string().trim().max(200).default(''), outside: z.boolean().default(false) })).max(200).default([]),
    lines: z.array(z.object({ from: End, to: End, kind: z.enum(LINE_KINDS).default('influence'), weight: z.number().int().min(1).max(3).default(1), sign: z.union([z.literal(1), z.literal(-1)]).default(1) })).min(1).max(1000),
    evidence: Evidence.default('inferred'), observedOn: DayText, note: z.string().trim().max(1000).default(''),
  }).meta({ id: 'PastedMapLines' }),
  response: MapChanged.extend({ /** Ids of the new people, in their order. */ people: ids }).meta({ id: 'MapLinesPasted' }),
});
