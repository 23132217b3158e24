import { z } from 'zod';
import { FACT_KINDS } from '#domain/factKinds.ts';
import { STAGES } from '#domain/trust/settings.ts';
import { endpoint } from '../endpoint.ts';
import { CurrencyCode, DayText, Id, LocaleName, Ok, Paging, Person, RoleName } from '../shared.ts';

const password = z.string().min(10).max(128);

export const readSetup = endpoint({
  summary: 'Whether the first administrator is still to be created', access: 'public',
  response: z.object({ needsAdministrator: z.boolean(), workspace: z.string() }).meta({ id: 'Setup' }),
});
/** Open only until an administrator exists; answers with a session cookie. Later people are added by an administrator. */
export const createAdministrator = endpoint({
  summary: 'Create the first administrator', access: 'public',
  body: z.object({ name: z.string().trim().min(1).max(100), email: z.email().max(200), password, workspace: z.string().trim().max(100).default(''), locale: LocaleName.default('en') }).meta({ id: 'FirstAdministrator' }),
  response: Ok,
});
export const signIn = endpoint({
  summary: 'Sign in with e-mail and password', access: 'public',
  body: z.object({ email: z.string().max(200), password: z.string().max(128) }).meta({ id: 'SignIn' }), response: Ok,
});
export const signOut = endpoint({ summary: 'Sign out', access: 'member', response: Ok });
export const changePassword = endpoint({ summary: 'Change my password', access: 'member', body: z.object({ current: z.string().max(128), next: password }).meta({ id: 'PasswordChange' }), response: Ok });
export const changeMe = endpoint({ summary: 'Change my name or language', access: 'member', body: z.object({ name: z.string().trim().min(1).max(100).optional(), locale: LocaleName.optional() }).meta({ id: 'MeChange' }), response: Ok });

export const readMe = endpoint({
  summary: 'Who I am and what I may do', access: 'member',
  response: z.object({
    id: z.string(), name: z.string(), email: z.string(), role: RoleName, locale: LocaleName,
    can: z.object({ importData: z.boolean(), publishModel: z.boolean(), changeSettings: z.boolean(), manageMembers: z.boolean(), readAudit: z.boolean(), exportAccounts: z.boolean(), createAccounts: z.boolean(), recordPerson: z.boolean(), loadDemo: z.boolean() }),
    workspace: z.object({ name: z.string(), accounts: z.number(), demo: z.boolean(), reportingCurrency: z.string(), asOf: DayText.nullable(), activeModelVersion: z.number().nullable() }),
    /** What waits for me, beside the names of pages: requests for introductions whose next step is mine. */
    waiting: z.object({ introductions: z.number() }),
    /** Number of the newest change when this was answered; the live stream begins by telling the newest one then. */
    lastEvent: z.number(),
  }).meta({ id: 'Me' }),
});

/** Company settings; rates in minor units of the reporting currency per driver unit, cost of capital per year (0.08 = 8 %). */
export const Settings = z.object({
  workspaceName: z.string().max(100), reportingCurrency: CurrencyCode,
  /** Reporting-currency units per unit of a foreign currency. Currencies without a rate do not count in scores. */
  rates: z.record(CurrencyCode, z.number().positive()),
  asOf: z.object({ mode: z.enum(['lastInvoice', 'today', 'fixed']), day: DayText.nullable() }),
  costToServe: z.object({ perOrder: z.number().min(0), perLine: z.number().min(0), perReturn: z.number().min(0), costOfCapital: z.number().min(0).max(1), defaultMargin: z.number().min(-1).max(1).nullable() }),
  /** Days after which a fact of each kind is worth half. */
  halfLives: z.record(z.enum(FACT_KINDS), z.number().int().min(1).max(3650)),
  stage: z.enum(STAGES),
  /** Accounts one account manager carries at most: strategic, and key and growth together. */
  capacity: z.object({ strategic: z.number().int().min(0).max(1000), keyAndGrowth: z.number().int().min(0).max(1000) }),
  /** People who carry accounts; null: counted from the members. */
  accountManagers: z.number().int().min(1).max(100_000).nullable(),
  /** Parts (0–1) of the capacity that each stage fills. */
  targetShares: z.record(z.enum(STAGES), z.object({ strategic: z.number().min(0).max(1), key: z.number().min(0).max(1), growth: z.number().min(0).max(1) })),
}).meta({ id: 'Settings' });
export type Settings = z.infer<typeof Settings>;
export const readSettings = endpoint({ summary: 'Company settings', access: 'member', response: z.object({ settings: Settings, can: z.object({ change: z.boolean() }) }).meta({ id: 'SettingsView' }) });
export const changeSettings = endpoint({ summary: 'Change company settings (only the given ones)', access: 'changeSettings', body: Settings.partial().meta({ id: 'SettingsChange' }), response: z.object({ event: z.number() }).meta({ id: 'SettingsChanged' }) });

