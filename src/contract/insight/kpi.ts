import { z } from 'zod';
import { DIRECTIONS, FUNCTIONS, LEVELS } from '#domain/insight/kpi/kpi.ts';
import { endpoint } from '../endpoint.ts';
import { FactView } from '../select/facts.ts';
import { DayText, EvidenceName, Id, LocaleName, Person } from '../shared.ts';

const State = z.enum(['proven', 'assumed', 'stale']);
const Two = (most: number) => z.object({ en: z.string().trim().min(1).max(most), zh: z.string().trim().min(1).max(most) });
const Facts = z.array(z.number().int().positive()).max(50);
const Key = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Changed = z.object({ event: z.number() });
const Made = z.object({ ids: z.array(z.number()), event: z.number() });
const Withdraw = z.object({ withdrawn: z.boolean() });

const Written = { function: z.enum(FUNCTIONS), name: Two(80), measure: Two(300), unit: Two(40), direction: z.enum(DIRECTIONS), needs: Two(300), topics: z.array(Two(200)).max(4) };
/** A KPI (考核指标) as a person writes it into the library. */
export const WrittenKpi = z.object(Written).meta({ id: 'WrittenKpi' });
const Words = z.object({ en: z.string(), zh: z.string() });
/** A KPI of the library as the company has it. */
export const KpiView = z.object({
  key: z.string(), function: z.enum(FUNCTIONS), name: Words, measure: Words, unit: Words, direction: z.enum(DIRECTIONS), needs: Words, topics: z.array(Words),
  origin: z.enum(['library', 'changed', 'own']), hidden: z.boolean(),
}).meta({ id: 'Kpi' });

export const listKpis = endpoint({
  summary: 'The KPI library, by function, the commonest first', access: 'member',
  query: z.object({ q: z.string().trim().max(100).optional(), function: z.enum(FUNCTIONS).optional(), hidden: z.enum(['no', 'only']).default('no') }),
  response: z.object({ rows: z.array(KpiView), total: z.number(), hidden: z.number(), can: z.object({ keep: z.boolean() }) }).meta({ id: 'Kpis' }),
});
export const addKpi = endpoint({ summary: 'Add a KPI of our own to the library', access: 'keepCatalogue', body: WrittenKpi, response: z.object({ key: z.string(), event: z.number() }).meta({ id: 'KpiAdded' }) });
export const changeKpi = endpoint({ summary: 'Change a KPI of the library; the original stays and can be had back', access: 'keepCatalogue', params: z.object({ key: Key }), body: WrittenKpi, response: Changed });
export const hideKpi = endpoint({ summary: 'Propose a KPI no longer (or again with hidden=false)', access: 'keepCatalogue', params: z.object({ key: Key }), body: z.object({ hidden: z.boolean() }).meta({ id: 'HideKpi' }), response: Changed });
export const resetKpi = endpoint({ summary: 'Give a changed KPI the words of the library back; withdraw one of our own', access: 'keepCatalogue', params: z.object({ key: Key }), response: Changed });

const Position = { title: z.string().trim().min(1).max(120), function: z.enum(FUNCTIONS), level: z.enum(LEVELS), note: z.string().trim().max(1000) };
/** The name of who holds the position: personal data; optional, erased by an endpoint of its own. */
const Holder = z.string().trim().min(1).max(80);
/** A key position (关键岗位) as a person enters it. */
export const NewPosition = z.object({ ...Position, level: Position.level.default('head'), holder: Holder.nullable().default(null), note: Position.note.default('') }).meta({ id: 'NewPosition' });
const PositionKpi = { kpi: Key.nullable(), text: z.string().trim().min(1).max(120), target: z.string().trim().max(120), importance: z.number().int().min(1).max(5), need: z.string().trim().max(500), facts: Facts };
export const NewPositionKpi = z.object({
  kpi: PositionKpi.kpi.default(null), text: PositionKpi.text, target: PositionKpi.target.default(''), importance: PositionKpi.importance.default(3), need: PositionKpi.need.default(''), facts: Facts.default([]),
  topics: z.array(z.string().trim().min(1).max(300)).max(10).default([]),
}).meta({ id: 'NewPositionKpi' });
const Topic = { text: z.string().trim().min(1).max(300), positionKpiId: z.number().int().positive().nullable(), opportunityId: z.number().int().positive().nullable(), facts: Facts };
export const NewTopic = z.object({ text: Topic.text, positionKpiId: Topic.positionKpiId.default(null), opportunityId: Topic.opportunityId.default(null), facts: Facts.default([]) }).meta({ id: 'NewTopic' });

