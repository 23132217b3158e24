/** English count: `plural(1, 'row', 'rows')` → "1 row", 1200 → "1,200 rows". */
export const plural = (count: number, one: string, other: string): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : other}`;
/** A count with grouping, for Chinese texts: 1,200. */
export const grouped = (count: number): string => count.toLocaleString('zh-CN');
