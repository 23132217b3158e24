import { z } from 'zod';
import { INTRODUCTION_STATES } from '#domain/relate/introduction.ts';
import { SPOKE_SPANS } from '#domain/relate/spoke.ts';
import { TIE_KINDS } from '#domain/relate/ties.ts';
import { endpoint } from '../endpoint.ts';
import { DayText, Id, Person } from '../shared.ts';

const Text = (most: number) => z.string().trim().max(most);
const Someday = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const PersonId = z.number().int().positive().max(2 ** 26 - 1);

/** Somebody on a way. */
export const WayPerson = z.object({
  id: z.number(), name: z.string(), title: z.string(), organisation: z.string(), placeholder: z.boolean(), private: z.boolean(),
  account: z.object({ id: z.number(), name: z.string() }).nullable(),
  /** The sign-in of one of us. */
  userId: z.string().nullable(),
}).meta({ id: 'WayPerson' });

/** One thing that ties two people, with the numbers of its formula: prior × 0.5^(days / halfLife) = strength. */
export const TieLineView = z.object({
  tieId: z.number().nullable(), kind: z.enum(TIE_KINDS), how: z.enum(['told', 'imported', 'inferred']), evidence: z.string(), place: z.string(), lastContactOn: DayText.nullable(),
  /** The span whose middle the day of contact is; null: somebody named the day, or another day counts. */
  span: z.enum(SPOKE_SPANS).nullable(), fromOn: z.string().nullable(), toOn: z.string().nullable(),
  prior: z.number().nullable(), since: DayText.nullable(), days: z.number().nullable(), halfLife: z.number(), strength: z.number().nullable(),
  /** False: another line of the same kind is stronger. */
  counts: z.boolean(), private: z.boolean(), by: Person.nullable(),
  correction: z.object({ strength: z.number().nullable(), by: Person.nullable(), on: DayText, why: z.string() }).nullable(),
  can: z.object({ correct: z.boolean(), kind: z.boolean(), withdraw: z.boolean(), keepPrivate: z.boolean() }),
}).meta({ id: 'TieLine' });
const Tie = z.object({
  /** 0–1; null: unknown. */
  strength: z.number().nullable(),
  /** What the formula alone gives. */
  computed: z.number().nullable(), corrected: z.boolean(), lines: z.array(TieLineView),
});
export const HopView = Tie.extend({ from: z.number(), to: z.number(), counted: z.number() }).meta({ id: 'Hop' });
export const WayView = z.object({
  people: z.array(WayPerson), hops: z.array(HopView), product: z.number(),
  /** Number of the weakest hop, from 0; −1: no hop. */
  weakest: z.number(),
  /** product × 0.85 for each tie after the first: what the ways are ordered by. */
  worth: z.number(),
  connector: z.object({ person: WayPerson, signsIn: z.boolean(), open: z.number(), busy: z.boolean() }).nullable(),
}).meta({ id: 'Way' });

const StepName = z.enum(INTRODUCTION_STATES);
export const IntroductionView = z.object({
  id: z.number(), state: StepName, target: WayPerson, requester: Person, connector: z.object({ person: WayPerson, signsIn: z.boolean() }), way: z.array(WayPerson),
  /** Not all of the way is shown: part of it is private to somebody else. */
  cut: z.boolean(),
  purpose: z.string(), forThem: z.string(), message: z.string(), dueOn: DayText.nullable(), steps: z.array(z.object({ state: StepName, note: z.string(), onDay: DayText, by: Person.nullable() })),
  /** The next step is the reader's. */
  waits: z.boolean(), can: z.object({ steps: z.array(StepName) }),
}).meta({ id: 'Introduction' });

