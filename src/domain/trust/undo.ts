import type { NewEvent, Verb } from './events.ts';

/** A stored event, its payload typed by its verb. */
/** `userId`: who did it; null, or none: the product itself. */
export type PastEvent = NewEvent & { readonly id: number; readonly userId?: string | null };

/** Verbs that can be taken back. The rest is either its own opposite's business (importUndone) or kept for good (memberAdded). */
const UNDOABLE: ReadonlySet<Verb> = new Set<Verb>([
  'accountsCreated', 'accountEdited', 'accountArchived', 'teamAssigned', 'marked', 'assessed', 'modelActivated', 'modelPublished', 'settingsChanged', 'memberChanged', 'importCommitted', 'factsRecorded', 'factEdited', 'factsWithdrawn', 'sourceAdded', 'sourceWithdrawn', 'noted', 'peopleChanged', 'weighed',
  'panelOpened', 'panelDeclined', 'panelAgreed', 'panelDissented', 'panelClosed', 'panelCancelled',
  'keyAccountChosen', 'keyAccountDropped', 'decisionWithdrawn', 'decisionReviewed', 'reviewWithdrawn',
]);

/**
 * Whether this kind of change can be taken back at all. Publishing without activating left nothing to go back to. In a panel,
 * who came back or took an agreement back just does it anew.
 */
export function isUndoable(event: NewEvent): boolean {
  if (event.verb === 'modelPublished' || event.verb === 'modelActivated') return event.payload.activeBefore !== null;
  // Of a very large set only the first are named: it came by a program, not by a hand.
  if (event.verb === 'accountsCreated') return event.payload.count === event.payload.ids.length;
  if (event.verb === 'peopleChanged') return event.payload.act !== 'importUndone';
  if (event.verb === 'panelDeclined') return event.payload.declined;
  if (event.verb === 'panelAgreed') return event.payload.agreed;
  return UNDOABLE.has(event.verb);
}

/** What a change touched, as keys: two changes that share a key on the same subject cannot be taken back out of order. */
export function touched(event: NewEvent): string[] {
  const on = `${event.accountId ?? ''}`;
  switch (event.verb) {
    case 'accountsCreated': return event.payload.ids.map((id) => `account ${id} archived`);
    case 'accountEdited': return Object.keys(event.payload.after).map((field) => `account ${on} ${field}`);
    case 'accountArchived': return [`account ${on} archived`];
    case 'teamAssigned': return [`account ${on} team`];
    case 'marked': return event.payload.changes.map((change) => `account ${on} mark ${change.indicator}`);
    case 'factsRecorded': return event.payload.ids.map((id) => `fact ${id}`);
    case 'factEdited': return Object.keys(event.payload.after).map((field) => `fact ${event.payload.factId} ${field}`);
    case 'factsWithdrawn': return event.payload.factIds.map((id) => `fact ${id}`);
    case 'sourceAdded': case 'sourceWithdrawn': return [`source ${event.payload.sourceId}`];
    case 'noted': return [...(event.payload.facts?.ids ?? []).map((id) => `fact ${id}`), ...event.payload.changes.flatMap(({ noun, id, before, cites }) => (before === null ? [`${noun} ${id} withdrawn_at`] : [...Object.keys(before).map((column) => `${noun} ${id} ${column}`), ...(cites ? [`${noun} ${id} cites`] : [])]))];
    // What the name was is gone: an earlier change of it cannot be taken back over this.
    case 'holderErased': return [`key_position ${event.payload.positionId} holder`];
    case 'weighed': return [`weighing ${event.payload.weighingId}`];
    case 'panelOpened': case 'panelCancelled': case 'panelClosed': return [`panel ${event.payload.panelId} state`];
    case 'panelSubmitted': return [`panel ${event.payload.panelId} entry`];
    case 'panelDeclined': return event.payload.userIds.map((id) => `panel ${event.payload.panelId} assessor ${id}`);
    case 'panelEntryClosed': return event.payload.late.map((id) => `panel ${event.payload.panelId} assessor ${id}`);
    case 'panelAgreed': return [...event.payload.indicators.map((key) => `panel ${event.payload.panelId} agreement ${key}`), ...event.payload.changes.map((change) => `account ${on} mark ${change.indicator}`)];
    case 'panelDissented': return [`panel ${event.payload.panelId} dissent ${event.payload.indicator} ${event.payload.userId}`];
    case 'keyAccountChosen': case 'keyAccountDropped': case 'decisionWithdrawn': case 'decisionReviewed': case 'reviewWithdrawn': return [`account ${on} decision`];
    case 'modelPublished': case 'modelActivated': return ['model active'];
    case 'settingsChanged': return Object.keys(event.payload.after).map((name) => `setting ${name}`);
    case 'memberChanged': return (['role', 'disabled', 'name'] as const)
      .filter((part) => event.payload.before[part] !== event.payload.after[part]).map((part) => `member ${event.payload.userId} ${part}`);
    case 'importCommitted': case 'importUndone': return [`import ${event.payload.importId}`];
    default: return [];
  }
}

/** Beginnings of the keys of what a change made: whatever others touch of it since is theirs too. */
function made(event: NewEvent): string[] {
  switch (event.verb) {
    case 'factsRecorded': return event.payload.ids.map((id) => `fact ${id} `);
    case 'noted': return event.payload.changes.flatMap(({ noun, id, before }) => (before === null ? [`${noun} ${id} `] : []));
    default: return [];
  }
}

/** Ids of the events that still hold: not taken back by an event that itself still holds. */
export function inForce(events: readonly { readonly id: number; readonly undoes?: number }[]): Set<number> {
  const holding = new Set<number>();
  const takenBack = new Set<number>();
  // Newest first: whether an undo holds is known before what it takes back is looked at.
  for (const event of events.toSorted((a, b) => b.id - a.id)) {
    if (takenBack.has(event.id)) continue;
    holding.add(event.id);
    if (event.undoes !== undefined) takenBack.add(event.undoes);
  }
  return holding;
}

export type NoUndo = 'not_undoable' | 'already_undone' | 'changed_since';

/**
 * Why an event cannot be taken back (null: it can). `later` are the events after it that may concern the same subject.
 * Something changed again since then stays as it was made: take the later change back first. What one has made oneself may go with one's own
 * changes of it, not with those of somebody else.
 */
export function whyNoUndo(event: PastEvent, later: readonly PastEvent[]): NoUndo | null {
  if (!isUndoable(event)) return 'not_undoable';
  const holding = inForce([event, ...later]);
  const importUndone = event.verb === 'importCommitted' && later.some((other) => other.verb === 'importUndone' && other.payload.importId === event.payload.importId);
  if (importUndone || !holding.has(event.id)) return 'already_undone';
  const keys = new Set(touched(event));
  const own = made(event);
  const again = later.some((other) => other.undoes === undefined && holding.has(other.id)
    && touched(other).some((key) => keys.has(key) || (other.userId !== event.userId && own.some((start) => key.startsWith(start)))));
  return again ? 'changed_since' : null;
}
