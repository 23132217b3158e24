import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ROLES, type Role } from '#domain/trust/permissions.ts';
import type { Auth, SessionUser } from './auth.ts';

export type Locale = 'zh-Hans' | 'zh-Hant' | 'en';

/** The signed-in person a request comes from. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
}

/** How long a verified session is believed without asking the store again. */
const BELIEVED_MS = 60_000;

/**
 * Sessions verified in the last minute, kept by the hash of their cookie (a memory dump then holds no session).
 * A hit costs a hash, a miss the library's check (about 0.5 ms on an idle machine).
 */
export class Sessions {
  readonly #auth: Auth;
  readonly #known = new LRUCache<string, Viewer>({ max: 20_000, ttl: BELIEVED_MS });
  readonly #seen: (user: SessionUser) => Promise<void>;
  #generation = 0;

  constructor(auth: Auth, seen: (user: SessionUser) => Promise<void> = async () => {}) {
    this.#auth = auth;
    this.#seen = seen;
  }

  /** The viewer of a Cookie header, with cookies to set when the session was renewed; null: not signed in. */
  async check(cookieHeader: string | undefined): Promise<{ viewer: Viewer; cookies: string[] } | null> {
    const token = cookieHeader === undefined ? null : cookieValue(cookieHeader, this.#auth.cookieName);
    if (token === null || cookieHeader === undefined) return null;
    const key = hash('sha256', token, 'base64');
    const known = this.#known.get(key);
    if (known) return { viewer: known, cookies: [] };

    const generation = this.#generation;
    const session = await this.#auth.session(cookieHeader);
    if (!session || session.user.disabledAt !== null && session.user.disabledAt !== undefined) return null;
    const viewer = asViewer(session.user);
    // A role changed while we were asking: the answer may be older than the change.
    if (generation === this.#generation) this.#known.set(key, viewer);
    await this.#seen(session.user);
    return { viewer, cookies: session.cookies };
  }

  /** Forgets what was verified about a person (role, name, password or access changed, signed out); null forgets everybody. */
  drop(userId: string | null): void {
    this.#generation++;
    for (const [key, viewer] of this.#known.entries()) {
      if (userId === null || viewer.id === userId) this.#known.delete(key);
    }
  }
}

function asViewer(user: SessionUser): Viewer {
  const role = ROLES.find((known) => known === user.role);
  if (!role) throw new Error(`unknown role in the store: ${user.role}`);
  const locale = user.locale === 'zh-Hans' || user.locale === 'zh-Hant' ? user.locale : 'en';
  return { id: user.id, name: user.name, role, locale };
}

/** Value of one cookie in a Cookie header, as sent (still encoded). */
function cookieValue(header: string, name: string): string | null {
  let from = 0;
  while (from < header.length) {
    let end = header.indexOf(';', from);
    if (end === -1) end = header.length;
    const equals = header.indexOf('=', from);
    if (equals !== -1 && equals < end && header.slice(from, equals).trim() === name) return header.slice(equals + 1, end).trim();
    from = end + 1;
  }
  return null;
}
