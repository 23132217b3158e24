import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Button } from 'antd';
import { divide, partValue } from '#domain/insight/sand/wallet.ts';
import { readWalletBlock, type Column } from '#domain/insight/sand/walletBlock.ts';
import { cellsOf } from '#domain/select/pastedRows.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { turn } from '../../../undo.ts';
import { Amount } from '../../amount.tsx';
import { EvidenceMark } from '../../evidenceMark.tsx';
import { tsv } from '../../portfolio/tsv.ts';
import { AddSupplier } from './addSupplier.tsx';
import { BLANK, cellOf, columnsFor, layBlock, meantRows, withCell, type GridRow } from './gridRows.ts';
import { lineName, type LineView, type SandView } from './sandView.ts';
import type { Wallet } from './useWallet.ts';

interface Props { view: SandView; wallet: Wallet; suppliers: readonly string[]; addSupplier: (name: string) => void; cite: (line: LineView) => void; begin: boolean }
interface Place { readonly row: number; readonly column: number }

/**
 * The wallet in figures, edited like a spreadsheet: one cell is active, typing replaces it, Enter goes down, Tab right, a block from
 * Excel is pasted from it on. The active cell is a text field, so that input methods work from the first key. It is also what the
 * picture says, for those who cannot see it.
 */
export function WalletGrid({ view, wallet, suppliers, addSupplier, cite, begin }: Props) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const may = view.can.describe;
  const columns = columnsFor(suppliers);
  const rows: GridRow[] = may ? [...wallet.rows, { ...BLANK, key: wallet.newKey() }] : wallet.rows;
  const [at, setAt] = useState<Place>({ row: begin ? Math.max(0, rows.length - 1) : 0, column: 0 });
  const [from, setFrom] = useState<Place | null>(null);
  /** What is being typed; null: the cell is only chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  /** The focus is the grid's until somebody takes it elsewhere: a row that is drawn anew gets it back, a drawer above keeps it. */
  const held = useRef(begin);
  const row = Math.min(at.row, rows.length - 1);
  const { currency } = view;
  const within = (r: number, c: number): boolean => from !== null && r >= Math.min(from.row, row) && r <= Math.max(from.row, row) && c >= Math.min(from.column, at.column) && c <= Math.max(from.column, at.column);

  const commit = (): void => {
    if (typed === null) return;
    setTyped(null);
    const column = columns[at.column]!;
    const next = withCell(rows[row]!, column, typed, currency);
    if (next === null) wallet.setFault(t.notFigure({ cell: typed }));
    else if (cellOf(next, column, currency) !== cellOf(rows[row]!, column, currency)) wallet.edit(next);
  };
  const go = (next: Place, extend = false): void => {
    commit();
    const place = { row: Math.max(0, Math.min(rows.length - 1, next.row)), column: Math.max(0, Math.min(columns.length - 1, next.column)) };
    setFrom(extend ? from ?? { row, column: at.column } : null);
    if (place.row !== row) void wallet.keep(rows[row]!.key);
    setAt(place);
  };
  const focus = (input: HTMLInputElement | null): void => {
    if (!input || !held.current) return;
    if (document.activeElement !== input) {
      input.focus({ preventScroll: false });
      input.select();
    }
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, ctrlKey, metaKey } = event;
    const editing = typed !== null;
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
    if ((ctrlKey || metaKey) && ['y', 'z'].includes(key.toLowerCase()) && !editing) turn(key.toLowerCase() === 'y' || shiftKey ? 'redo' : 'undo');
    else if (ctrlKey || metaKey || event.altKey) return;
    else if (step && (!editing || key === 'ArrowUp' || key === 'ArrowDown')) go({ row: row + step[0]!, column: at.column + step[1]! }, shiftKey && !editing);
    else if (key === 'Enter' && !editing && !shiftKey && event.currentTarget.selectionStart !== event.currentTarget.selectionEnd) event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length);
    else if (key === 'Enter') go({ row: row + (shiftKey ? -1 : 1), column: at.column });
    else if (key === 'F2') setTyped(cellOf(rows[row]!, columns[at.column]!, currency));
    else if (key === 'Tab') {
      const cell = row * columns.length + at.column + (shiftKey ? -1 : 1);
      // Beyond the first and the last cell the focus leaves the grid, as everywhere.
      if (cell < 0 || cell >= rows.length * columns.length) return;
      go({ row: Math.floor(cell / columns.length), column: cell % columns.length });
    } else if (key === 'Escape' && editing) setTyped(null);
    else if ((key === 'Delete' || key === 'Backspace') && !editing) clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clear = (): void => {
    const last = from ?? { row, column: at.column };
    for (let r = Math.min(last.row, row); r <= Math.max(last.row, row); r += 1) {
      let next = rows[r]!;
      for (let c = Math.min(last.column, at.column); c <= Math.max(last.column, at.column); c += 1) next = withCell(next, columns[c]!, '', currency) ?? next;
      wallet.edit(next);
      if (r !== row) void wallet.keep(next.key);
    }
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const named = readWalletBlock(text, currency);
    if (!may || (named === null && !/[\t\n]/.test(text.trim()))) return;
    event.preventDefault();
    setTyped(null);
    const laid = named ? { rows: meantRows(wallet.rows, named.lines), faults: named.faults } : layBlock(rows, columns, { row, column: at.column }, cellsOf(text).filter((line) => line.some((cell) => cell.trim() !== '')), currency, wallet.newKey);
    if (laid.faults.length > 0) return wallet.setFault(`${t.pasteFaults} ${laid.faults.slice(0, 6).map((one) => t.pasteFault({ row: format.number(one.row), column: format.number(one.column), cell: one.cell })).join('; ')}`);
    if (named?.fractions) wallet.setFault(t.fractionsTaken);
    void wallet.keepAll(laid.rows.filter((line) => line.category !== ''));
  };
  const copy = (event: ClipboardEvent): void => {
    if (from === null) return;
    event.preventDefault();
    const cells = rows.flatMap((line, r) => (columns.some((_, c) => within(r, c)) ? [columns.flatMap((column, c) => (within(r, c) ? [cellOf(line, column, currency)] : []))] : []));
    event.clipboardData.setData('text/plain', tsv(cells));
  };

  return (
    <section className="vf-wallet" aria-labelledby="vf-wallet-title">
      <div className="vf-spread vf-wrap"><h3 id="vf-wallet-title">{t.grid}</h3>{may ? <AddSupplier add={addSupplier} /> : null}</div>
      {may ? <p className="vf-small vf-faint vf-noprint vf-wide-only">{t.gridHelp}</p> : null}
      {wallet.fault ? <p className="vf-small vf-field-fault" role="alert">{wallet.fault}</p> : null}
      <div className="vf-scroll-x vf-wallet-scroll" ref={grid} role="region" aria-labelledby="vf-wallet-title" tabIndex={may ? undefined : 0} onPaste={paste} onCopy={copy}
        onFocus={() => { held.current = true; }}
        onBlur={(event) => {
          held.current = event.currentTarget.contains(event.relatedTarget);
          if (!held.current) { commit(); setFrom(null); void Promise.resolve().then(() => wallet.keep(rows[row]?.key ?? '')); }
        }}>
        <table className="vf-table vf-wallet-table" role={may ? 'grid' : undefined}>
          <thead>
            <tr>
              {columns.map((column) => <th key={nameOf(column, t)} scope="col" className={isText(column) ? undefined : 'vf-right'}>{nameOf(column, t)}{isShare(column) ? ' %' : ''}</th>)}
              <th scope="col" className="vf-right">{t.columns.unknown} %</th><th scope="col" className="vf-right">{t.columns.value}</th><th scope="col">{t.evidence}</th>{may ? <th className="vf-noprint" /> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((line, r) => {
              const blank = may && r === rows.length - 1;
              const division = divide(line);
              const known = view.lines.find((one) => one.id === line.id);
              return (
                <tr key={line.key} className={blank ? 'vf-wallet-blank vf-noprint' : undefined}>
                  {columns.map((column, c) => {
                    const active = may && r === row && c === at.column;
                    const label = t.cell({ column: nameOf(column, t), line: blank ? t.newLine : lineName(line) });
                    return (
                      <td key={nameOf(column, t)} className={`${isText(column) ? '' : 'vf-right vf-num '}${active ? 'vf-cell-active ' : ''}${within(r, c) ? 'vf-cell-within' : ''}`} aria-selected={may ? active || within(r, c) : undefined} role={may ? 'gridcell' : undefined}
                        onMouseDown={(event) => {
                          if (!may || active) return;
                          event.preventDefault();
                          grid.current?.querySelector<HTMLInputElement>('.vf-cell-active input')?.focus({ preventScroll: true });
                          go({ row: r, column: c }, event.shiftKey);
                        }}>
                        {active ? <input key={`${r}-${c}`} ref={focus} aria-label={label} value={typed ?? cellOf(line, column, currency)} maxLength={1000} onChange={(event) => { setFrom(null); setTyped(event.target.value); }} onKeyDown={press} onFocus={(event) => event.target.select()} /> : <CellText row={line} column={column} currency={currency} blank={blank} first={c === 0} />}
                      </td>
                    );
                  })}
                  <td className="vf-right vf-num vf-faint">{blank ? '' : format.percent(division.unknown / 100)}</td>
                  <td className="vf-right">{blank ? '' : <Amount minor={partValue(line.size, division.ours)} currency={currency} />}</td>
                  <td>{known ? <button type="button" className="vf-link vf-evidence-link" title={t.citeFacts({ line: lineName(line) })} onClick={() => cite(known)}><EvidenceMark state={known.evidence} /></button> : null}</td>
                  {may ? <td className="vf-noprint">{blank ? null : <Button type="text" size="small" aria-label={t.takeOut({ line: lineName(line) })} title={t.takeOut({ line: lineName(line) })} onClick={() => void wallet.takeOut(line)}>×</Button>}</td> : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Words = ReturnType<typeof useAllText>['sand'];
const nameOf = (column: Column, t: Words): string => (typeof column === 'object' ? column.rival : t.columns[column]);
const isText = (column: Column): boolean => column === 'category' || column === 'unit' || column === 'note';
const isShare = (column: Column): boolean => !isText(column) && column !== 'size';

/** A cell that is not being edited: figures formatted, what is unknown dotted. */
function CellText({ row, column, currency, blank, first }: { row: GridRow; column: Column; currency: string; blank: boolean; first: boolean }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const text = cellOf(row, column, currency);
  if (blank) return first ? <span className="vf-faint">{t.newLine}</span> : null;
  if (isText(column)) return <>{text}</>;
  if (column === 'size') return row.size === null ? <span className="vf-unknown-cell" title={t.sizeUnknown}>?</span> : <Amount minor={row.size} currency={currency} />;
  if (text === '?') return <span className="vf-unknown-cell" title={t.unknownCell}>?</span>;
  const division = divide(row);
  const share = column === 'ours' ? division.ours : text === '' ? null : Number(text);
  return share === null ? <span className="vf-faint" aria-label={t.unknownCell}>·</span> : <>{format.number(share, Number.isInteger(share) ? 0 : 1)}</>;
}
