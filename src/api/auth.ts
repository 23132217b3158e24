import { createHmac } from 'node:crypto';
import type { Store } from '#storage/connect.ts';
import { readMember } from '#storage/trust/members.ts';
import { Refusal } from '#domain/refusal.ts';

/** How long a session lasts without use, in seconds (30 days); used sessions are renewed once an hour. */
const SESSION_SECONDS = 30 * 24 * 3600;
const RENEW_SECONDS = 3600;

export interface AuthConfig {
  readonly authSecret: string;
  /** `https://…` turns on Secure cookies with the __Secure- prefix. */
  readonly publicUrl: string | null;
}

/** Who a session belongs to, as the sign-in library read it from the store. */
export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly locale: string;
  readonly disabledAt: string | null;
  readonly lastSeenAt: string | null;
}

/** What we use of the sign-in library; every cookie it wants set comes back as `Set-Cookie` values. */
export interface Auth {
  readonly cookieName: string;
  /** Loads the library (0.3 s) before the first request needs it. */
  warm(): Promise<void>;
  signIn(email: string, password: string): Promise<{ userId: string; cookies: string[] }>;
  signOut(cookieHeader: string): Promise<string[]>;
  changePassword(cookieHeader: string, current: string, next: string): Promise<string[]>;
  /** The session's owner read from the store (never from the cookie, so that closing an access works at once). */
  session(cookieHeader: string): Promise<{ user: SessionUser; cookies: string[] } | null>;
  /** A new session without a password: for a person who has just proved who they are in another way. */
  openSession(userId: string): Promise<string[]>;
}

/**
 * better-auth over our own store: e-mail and password, sessions in the store, sign-up closed.
 * Its HTTP routes are not mounted; our endpoints call its server functions. Its cookie cache stays off: sessions.ts keeps
 * verified sessions in memory instead, which is as fast and can be dropped when an access is closed.
 */
export function createAuth(store: Store, config: AuthConfig): Auth {
  const secure = config.publicUrl?.startsWith('https://') ?? false;
  const cookieName = `${secure ? '__Secure-' : ''}vitalfew.session_token`;
  let loading: ReturnType<typeof load> | null = null;
  const library = () => (loading ??= load(store, config, secure));

  return {
    cookieName,
    warm: async () => void (await library()),

    async signIn(email, password) {
      const { auth } = await library();
      const answer = await auth.api.signInEmail({ body: { email, password }, headers: new Headers(), returnHeaders: true })
        // Wrong password, unknown person and closed access read the same.
        .catch(refuse(new Refusal('sign_in_required', 'E-mail or password is wrong.', { reason: 'wrong_credentials' })));
      return { userId: answer.response.user.id, cookies: answer.headers.getSetCookie() };
    },

    async signOut(cookieHeader) {
      const { auth } = await library();
      const answer = await auth.api.signOut({ headers: new Headers({ cookie: cookieHeader }), returnHeaders: true });
      return answer.headers.getSetCookie();
    },

    async changePassword(cookieHeader, current, next) {
      const { auth } = await library();
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const answer = await auth.api.changePassword({ body, headers: new Headers({ cookie: cookieHeader }), returnHeaders: true })
        .catch(refuse(new Refusal('invalid', 'The current password is wrong.', { reason: 'wrong_password', fields: [{ path: 'current', reason: 'wrong_password', message: 'The current password is wrong.' }] })));
      return answer.headers.getSetCookie();
    },

    async session(cookieHeader) {
      const { auth } = await library();
      const answer = await auth.api.getSession({ headers: new Headers({ cookie: cookieHeader }), returnHeaders: true });
      if (!answer.response) return null;
      return { user: answer.response.user as unknown as SessionUser, cookies: answer.headers.getSetCookie() };
    },

    async openSession(userId) {
      const { context } = await library();
      const session = await context.internalAdapter.createSession(userId);
      const signature = createHmac('sha256', context.secret).update(session.token).digest('base64');
      const value = encodeURIComponent(`${session.token}.${signature}`);
      return [`${cookieName}=${value}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`];
    },
  };
}

async function load(store: Store, config: AuthConfig, secure: boolean) {
  const { betterAuth } = await import('better-auth');
  const text = { type: 'string', required: false, input: false } as const;
  const auth = betterAuth({
    appName: 'vitalfew',
    baseURL: config.publicUrl ?? 'http://localhost',
    secret: config.authSecret,
    database: { db: store.write, type: store.engine },
    user: {
      modelName: 'auth_user',
      additionalFields: { role: text, locale: text, disabledAt: text, lastSeenAt: text },
    },
    session: { modelName: 'auth_session', expiresIn: SESSION_SECONDS, updateAge: RENEW_SECONDS },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    // Someone whose access was closed keeps a right password: the session is what is refused.
    databaseHooks: { session: { create: { before: async (session) => !(await isDisabled(store, session.userId)) } } },
    advanced: { cookiePrefix: 'vitalfew', useSecureCookies: secure, ipAddress: { disableIpTracking: true } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  return { auth, context: await auth.$context };
}

async function isDisabled(store: Store, userId: string): Promise<boolean> {
  const member = await readMember(store.read, userId);
  return member === null || member.disabledAt !== null;
}

/** Refusals of the library become ours; faults of the store stay faults. */
const refuse = (refusal: Refusal) => (error: unknown): never => {
  const status = (error as { statusCode?: number }).statusCode;
  throw status !== undefined && status < 500 ? refusal : error;
};
