import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { AccountRow } from '#contract/select/accounts.ts';
import { useKeys } from '../../keys.ts';
import { useFormat, useText } from '../../text/locale.ts';
import type { Chances } from '../robust/chanceCell.tsx';
import { useWidth } from '../chart/useWidth.ts';
import type { IdList } from './listing.ts';
import type { Sort } from './portfolioSearch.ts';
import { RankCells } from './rankCells.tsx';
import type { ScoreView } from './scoreView.ts';
import { useSelection } from './useSelection.tsx';
import { usePrinting } from './usePrinting.ts';

export interface RankTableProps {
  ids: IdList;
  /** Rows in all, for readers of the screen. */
  total: number;
  rowOf: (id: number) => AccountRow | undefined;
  viewOf: (id: number) => ScoreView | null;
  /** Called with the ids on screen. */
  onShown: (ids: number[]) => void;
  onEnd: () => void;
  moving: boolean;
  asOf: string | null;
  /** Whether the data reach back far enough to compare with the year before. */
  comparable: boolean;
  /** Nobody owns anything yet: the column would only take room. */
  withoutOwners: boolean;
  sort: Sort;
  order: 'asc' | 'desc';
  onSort: (sort: Sort, order: 'asc' | 'desc') => void;
  /** How each customer stands when the weights vary: a column of its own while robustness is shown. */
  chances?: Chances | null;
}

interface Column { key: 'rank' | 'name' | 'total' | 'lenses' | 'chance' | 'grade' | 'class' | 'revenue' | 'contribution' | 'owner'; sort: Sort | null; first: 'asc' | 'desc' }
const COLUMNS: readonly Column[] = [
  { key: 'rank', sort: 'rank', first: 'asc' }, { key: 'name', sort: 'name', first: 'asc' }, { key: 'total', sort: 'total', first: 'desc' }, { key: 'lenses', sort: null, first: 'asc' },
  { key: 'grade', sort: null, first: 'asc' }, { key: 'class', sort: null, first: 'asc' }, { key: 'revenue', sort: 'revenue', first: 'desc' }, { key: 'contribution', sort: 'contribution', first: 'desc' }, { key: 'owner', sort: null, first: 'asc' },
];
/** The chance takes the place of the lens bars. */
const WITH_CHANCE = COLUMNS.map((column): Column => (column.key === 'lenses' ? { key: 'chance', sort: 'chance', first: 'desc' } : column));
const ROW = 44;
const CARD = 92;
/** On paper all rows that are there, up to this many. */
const PRINTED = 200;