const Noted = { state: State, confidence: z.number(), factIds: z.array(z.number()) };
export const PositionView = z.object({
  id: z.number(), accountId: z.number(), ...Position, holder: z.string().nullable(),
  kpis: z.array(z.object({ id: z.number(), ...PositionKpi, kpi: z.string().nullable(), ...Noted }).omit({ facts: true })),
  topics: z.array(z.object({ id: z.number(), text: z.string(), positionKpiId: z.number().nullable(), opportunity: z.object({ id: z.number(), title: z.string() }).nullable(), ...Noted })),
  briefs: z.array(z.object({ id: z.number(), meetingOn: DayText, purpose: z.string(), madeAt: z.string() })),
}).meta({ id: 'KeyPosition' });

export const listPositions = endpoint({
  summary: 'Key positions of a customer: what each is measured by, needs, and talks about', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({ rows: z.array(PositionView), facts: z.array(FactView), opportunities: z.array(z.object({ id: z.number(), title: z.string() })), can: z.object({ describe: z.boolean() }) }).meta({ id: 'KeyPositions' }),
});
export const addPositions = endpoint({ summary: 'Name key positions of a customer (a set of 1 to 50)', access: 'describeAccount', params: z.object({ id: Id }), body: z.object({ positions: z.array(NewPosition).min(1).max(50) }).meta({ id: 'NewPositions' }), response: Made });
export const editPosition = endpoint({
  summary: 'Change a key position; the name of the holder is taken out by erase-holder', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ ...Position, holder: Holder }).partial().meta({ id: 'PositionChange' }), response: Changed,
});
export const withdrawPosition = endpoint({ summary: 'Withdraw a key position (or bring it back with withdrawn=false)', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Changed });
export const eraseHolder = endpoint({
  summary: 'Erase the name of who holds a position for good: from the position, its texts, briefs and history', access: 'describeAccount', params: z.object({ id: Id }),
  response: z.object({ event: z.number(), elsewhere: z.object({ facts: z.number(), notes: z.number() }) }).meta({ id: 'HolderErased' }),
});
export const proposals = endpoint({
  summary: 'KPIs of the library proposed for a position, the likeliest first, with facts that speak of them', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({ rows: z.array(z.object({ kpi: KpiView, factIds: z.array(z.number()), fits: z.boolean(), taken: z.boolean() })), facts: z.array(FactView) }).meta({ id: 'ProposedKpis' }),
});
export const addPositionKpis = endpoint({ summary: 'Say what a position is measured by (a set of 1 to 50), with needs and topics', access: 'describeAccount', params: z.object({ id: Id }), body: z.object({ kpis: z.array(NewPositionKpi).min(1).max(50) }).meta({ id: 'NewPositionKpis' }), response: Made });
export const editPositionKpi = endpoint({ summary: 'Change a KPI of a position', access: 'describeAccount', params: z.object({ id: Id }), body: z.object(PositionKpi).partial().meta({ id: 'PositionKpiChange' }), response: Changed });
export const withdrawPositionKpi = endpoint({ summary: 'Withdraw a KPI of a position (or bring it back)', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Changed });
export const addTopics = endpoint({ summary: 'Add topics for talks with a position (a set of 1 to 50)', access: 'describeAccount', params: z.object({ id: Id }), body: z.object({ topics: z.array(NewTopic).min(1).max(50) }).meta({ id: 'NewTopics' }), response: Made });
export const editTopic = endpoint({ summary: 'Change a topic, or name the opportunity point it became', access: 'describeAccount', params: z.object({ id: Id }), body: z.object(Topic).partial().meta({ id: 'TopicChange' }), response: Changed });
export const proposeFromTopic = endpoint({ summary: 'Make an opportunity point of a topic', access: 'describeAccount', params: z.object({ id: Id }), response: Made });
export const withdrawTopic = endpoint({ summary: 'Withdraw a topic (or bring it back)', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Changed });

