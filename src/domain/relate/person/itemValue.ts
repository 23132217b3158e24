import { simplified } from '#domain/simplified.ts';

/**
 * What is known of a person, as compared: a telephone number by its digits without extension and without +86 or 0086 before a Chinese number,
 * an e-mail address and a WeChat id in lower case, anything else by its words.
 */
export function normaliseItem(kind: string, value: string): string {
  const plain = value.normalize('NFKC').trim();
  if (kind === 'phone') return phoneDigits(plain);
  if (kind === 'email' || kind === 'wechat') return plain.toLowerCase();
  return simplified(plain.toLowerCase()).replace(/\s+/g, ' ');
}

function phoneDigits(phone: string): string {
  const digits = phone.replace(/^tel:/i, '').replace(/(?:;|,|\bext\.?|转|#).*$/iu, '').replace(/\D/g, '').replace(/^00/, '');
  // 86 before a mobile number (1 + 10 digits) or an area code and number; shorter ones begin with 86 by themselves.
  return digits.length >= 12 && digits.startsWith('86') ? digits.slice(2).replace(/^0/, '') : digits.replace(/^0(?=\d{9,11}$)/, '');
}

/** An address one can write to; an Exchange name (/o=…/cn=…) is none. */
export const isEmail = (text: string): boolean => /^[^\s@/<>"]+@[^\s@<>"]+$/.test(text);
