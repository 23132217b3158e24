import { pinyin } from 'pinyin-pro';
import { normaliseName } from './name.ts';

/** Codes proposed for prospects begin so: they are ours for now, and give way to the customer code of the ERP. */
const PREFIX = 'P-';
const LONGEST = 10;

/**
 * A code for a customer that has none yet (潜在客户): the first word of a Latin name, the initials of a Chinese one; 宁波远声电子有限公司
 * → P-NBYSDZ, Northwind Hearing Ltd → P-NORTHWIND. Says nothing about other customers, as a running number would.
 */
export function proposeKey(name: string): string {
  const bare = normaliseName(name) || name.normalize('NFKC').toLowerCase();
  const chinese = bare.match(/\p{Script=Han}+/gu)?.join('') ?? '';
  const word = chinese === '' ? (/[\p{L}\p{N}]+/u.exec(bare)?.[0] ?? '') : pinyin(chinese, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return PREFIX + ([...word.toUpperCase()].slice(0, LONGEST).join('') || 'NEW');
}

/** The nth way to write a proposed code: P-ARBOR, P-ARBOR-2, P-ARBOR-3 … */
export const nthKey = (key: string, n: number): string => (n === 1 ? key : `${key}-${n}`);