const Point = z.object({ text: z.string(), state: State, cites: z.array(z.number()) });
/** What a brief (拜访简报) says: frozen when it was made. */
export const BriefContent = z.object({
  format: z.literal(1), language: z.enum(['en', 'zh']), madeOn: DayText, account: z.object({ id: z.number(), name: z.string() }),
  position: z.object({ id: z.number(), title: z.string(), function: z.enum(FUNCTIONS), level: z.enum(LEVELS), holder: z.string().nullable() }),
  kpis: z.array(Point.extend({ target: z.string(), importance: z.number(), need: z.string() })), topics: z.array(Point), opportunities: z.array(Point),
  proofs: z.array(z.object({ name: z.string(), building: z.boolean(), proofs: z.array(z.string()) })),
  facts: z.array(z.object({ n: z.number(), id: z.number(), statement: z.string(), source: z.string(), observedOn: DayText, evidence: EvidenceName, confidence: z.number(), state: State })),
  questions: z.array(z.string()), leaveBehind: z.array(z.string()), edited: z.object({ questions: z.boolean(), leaveBehind: z.boolean() }),
  left: z.object({ kpis: z.number(), topics: z.number(), opportunities: z.number(), proofs: z.number(), facts: z.number(), questions: z.number() }),
}).meta({ id: 'BriefContent' });
const Lines = z.array(z.string().trim().max(400)).max(20);

export const makeBrief = endpoint({
  summary: 'Make a conversation brief of one page for a meeting with a position', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ purpose: z.string().trim().max(400).default(''), meetingOn: DayText.nullable().default(null), language: z.enum(['en', 'zh']).default('zh') }).meta({ id: 'NewBrief' }), response: z.object({ id: z.number(), event: z.number() }).meta({ id: 'BriefMade' }),
});
export const readBrief = endpoint({
  summary: 'A conversation brief', access: 'readAccounts', params: z.object({ id: Id }),
  response: z.object({
    id: z.number(), account: z.object({ id: z.number(), name: z.string() }), positionId: z.number(), meetingOn: DayText, purpose: z.string(), content: BriefContent,
    madeBy: Person.nullable(), madeAt: z.string(), withdrawnAt: z.string().nullable(), can: z.object({ describe: z.boolean() }),
  }).meta({ id: 'Brief' }),
});
export const editBrief = endpoint({
  summary: 'Change purpose, day, questions or what to leave behind in a brief', access: 'describeAccount', params: z.object({ id: Id }),
  body: z.object({ purpose: z.string().trim().max(400), meetingOn: DayText, questions: Lines, leaveBehind: Lines }).partial().meta({ id: 'BriefChange' }), response: Changed,
});
export const remakeBrief = endpoint({ summary: 'Make a brief anew from what is known now; purpose, day and edited lines stay', access: 'describeAccount', params: z.object({ id: Id }), response: Changed });
export const withdrawBrief = endpoint({ summary: 'Withdraw a brief (or bring it back)', access: 'describeAccount', params: z.object({ id: Id }), body: Withdraw, response: Changed });
export const downloadBrief = endpoint({
  summary: 'A brief as a Word document', access: 'readAccounts', params: z.object({ id: Id }), query: z.object({ language: LocaleName.optional() }),
  produces: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});