/** The ranked customers: only rows on screen exist; while weights move, each glides to its new place. */
export function RankTable(props: RankTableProps) {
  const { ids, rowOf, viewOf, chances } = props;
  const { portfolio: t, robust } = useText();
  const format = useFormat();
  const columns = chances ? WITH_CHANCE : COLUMNS;
  const navigate = useNavigate();
  const [frame, width] = useWidth<HTMLDivElement>();
  const body = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const [margin, setMargin] = useState(0);
  const compact = width > 0 && width < 640;
  const height = compact ? CARD : ROW;
  useLayoutEffect(() => {
    // Asking where things stand makes the browser lay the page out: never while a slider is dragged.
    if (props.moving) return;
    const top = body.current ? body.current.getBoundingClientRect().top + window.scrollY : 0;
    if (Math.abs(top - margin) > 1) setMargin(top);
  });
  const virtual = useWindowVirtualizer({ count: ids.length, estimateSize: () => height, overscan: 6, scrollMargin: margin });
  useEffect(() => virtual.measure(), [height]);
  const items = printing ? Array.from({ length: Math.min(ids.length, PRINTED) }, (_, index) => ({ index, start: index * height + margin })) : virtual.getVirtualItems();
  const selection = useSelection(ids, rowOf, viewOf, chances ?? null);
  const { current, setCurrent } = selection;

  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    props.onShown(items.map((item) => ids.at(item.index)));
    if (last >= ids.length - 15) props.onEnd();
  }, [ids, items[0]?.index, last]);

  const go = (step: number, extend = false): void => {
    const next = Math.min(ids.length - 1, Math.max(0, (current === null ? (step > 0 ? -1 : 0) : current) + step));
    setCurrent(next, extend);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const open = (index: number | null): void => {
    if (index !== null && index < ids.length) void navigate({ to: '/accounts/$id', params: { id: String(ids.at(index)) } });
  };
  useKeys({
    j: () => go(1), k: () => go(-1), J: () => go(1, true), K: () => go(-1, true),
    Enter: (event) => {
      if (event.target instanceof HTMLElement && event.target.closest('button,a,[role="row"]') === null) open(current);
    },
    x: () => current !== null && selection.toggle(current),
    ...(chances ? { r: () => current !== null && chances.open(ids.at(current)) } : {}),
    Escape: () => selection.clear(),
  });
  const onGridKey = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const act: Record<string, () => void> = {
      ArrowDown: () => go(1, event.shiftKey), ArrowUp: () => go(-1, event.shiftKey),
      Home: () => go(-ids.length), End: () => go(ids.length), Enter: () => open(current), ' ': () => current !== null && selection.toggle(current),
    };
    if (!act[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    act[event.key]!();
  };
  // Moving a node in the document would cut its glide short: while rows move they keep the sequence of their ids.
  const drawn = props.moving && !printing ? items.toSorted((a, b) => ids.at(a.index) - ids.at(b.index)) : items;
  const shownFrom = items[0]?.index ?? 0;

  return (
    <div ref={frame} className={`vf-rank${compact ? ' vf-rank-compact' : ''}${props.withoutOwners ? ' vf-no-owners' : ''}${chances ? ' vf-with-chance' : ''}`}>
      <div
        role="grid" aria-label={t.tableLabel} aria-rowcount={props.total + 1} aria-colcount={columns.length} aria-multiselectable tabIndex={0}
        aria-activedescendant={current === null ? undefined : `row-${ids.at(current)}`} onKeyDown={onGridKey} onFocus={(event) => event.target === event.currentTarget && current === null && ids.length > 0 && setCurrent(shownFrom, false)}
      >
        <div className="vf-rank-top" role="presentation">
          <div className="vf-rank-head" role="row" aria-rowindex={1}>
            {columns.map((column) => {
              const sorted = column.sort === props.sort;
              const name = column.key === 'chance' ? robust.column : t.columns[column.key];
              return (
                <div key={column.key} role="columnheader" className={`vf-head-${column.key}`} aria-sort={sorted ? (props.order === 'asc' ? 'ascending' : 'descending') : undefined}>
                  {column.sort ? (
                    <button type="button" title={column.key === 'chance' ? robust.columnMeans({ top: chances!.top }) : t.sortBy({ column: name })} onClick={() => props.onSort(column.sort!, sorted ? (props.order === 'asc' ? 'desc' : 'asc') : column.first)}>
                      {name}<span className="vf-sort" aria-hidden>{sorted ? (props.order === 'asc' ? '↑' : '↓') : ''}</span>
                    </button>
                  ) : column.key === 'lenses' ? <span title={t.columns.lenses}>{t.columnsShort.lenses}</span> : name}
                </div>
              );
            })}
          </div>
        </div>
        <div ref={body} role="rowgroup" className={props.moving ? 'vf-rank-body vf-gliding' : 'vf-rank-body'} style={{ height: printing ? undefined : Math.max(height, ids.length * height) }}>
          {drawn.map((item) => {
            const id = ids.at(item.index);
            const row = rowOf(id);
            const view = viewOf(id);
            return (
              <Row
                key={id} id={id} index={item.index} top={item.start - margin} height={height} moving={props.moving} enterFrom={view ? item.index + view.change : item.index} first={shownFrom}
                current={current === item.index} chosen={selection.has(item.index)} label={t.rowLabel({ rank: view?.rank ?? '–', name: row?.name ?? '', score: view?.total?.toFixed(1) ?? '–' })}
                onClick={(event) => selection.click(item.index, event)} onDoubleClick={() => open(item.index)}
              >
                <RankCells id={id} row={row} view={view} asOf={props.asOf} comparable={props.comparable} chances={chances ?? null} chance={chances?.of(id) ?? null} />
              </Row>
            );
          })}
        </div>
      </div>
      {printing && items.length < props.total ? <p className="vf-small vf-faint">{t.printedFirst({ shown: format.number(items.length), all: format.number(props.total) })}</p> : null}
      {selection.bar}
    </div>
  );
}

interface RowProps {
  id: number; index: number; top: number; height: number; moving: boolean; enterFrom: number; first: number; current: boolean; chosen: boolean; label: string;
  onClick: (event: React.MouseEvent) => void; onDoubleClick: () => void; children: React.ReactNode;
}

/** One place in the list. A row that comes in while others glide enters from the side it comes from. */
function Row({ id, index, top, height, moving, enterFrom, first, current, chosen, label, onClick, onDoubleClick, children }: RowProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!moving || enterFrom === index || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const from = top + (enterFrom > index ? 1 : -1) * height * Math.min(12, Math.abs(enterFrom - index), Math.max(4, index - first + 4));
    place.current?.animate([{ transform: `translateY(${from}px)`, opacity: 0 }, { transform: `translateY(${top}px)`, opacity: 1 }], { duration: 240, easing: 'ease-out' });
  }, []);
  return (
    <div
      ref={place} id={`row-${id}`} role="row" aria-rowindex={index + 2} aria-selected={chosen} aria-label={label}
      className={`vf-rank-row${current ? ' vf-current' : ''}${chosen ? ' vf-chosen' : ''}`} style={{ transform: `translateY(${top}px)`, height }}
      onClick={onClick} onDoubleClick={onDoubleClick}
    >
      {children}
    </div>
  );
}