export const findWays = endpoint({
  summary: 'The best ways from us to a person, each hop with its evidence and formula', access: 'readPeople', params: z.object({ id: Id }),
  query: z.object({ k: z.coerce.number().int().min(1).max(5).default(5), hops: z.coerce.number().int().min(1).max(6).default(6), differ: z.enum(['last', 'disjoint', 'none']).default('last'), mine: z.enum(['yes']).optional(), unknown: z.enum(['yes']).optional() }),
  response: z.object({
    target: WayPerson, asOf: DayText, ways: z.array(WayView), willingness: z.number(),
    /** People left out because they are opposed on an open map of the customer, or because they declined this request of ours. */
    avoided: z.object({ opposed: z.number(), declined: z.number() }), opposed: z.boolean(), objects: z.boolean(), can: z.object({ ask: z.boolean(), tell: z.boolean() }),
  }).meta({ id: 'Ways' }),
});
export const askIntroduction = endpoint({
  summary: 'Ask the first on a way for an introduction', access: 'recordPerson', params: z.object({ id: Id }),
  body: z.object({ way: z.array(PersonId).min(2).max(7), purpose: Text(500).min(1), forThem: Text(500).default(''), message: Text(2000).default(''), dueOn: DayText.nullable().default(null), /** The day where the asker is; null: the server's. */ askedOn: DayText.nullable().default(null) }).meta({ id: 'NewIntroduction' }),
  response: z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'IntroductionAsked' }),
});
const Page = z.object({ side: z.enum(['mine', 'asked', 'waiting']).default('mine'), after: z.string().regex(/^[1-9]\d{0,14}$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export const listIntroductions = endpoint({
  summary: 'Introductions one asked for (mine), is asked for (asked), or that wait for one (waiting: an answer, a step, thanks)', access: 'readPeople', query: Page,
  response: z.object({ rows: z.array(IntroductionView), next: z.string().nullable() }).meta({ id: 'Introductions' }),
});
export const worthMeeting = endpoint({
  summary: 'Whom to be introduced to next: deciders on open power maps whom none of us has met, each with the best way', access: 'readPeople', query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(8) }),
  response: z.object({ rows: z.array(z.object({ person: WayPerson, project: z.object({ id: z.number(), name: z.string() }), /** Part of the decision, 0–1. */ weight: z.number(), decides: z.boolean(), way: z.object({ people: z.array(WayPerson), product: z.number() }).nullable() })) }).meta({ id: 'WorthMeeting' }),
});
export const stepIntroduction = endpoint({
  summary: 'Take an introduction one step on: accepted, declined, introduced, met, thanked, cancelled', access: 'readPeople', params: z.object({ id: Id }),
  body: z.object({ state: StepName, note: Text(1000).default(''), /** The day where the person is, up to today; null: the server's. */ onDay: DayText.nullable().default(null) }).meta({ id: 'IntroductionStep' }), response: z.object({ event: z.number() }).meta({ id: 'IntroductionStepped' }),
});

const Strength = z.number().min(0).max(1);
export const tellTies = endpoint({
  summary: 'Tell ties between people (a set of 1 to 200)', access: 'recordPerson',
  body: z.object({ ties: z.array(z.object({
    /** Null: oneself. */
    a: PersonId.nullable(), b: PersonId, kind: z.enum(TIE_KINDS), evidence: Text(500), place: Text(300).default(''), lastContactOn: DayText.nullable().default(null), fromOn: Someday.nullable().default(null), toOn: Someday.nullable().default(null),
    strength: Strength.optional(), why: Text(500).optional(), private: z.boolean().default(false),
  })).min(1).max(200) }).meta({ id: 'NewTies' }),
  response: z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'TiesTold' }),
});
export const tiesOfPerson = endpoint({
  summary: 'Whom a person knows, as the viewer may know it, the strongest first', access: 'readPeople', params: z.object({ id: Id }),
  response: z.object({ rows: z.array(Tie.extend({ person: WayPerson })), more: z.number(), /** Whether only the first 1,000 people around were looked at. */ cut: z.boolean(), can: z.object({ tell: z.boolean() }) }).meta({ id: 'TiesOfPerson' }),
});
export const correctTie = endpoint({
  summary: 'Say how strong a tie is, against its formula; null goes back to the formula', access: 'recordPerson', params: z.object({ id: Id }),
  body: z.object({ correction: z.object({ strength: Strength.nullable(), why: Text(500) }).nullable() }).meta({ id: 'TieCorrection' }), response: z.object({ event: z.number() }).meta({ id: 'TieCorrected' }),
});
export const noteContact = endpoint({
  summary: 'Note the last day two people were in touch, both ways', access: 'recordPerson', params: z.object({ id: Id }), body: z.object({ lastContactOn: DayText }).meta({ id: 'TieContact' }), response: z.object({ event: z.number() }).meta({ id: 'TieContactNoted' }),
});
export const withdrawTie = endpoint({ summary: 'Take a tie back', access: 'recordPerson', params: z.object({ id: Id }), response: z.object({ event: z.number() }).meta({ id: 'TieWithdrawn' }) });
export const keepTiePrivate = endpoint({
  summary: 'Keep a tie for oneself, or share it', access: 'recordPerson', params: z.object({ id: Id }), body: z.object({ private: z.boolean() }).meta({ id: 'TiePrivate' }), response: z.object({ event: z.number() }).meta({ id: 'TieKept' }),
});
