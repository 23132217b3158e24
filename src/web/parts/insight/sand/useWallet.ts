import { useRef, useState } from 'react';
import { lineFaults, type EnteredLine } from '#domain/insight/sand/check.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { BLANK, sameRow, type GridRow } from './gridRows.ts';
import { lineName, useSandChange, type LineView, type SandView } from './sandView.ts';

const rowOf = (line: LineView): GridRow => ({ key: String(line.id), id: line.id, category: line.category, unit: line.unit, size: line.size, note: line.note, shares: line.shares });

/**
 * The wallet while it is edited: what is typed shows at once, here and in the picture, and a row is kept when it is left, which is one
 * event. What cannot be kept stays in its row and says why.
 */
export function useWallet(accountId: number, view: SandView) {
  const { sand: t, errors } = useAllText();
  const format = useFormat();
  const change = useSandChange();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, GridRow>>(new Map());
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef(drafts);
  const made = useRef(0);
  const put = (next: ReadonlyMap<string, GridRow>): void => {
    latest.current = next;
    setDrafts(next);
  };
  const without = (keys: readonly string[]): Map<string, GridRow> => new Map([...latest.current].filter(([key]) => !keys.includes(key)));
  const kept = view.lines.map(rowOf);
  const rowsNow = (): GridRow[] => [...kept.map((row) => latest.current.get(row.key) ?? row), ...[...latest.current.values()].filter((row) => row.id === undefined)];
  const newKey = (n = 0): string => `new-${made.current + n}`;

  const edit = (row: GridRow): void => {
    if (row.id === undefined && !latest.current.has(row.key)) made.current += 1;
    setFault(null);
    put(new Map(latest.current).set(row.key, row));
  };
  const send = (lines: readonly EnteredLine[]): Promise<boolean> =>
    change(() => call('PUT /api/accounts/{id}/sand/wallet', { params: { id: accountId }, body: { period: view.period, currency: view.currency, lines: lines.map(({ id, category, unit, size, note, shares }) => ({ ...(id === undefined ? {} : { id }), category, unit, size, note, shares: [...shares] })) } }), t.lineKept({ n: lines.length, name: lineName(lines[0]!) }));
  /** Keeps a row that is left; a row in which nothing was changed is only forgotten. */
  const keep = async (key: string): Promise<void> => {
    const row = latest.current.get(key);
    if (!row) return;
    const before = kept.find((one) => one.key === key);
    if (sameRow(row, before ?? { ...BLANK })) return put(without([key]));
    if (row.category.trim() === '') return setFault(t.noCategory);
    const [wrong] = lineFaults([row], rowsNow().filter((one) => one.key !== key));
    if (wrong) {
      const sum = row.shares.reduce((all, share) => all + (share.percent ?? 0), 0);
      return setFault(wrong.reason === 'above_whole' ? t.sum({ sum: format.percent(sum / 100) }) : errors.fields[wrong.reason] ?? wrong.message);
    }
    if (await send([row])) put(latest.current.get(key) === row ? without([key]) : latest.current);
  };
  /** Keeps a pasted table in one event. */
  const keepAll = async (lines: readonly EnteredLine[]): Promise<void> => {
    setFault(null);
    if (lines.length > 0 && await send(lines)) put(without(lines.flatMap((line) => ('key' in line ? [String(line.key)] : []))));
  };
  const takeOut = async (row: GridRow): Promise<void> => {
    put(without([row.key]));
    if (row.id !== undefined) await change(() => call('POST /api/accounts/{id}/sand/wallet/withdraw', { params: { id: accountId }, body: { ids: [row.id!] } }), t.lineGone({ name: lineName(row) }));
  };
  const rows = rowsNow();
  /** As the picture shows it: with what is being typed. */
  const lines = rows.filter((row) => row.category !== '').map((row, n): LineView => {
    const line = view.lines.find((one) => one.id === row.id);
    return line && !drafts.has(row.key) ? line : { id: row.id ?? -1 - n, category: row.category, unit: row.unit, size: row.size, note: row.note, shares: row.shares.map((share) => ({ ...share })), facts: line?.facts ?? [], evidence: line?.evidence ?? 'assumed' };
  });
  return { rows, lines, edit, keep, keepAll, takeOut, fault, setFault, newKey };
}
export type Wallet = ReturnType<typeof useWallet>;
