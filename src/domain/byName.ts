/** Chinese by pinyin first, then others by their letters, numbers by their size; the same on every machine and store, whatever language its database speaks. */
const collator = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true });

/** Order of names in a list. Names that are spelled alike but for case or width keep one order too. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
