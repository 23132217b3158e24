/** Letters and digits nobody mixes up when reading them aloud. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password to hand over: four groups of four, about 79 bits. */
export function suggestPassword(): string {
  // 248 = 8 × 31: bytes above would make some characters likelier than others.
  const letters: string[] = [];
  while (letters.length < 16) for (const byte of crypto.getRandomValues(new Uint8Array(24))) if (byte < 248 && letters.length < 16) letters.push(CLEAR[byte % CLEAR.length]!);
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-');
}
