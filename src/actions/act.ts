import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { NewEvent } from '#domain/trust/events.ts';
import { scopeOf, type Permission, type Role } from '#domain/trust/permissions.ts';
import type { Store } from '#storage/connect.ts';
import type { Schema } from '#storage/schema.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import { recordEvents } from '#storage/trust/events.ts';
import type { Live } from './live.ts';

/** Who does it; id null: the program itself (terminal, first start). */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
}

/** What an action needs besides its input. The clock is given, so that tests can stop it. */
export interface Context {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: () => Date;
  readonly live: Live;
  readonly dataDir: string;
  /** Set while an earlier event is taken back: its guard runs first in the transaction, and the new events name it, unless they name another. */
  readonly undo?: { readonly eventId: number; readonly guard: (tx: Transaction<Schema>) => Promise<void> };
}

/** The program acting by itself, with all rights. */
export const SYSTEM: Actor = { id: null, name: 'vitalfew', role: 'administrator' };

/** How far the actor's reading reaches, for statements that scope by viewer. */
export function viewerOf(actor: Actor, permission: Permission = 'readAccounts'): Viewer {
  return { userId: actor.id, scope: scopeOf(actor.role, permission) };
}

/** Refuses unless the actor's role has the permission at all; a `team` scope is checked against the account by the action. */
export function permit(actor: Actor, permission: Permission): void {
  if (scopeOf(actor.role, permission) === 'none') {
    throw new Refusal('forbidden', `Your role (${actor.role}) may not do this (${permission}). Ask an administrator.`, { reason: 'role', params: { role: actor.role, permission } });
  }
}

/**
 * The shape of every action: permission, then work and event rows in one transaction, then the news to open screens.
 * When it resolves, the change and its events are on the disk; when it throws, nothing has changed.
 */
export async function act<T>(
  context: Context, permission: Permission | null, work: (tx: Transaction<Schema>) => Promise<{ answer: T; events: readonly NewEvent[] }>,
): Promise<{ answer: T; eventIds: number[] }> {
  if (permission !== null) permit(context.actor, permission);
  const done = await context.store.transaction(async (tx) => {
    await context.undo?.guard(tx);
    const { answer, events: changes } = await work(tx);
    const events = context.undo ? changes.map((event) => ({ undoes: context.undo!.eventId, ...event })) : changes;
    const eventIds = await recordEvents(tx, context.actor.id, context.now().toISOString(), events);
    return { answer, events, eventIds };
  });
  for (const change of newsOf(done.events)) context.live.publish({ type: 'change', ...change });
  return { answer: done.answer, eventIds: done.eventIds };
}

/** Beyond so many events screens are told what kind of change it was, not each customer it touched. */
const TOLD_ONE_BY_ONE = 100;

function newsOf(events: readonly NewEvent[]): { verb: string; accountId: number | null; also?: readonly string[] }[] {
  if (events.length <= TOLD_ONE_BY_ONE) return events.map(({ verb, accountId = null, also }) => ({ verb, accountId, ...(also === undefined ? {} : { also }) }));
  return [...new Set(events.map((event) => event.verb))].map((verb) => ({ verb, accountId: null }));
}