export const Member = z.object({ id: z.string(), name: z.string(), email: z.string(), role: RoleName, disabled: z.boolean(), accounts: z.number(), lastSeen: z.string().nullable() }).meta({ id: 'Member' });
export const listMembers = endpoint({ summary: 'People of the workspace (names and roles; e-mails for administrators)', access: 'member', response: z.object({ members: z.array(Member), can: z.object({ manage: z.boolean() }) }).meta({ id: 'Members' }) });
export const addMember = endpoint({
  summary: 'Add a person with a first password', access: 'manageMembers',
  body: z.object({ name: z.string().trim().min(1).max(100), email: z.email().max(200), role: RoleName, password }).meta({ id: 'NewMember' }),
  response: z.object({ id: z.string(), event: z.number() }).meta({ id: 'MemberAdded' }),
});
export const changeMember = endpoint({
  summary: 'Change a person\'s role, or close their access', access: 'manageMembers', params: z.object({ id: z.string().max(60) }),
  body: z.object({ role: RoleName.optional(), disabled: z.boolean().optional(), name: z.string().trim().min(1).max(100).optional(), password: password.optional() }).meta({ id: 'MemberChange' }),
  response: z.object({ event: z.number() }).meta({ id: 'MemberChanged' }),
});

export const EventView = z.object({
  id: z.number(), at: z.string(), by: Person.nullable(), verb: z.string(), account: z.object({ id: z.number(), name: z.string() }).nullable(),
  subjectType: z.string(), subjectId: z.string(), payload: z.record(z.string(), z.unknown()),
  /** Whom a change of people is about first, where the reader may see them; names are never kept in events. */
  person: z.object({ id: z.number(), name: z.string(), accountId: z.number().nullable() }).nullable(),
  undone: z.boolean(), undoes: z.number().nullable(), can: z.object({ undo: z.boolean() }),
}).meta({ id: 'Event' });
export const listEvents = endpoint({
  summary: 'Audit: every change, newest first', access: 'readAudit',
  query: Paging.extend({ verb: z.string().max(60).optional(), by: z.string().max(60).optional(), from: DayText.optional(), to: DayText.optional() }),
  response: z.object({ rows: z.array(EventView), next: z.string().nullable() }).meta({ id: 'EventPage' }),
});
export const readTimeline = endpoint({
  summary: 'What happened on a customer, newest first', access: 'readAccounts', params: z.object({ id: Id }), query: Paging,
  response: z.object({ rows: z.array(EventView), next: z.string().nullable() }).meta({ id: 'TimelinePage' }),
});
export const undoEvent = endpoint({
  summary: 'Take a change back', access: 'member', params: z.object({ id: Id }),
  response: z.object({ event: z.number(), /** Events to take back in turn, in this order, to do the change again; none: it cannot be done again like that. */ redo: z.array(z.number()) }).meta({ id: 'Undone' }),
});
export const loadDemo = endpoint({ summary: 'Fill an empty workspace with the demo company', access: 'loadDemo', response: z.object({ accounts: z.number() }).meta({ id: 'DemoLoaded' }) });
export const removeDemo = endpoint({ summary: 'Take the demo company out again', access: 'loadDemo', response: Ok });
/** Server-sent events: `change` {verb, accountId}, `import` {id, state, progress}, `scored` {asOf}. */
export const liveStream = endpoint({ summary: 'Live changes and progress (server-sent events)', access: 'member', produces: 'text/event-stream' });
