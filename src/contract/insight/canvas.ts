import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { FactView, NewFact } from '../select/facts.ts';
import { BlockName, DayText, Id, Person, Topic } from '../shared.ts';

const params = z.object({ id: Id });
const Changed = z.object({ event: z.number() }).meta({ id: 'NoteChanged' });
const share = z.number().min(0).max(1);
const PersonId = z.string().max(60);

/** A fact on the sheet: what its chip needs, and where it stands. */
export const CanvasFact = FactView.pick({ id: true, kind: true, statement: true, evidence: true, sourceType: true, source: true, url: true, sourceId: true, anchor: true, observedOn: true, expiresOn: true, withdrawnAt: true, confidence: true, state: true, block: true, topic: true }).meta({ id: 'CanvasFact' });

/** An open or answered question (待解问题). */
export const QuestionView = z.object({
  id: z.number(), account: z.object({ id: z.number(), name: z.string(), keyAccount: z.boolean() }), block: z.string(), topic: z.string().nullable(), text: z.string(), owner: Person.nullable(), dueOn: DayText.nullable(),
  /** Open, and its day has passed (by the calendar of Greenwich). */
  overdue: z.boolean(),
  askedBy: Person.nullable(), askedAt: z.string(),
  answer: z.object({ text: z.string(), by: Person.nullable(), at: z.string() }).nullable(),
}).meta({ id: 'Question' });

/** What the facts of a block mean for us (判断). */
export const JudgementView = z.object({ id: z.number(), text: z.string(), by: Person.nullable(), at: z.string() }).meta({ id: 'Judgement' });

const PointView = z.object({
  key: z.string(),
  /** What answers it: a living fact, else an answered question. */
  by: z.enum(['fact', 'answer']).nullable(), asked: z.boolean(),
});
export const CanvasBlock = z.object({
  key: BlockName, points: z.array(PointView),
  /** Share of the points that are answered; how fresh the facts are (null: none). Two figures, never one. */
  completeness: share, freshness: share.nullable(), state: z.enum(['empty', 'fresh', 'ageing', 'stale']),
  /** The best eight, and how many there are. */
  facts: z.array(CanvasFact), factCount: z.number(),
  /** The three most pressing open ones, and how many there are; answered ones are counted. */
  questions: z.array(QuestionView), openCount: z.number(), answeredCount: z.number(),
  judgement: JudgementView.nullable(),
  /** `assumed`: no living fact of the block stands behind a judgement. */
  grounds: z.enum(['proven', 'assumed']),
}).meta({ id: 'CanvasBlock' });

export const readCanvas = endpoint({
  summary: 'The full view of a customer: eight blocks with their best facts, open questions, judgement, completeness and freshness', access: 'readAccounts', params,
  response: z.object({
    account: z.object({ id: z.number(), name: z.string() }),
    /** The day on which facts are weighed: that of the scores. */
    asOf: DayText, completeness: share, stale: z.array(BlockName),
    /** Complete enough (60 %) and no block stale. */
    understood: z.boolean(),
    blocks: z.array(CanvasBlock), unplaced: z.object({ facts: z.array(CanvasFact), count: z.number() }),
    /** Who may own a question: active people who see this customer. */
    people: z.array(Person),
    can: z.object({ describe: z.boolean(), record: z.boolean() }),
  }).meta({ id: 'Canvas' }),
});

const Asked = { block: BlockName, topic: Topic.nullable(), text: z.string().trim().min(1).max(500), ownerId: PersonId.nullable(), dueOn: DayText.nullable() };
export const askQuestions = endpoint({
  summary: 'Ask open questions about a customer (a set of 1 to 50)', access: 'describeAccount', params,
  body: z.object({ questions: z.array(z.object({ ...Asked, topic: Asked.topic.default(null), ownerId: Asked.ownerId.default(null), dueOn: Asked.dueOn.default(null) })).min(1).max(50) }).meta({ id: 'NewQuestions' }),
  response: z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'QuestionsAsked' }),
});
export const accountQuestions = endpoint({
  summary: 'Questions about a customer, newest first', access: 'readAccounts', params,
  query: z.object({ block: BlockName.optional(), state: z.enum(['open', 'answered', 'all']).default('all'), after: z.string().regex(/^[1-9]\d{0,14}$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({
    /** With the facts that an answer rests on; none: words alone. */
    rows: z.array(QuestionView.extend({ facts: z.array(CanvasFact) })), next: z.string().nullable(),
  }).meta({ id: 'QuestionPage' }),
});
export const researchList = endpoint({
  summary: 'What we do not know: open questions about the customers the viewer may see, key accounts first, then the oldest first', access: 'readAccounts',
  query: z.object({ owner: z.enum(['anyone', 'me']).default('anyone'), overdue: z.enum(['all', 'only']).default('all'), block: BlockName.optional(), after: z.string().regex(/^[01]\.[1-9]\d{0,14}$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({
    rows: z.array(QuestionView.extend({ can: z.object({ describe: z.boolean() }) })), next: z.string().nullable(),
    /** Open ones in the viewer's reach, whatever the filter. */
    counts: z.object({ all: z.number(), mine: z.number(), overdue: z.number() }),
  }).meta({ id: 'ResearchList' }),
});
export const editQuestion = endpoint({ summary: 'Change a question: words, place, owner, due day', access: 'describeAccount', params, body: z.object(Asked).partial().meta({ id: 'QuestionChange' }), response: Changed });
export const answerQuestion = endpoint({
  summary: 'Answer a question, with a fact that is recorded in the same act or facts that we have', access: 'describeAccount', params,
  body: z.object({ answer: z.string().trim().min(1).max(2000), facts: z.array(z.number().int().positive()).max(20).default([]), fact: NewFact.optional() }).meta({ id: 'NewAnswer' }),
  response: z.object({ event: z.number(), factId: z.number().nullable() }).meta({ id: 'QuestionAnswered' }),
});
export const reopenQuestion = endpoint({ summary: 'Open an answered question again', access: 'describeAccount', params, response: Changed });
export const withdrawQuestion = endpoint({ summary: 'Withdraw a question (or bring it back with withdrawn=false)', access: 'describeAccount', params, body: z.object({ withdrawn: z.boolean() }).meta({ id: 'WithdrawQuestion' }), response: Changed });

export const listJudgements = endpoint({
  summary: 'What was judged of a block, newest first; an empty text took the one before back', access: 'readAccounts', params, query: z.object({ block: BlockName }),
  response: z.object({ rows: z.array(JudgementView) }).meta({ id: 'Judgements' }),
});
export const judgeBlock = endpoint({
  summary: 'Say what the facts of a block mean for us; an empty text takes it back', access: 'describeAccount', params,
  body: z.object({ block: BlockName, text: z.string().trim().max(1000) }).meta({ id: 'NewJudgement' }), response: Changed,
});
export const placeFacts = endpoint({
  summary: 'Put facts into a block of the full view, on one of its points (a set of 1 to 200)', access: 'recordFact', params,
  body: z.object({ facts: z.array(z.number().int().positive()).min(1).max(200), block: BlockName.nullable(), topic: Topic.nullable().default(null) }).meta({ id: 'PlaceFacts' }),
  response: z.object({ events: z.array(z.number()) }).meta({ id: 'FactsPlaced' }),
});
