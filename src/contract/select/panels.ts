import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { DayText, Id, Person } from '../shared.ts';
import { FactView } from './facts.ts';

/** A level 1–5, a category's key, or whether a deduction or red line applies. */
const Value = z.union([z.number(), z.string().max(60), z.boolean()]);
const Key = z.string().max(60);
const Reason = z.string().trim().max(2000);
const Changed = z.object({ event: z.number() }).meta({ id: 'PanelChanged' });
const params = z.object({ id: Id });

const PanelAssessor = z.object({ person: Person, state: z.enum(['invited', 'submitted', 'declined']), at: z.string().nullable() });
const PanelAgreement = z.object({
  indicator: z.string(), value: Value, reason: z.string(), by: Person.nullable(), at: z.string(),
  /** Whether the mark it became is still the account's. */
  counts: z.boolean(),
  /** Who holds on to another mark, and why. */
  dissents: z.array(z.object({ person: Person, value: Value, reason: z.string(), at: z.string() })),
}).meta({ id: 'PanelAgreement' });

/** One panel in a list; nothing here depends on anybody's marks before entry is over. */
export const PanelRow = z.object({
  id: z.number(), account: z.object({ id: z.number(), name: z.string() }), question: z.string(), phase: z.enum(['marking', 'comparing', 'closed', 'cancelled']), dueOn: DayText,
  /** The due day is over and somebody is still awaited. */
  late: z.boolean(),
  openedBy: Person.nullable(), openedAt: z.string(), closedBy: Person.nullable(), closedAt: z.string().nullable(), cancelledAt: z.string().nullable(), modelVersionId: z.number(),
  assessors: z.array(PanelAssessor), indicators: z.array(z.string()), agreed: z.number(),
  /** What it waits for the viewer to do. */
  waiting: z.enum(['marks', 'reason', 'entry', 'agreement']).nullable(),
}).meta({ id: 'PanelRow' });

export const PanelComparison = z.object({
  indicator: z.string(), kind: z.enum(['level', 'category']), n: z.number(), median: z.number().nullable(), mean: z.number().nullable(), spread: z.number().nullable(), deviation: z.number().nullable(),
  votes: z.array(z.object({ value: Value, by: z.array(z.string()) })), consent: z.enum(['none', 'alone', 'same', 'close', 'apart', 'divided', 'majority', 'split', 'tie']),
  outliers: z.array(z.string()), proposal: Value.nullable(),
}).meta({ id: 'PanelComparison' });

export const Panel = PanelRow.extend({
  /** Whether the viewer is shown what others marked; before that `marks` holds only their own. */
  sees: z.boolean(), entryClosedAt: z.string().nullable(),
  marks: z.array(z.object({ by: z.string(), indicator: z.string(), value: Value, reason: z.string(), factIds: z.array(z.number()), at: z.string() })),
  /** Facts that these marks cite. */
  facts: z.array(FactView),
  comparison: z.array(PanelComparison), agreements: z.array(PanelAgreement),
  /** Indicators on which the viewer's mark is far from the others and has no reason. */
  asked: z.array(z.string()),
  can: z.object({ mark: z.boolean(), comeBack: z.boolean(), reason: z.boolean(), closeEntry: z.boolean(), agree: z.boolean(), dissent: z.boolean(), close: z.boolean(), cancel: z.boolean() }),
}).meta({ id: 'Panel' });

export const openPanel = endpoint({
  summary: 'Invite a panel to assess a customer blind', access: 'openPanel', params,
  body: z.object({
    question: z.string().trim().min(1).max(500), dueOn: DayText, assessors: z.array(z.string().max(60)).min(1).max(20),
    /** What is assessed; everything that people judge when absent. */
    indicators: z.array(Key).min(1).max(200).optional(),
  }).meta({ id: 'NewPanel' }),
  response: z.object({ id: z.number(), event: z.number() }).meta({ id: 'PanelOpened' }),
});
export const accountPanels = endpoint({
  summary: 'Panels on a customer, newest first, with what they agreed on', access: 'readAccounts', params,
  query: z.object({ after: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(50).default(10) }),
  response: z.object({
    rows: z.array(PanelRow.extend({ agreements: z.array(PanelAgreement) })), next: z.string().nullable(),
    /** Members and whether they may be invited (`why`: not in the team, or a role that assesses nothing); empty unless the viewer may open a panel. */
    people: z.array(z.object({ person: Person, why: z.enum(['team', 'role']).nullable() })),
    /** `opens`: the viewer may open panels here, were none open. */
    can: z.object({ open: z.boolean(), opens: z.boolean() }),
  }).meta({ id: 'AccountPanels' }),
});
export const listPanels = endpoint({
  summary: 'Panels that wait for me, are open, or have ended', access: 'readAccounts',
  query: z.object({ state: z.enum(['waiting', 'open', 'ended']).default('waiting'), after: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  response: z.object({ rows: z.array(PanelRow), next: z.string().nullable(), waiting: z.number() }).meta({ id: 'Panels' }),
});
export const readPanel = endpoint({ summary: 'One panel: the viewer\'s own marks, and those of others once they may be seen', access: 'readAccounts', params, response: Panel });
export const keepMarks = endpoint({
  summary: 'Keep my marks of a panel as private drafts (value null leaves an indicator out)', access: 'markAccount', params,
  body: z.object({ marks: z.array(z.object({ indicator: Key, value: Value.nullable(), reason: Reason.optional(), factIds: z.array(z.number().int().positive()).max(50).optional() })).min(1).max(200) }).meta({ id: 'PanelDrafts' }),
  response: z.object({ ok: z.literal(true) }).meta({ id: 'PanelDraftsKept' }),
});
export const submitMarks = endpoint({ summary: 'Submit my marks: they stand from then on', access: 'markAccount', params, response: Changed });
export const decline = endpoint({ summary: 'Decline to assess (or come back with declined=false)', access: 'markAccount', params, body: z.object({ declined: z.boolean() }).meta({ id: 'DeclinePanel' }), response: Changed });
export const giveReason = endpoint({ summary: 'Give the reason of a mark that stands', access: 'markAccount', params, body: z.object({ indicator: Key, reason: Reason.min(1) }).meta({ id: 'PanelReason' }), response: Changed });
export const closeEntry = endpoint({ summary: 'Close the entry of marks after the due day: who is late counts as declined', access: 'openPanel', params, response: Changed });
export const agree = endpoint({
  summary: 'Agree on marks (a set): they become the customer\'s', access: 'openPanel', params,
  body: z.object({ agreements: z.array(z.object({ indicator: Key, value: Value, reason: Reason.default('') })).min(1).max(200) }).meta({ id: 'PanelAgreements' }), response: Changed,
});
export const dissent = endpoint({ summary: 'Hold on to my own mark beside the agreed one', access: 'markAccount', params, body: z.object({ indicator: Key, reason: Reason.min(1) }).meta({ id: 'PanelDissent' }), response: Changed });
export const closePanel = endpoint({ summary: 'Close a panel', access: 'openPanel', params, response: Changed });
export const cancelPanel = endpoint({ summary: 'Cancel a panel', access: 'openPanel', params, response: Changed });
