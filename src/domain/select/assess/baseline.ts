import { cellText, type Cell } from '../cell.ts';
import type { Mark } from '../model.ts';

/** A mark as it stood when the workbook was written: its id, and what was shown of it (null: nothing the model has a choice for). */
export interface WrittenMark { readonly id: number; readonly value: Mark['value'] | null }

/** What the hidden sheet of a workbook says. */
export interface Baseline {
  readonly modelId: number;
  /** When that version was published: tells workspaces apart that count their versions alike. */
  readonly publishedAt: string;
  readonly exportedAt: string;
  /** Accounts of the file by id, with the code that stands beside it and its marks by indicator. */
  readonly accounts: ReadonlyMap<number, { readonly code: string; readonly marks: ReadonlyMap<string, WrittenMark> }>;
}

/** Name of the hidden sheet; not translated, so that it is found in every language. */
export const BASELINE_SHEET = '_vitalfew';
const SIGNATURE = 'vitalfew assessment';
const FORMAT = 1;

/** First row of the hidden sheet. */
export const baselineHead = (base: Pick<Baseline, 'modelId' | 'publishedAt' | 'exportedAt'>): (string | number)[] => [SIGNATURE, FORMAT, base.modelId, base.publishedAt, base.exportedAt];
/** Its second row: what the others hold. */
export const baselineNames = (keys: readonly string[]): string[] => ['id', 'code', ...keys];
/** One account: a cell per indicator, "number of the mark:value", empty without a mark. */
export function baselineRow(id: number, code: string, keys: readonly string[], marks: ReadonlyMap<string, WrittenMark>): (string | number | null)[] {
  return [id, code, ...keys.map((key) => {
    const mark = marks.get(key);
    return mark === undefined ? null : `${mark.id}:${JSON.stringify(mark.value)}`;
  })];
}

/** Reads the hidden sheet; null when it is none of ours or has been tampered with. */
export function readBaseline(rows: readonly (readonly Cell[])[]): Baseline | null {
  const [head = [], names = [], ...rest] = rows;
  if (head[0] !== SIGNATURE || head[1] !== FORMAT || typeof head[2] !== 'number' || typeof head[3] !== 'string' || typeof head[4] !== 'string') return null;
  const keys = names.slice(2).map(cellText);
  const accounts = new Map<number, { code: string; marks: Map<string, WrittenMark> }>();
  for (const cells of rest) {
    const [id] = cells;
    if (typeof id !== 'number') continue;
    const marks = new Map<string, WrittenMark>();
    for (const [n, key] of keys.entries()) {
      const written = cells[n + 2];
      if (written === null || written === undefined) continue;
      const mark = readWritten(cellText(written));
      if (!mark) return null;
      marks.set(key, mark);
    }
    accounts.set(id, { code: cellText(cells[1]), marks });
  }
  return { modelId: head[2], publishedAt: head[3], exportedAt: head[4], accounts };
}

function readWritten(text: string): WrittenMark | null {
  const [, id, value] = /^(\d{1,15}):(.*)$/s.exec(text) ?? [];
  if (id === undefined || value === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed === null || typeof parsed === 'string' || typeof parsed === 'number' || typeof parsed === 'boolean' ? { id: Number(id), value: parsed } : null;
  } catch {
    return null;
  }
}
