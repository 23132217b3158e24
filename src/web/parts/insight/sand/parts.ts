import { divide, supplierKey, type WalletLine } from '#domain/insight/sand/wallet.ts';

/** A part of a tile or bar, left to right: ours, rivals (largest first), what is nobody's, what nobody knows. */
export interface Part {
  readonly holder: 'ours' | 'rival' | 'open' | 'unknown';
  readonly supplier: string | null;
  /** Which of the rivals of the table it is; −1 for the other holders. */
  readonly rival: number;
  readonly percent: number;
  /** Suppliers without a figure, which lie within what nobody knows; "ours" among them as null. */
  readonly within: readonly (string | null)[];
}

/** How a tile is divided; parts of nothing are left out. `suppliers`: all rivals of the table in their order. */
export function partsOf(line: Pick<WalletLine, 'shares'>, suppliers: readonly string[]): Part[] {
  const { ours, rivals, open, unknown } = divide(line);
  const keys = suppliers.map(supplierKey);
  const parts: Part[] = [
    { holder: 'ours', supplier: null, rival: -1, percent: ours ?? 0, within: [] },
    ...rivals.filter((one) => one.percent !== null).toSorted((a, b) => b.percent! - a.percent!).map((one): Part => ({ holder: 'rival', supplier: one.supplier, rival: keys.indexOf(supplierKey(one.supplier)), percent: one.percent!, within: [] })),
    { holder: 'open', supplier: null, rival: -1, percent: open ?? 0, within: [] },
    { holder: 'unknown', supplier: null, rival: -1, percent: unknown, within: [...(ours === null && line.shares.some((share) => share.holder === 'ours') ? [null] : []), ...rivals.filter((one) => one.percent === null).map((one) => one.supplier)] },
  ];
  return parts.filter((part) => part.percent > 0);
}

/** Width of a text of 11 px, about: Chinese signs are square. */
export const textWidth = (text: string, size = 11): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? size : size * 0.6), 0);

/** The text, cut to a width with an ellipsis; empty when not even two letters fit. */
export function fitted(text: string, width: number, size = 11): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 0 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return cut.length < 2 ? '' : `${cut}…`;
}
