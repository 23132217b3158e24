import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '#domain/refusal.ts';

/** Brakes against guessing and flooding, counted in this process. Each refuses with `too_many_requests` and the seconds to wait. */
export interface Limits {
  /** Before a password is tried; `right` afterwards forgives the attempts. */
  signIn(address: string, email: string): Promise<{ right(): Promise<void> }>;
  setup(address: string): Promise<void>;
  upload(userId: string): Promise<void>;
  /** Before text is sent to the language model. */
  propose(userId: string): Promise<void>;
}

export function createLimits(): Limits {
  // One person mistyping, one office behind one address, one e-mail tried from everywhere.
  const person = new RateLimiterMemory({ keyPrefix: 'person', points: 10, duration: 15 * 60 });
  const office = new RateLimiterMemory({ keyPrefix: 'office', points: 200, duration: 15 * 60 });
  const everywhere = new RateLimiterMemory({ keyPrefix: 'everywhere', points: 100, duration: 60 * 60 });
  const setup = new RateLimiterMemory({ keyPrefix: 'setup', points: 20, duration: 15 * 60 });
  const upload = new RateLimiterMemory({ keyPrefix: 'upload', points: 120, duration: 60 * 60 });
  const propose = new RateLimiterMemory({ keyPrefix: 'propose', points: 60, duration: 60 * 60 });

  return {
    async signIn(address, email) {
      const who = email.trim().toLowerCase();
      await take(office, address);
      await take(everywhere, who);
      await take(person, `${address} ${who}`);
      return { right: async () => void (await Promise.all([person.delete(`${address} ${who}`), everywhere.delete(who)])) };
    },
    setup: (address) => take(setup, address),
    upload: (userId) => take(upload, userId),
    propose: (userId) => take(propose, userId),
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    const retryAfter = Math.max(1, Math.ceil(full.msBeforeNext / 1000));
    throw new Refusal('too_many_requests', `Too many attempts. Try again in ${retryAfter} seconds.`, { reason: 'rate_limit', params: { retryAfter } });
  }
}
