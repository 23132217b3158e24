import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals a text so that only who has the server's secret opens it (AES-256-GCM, its key derived from AUTH_SECRET by HKDF): a backup or a
 * copy of the database holds no key in clear.
 */
export function seal(text: string, secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.');
}

/** The text; null when it was sealed with another secret, or is damaged. */
export function unseal(sealed: string, secret: string): string | null {
  const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!iv || !tag || !text || iv.length !== 12 || tag.length !== 16) return null;
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), iv, { authTagLength: 16 });
    cipher.setAuthTag(tag);
    return Buffer.concat([cipher.update(text), cipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const keyOf = (secret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'vitalfew language model key', 32));
