import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { AccountRow } from '#contract/select/accounts.ts';
import { toMajor } from '#domain/money.ts';
import type { Chances } from '../robust/chanceCell.tsx';
import { isTyping, useKeys } from '../../keys.ts';
import { useText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import type { IdList } from './listing.ts';
import type { ScoreView } from './scoreView.ts';
import { tsv } from './tsv.ts';

export interface Selection {
  readonly current: number | null;
  readonly has: (index: number) => boolean;
  /** Goes to a row; `extend` selects everything from where it began. */
  readonly setCurrent: (index: number, extend: boolean) => void;
  readonly toggle: (index: number) => void;
  readonly click: (index: number, event: React.MouseEvent) => void;
  readonly clear: () => void;
  /** Says how many are selected, compares and copies them. */
  readonly bar: ReactNode;
}

/** So many customers stand side by side. */
const MOST_COMPARED = 5;
const NOTHING: ReadonlySet<number> = new Set();

/** Rows chosen as in a spreadsheet: click, Shift, Ctrl, Space; copied as cells. Places, not customers: a new order empties it. */
export function useSelection(ids: IdList, rowOf: (id: number) => AccountRow | undefined, viewOf: (id: number) => ScoreView | null, chances: Chances | null): Selection {
  const { portfolio: t, common, compare, robust } = useText();
  const navigate = useNavigate();
  const [current, setPlace] = useState<number | null>(null);
  const [anchor, setAnchor] = useState(0);
  const [chosen, setChosen] = useState(NOTHING);
  useEffect(() => {
    setChosen((before) => (before.size === 0 ? before : NOTHING));
    setPlace((place) => (place !== null && place >= ids.length ? null : place));
  }, [ids]);

  const between = (a: number, b: number): Set<number> => new Set(Array.from({ length: Math.abs(a - b) + 1 }, (_, i) => Math.min(a, b) + i));
  const chanceCells = (id: number): (number | string | null)[] => {
    const found = chances?.of(id);
    return found ? [found.chance, found.verdict === 'outside' ? '' : robust.verdicts[found.verdict]] : [null, null];
  };
  const cells = (): string => {
    const { columns } = t;
    const head = [columns.rank, columns.name, columns.total, common.lenses.past, common.lenses.present, common.lenses.future, columns.grade, columns.class, columns.revenue, columns.contribution, t.currency, columns.owner, ...(chances ? [robust.column, robust.toggle] : [])];
    const rows = [...chosen].toSorted((a, b) => a - b).map((index) => {
      const row = rowOf(ids.at(index));
      const view = viewOf(ids.at(index));
      return [view?.rank ?? null, row?.name ?? null, view?.total ?? null, view?.past ?? null, view?.present ?? null, view?.future ?? null, view?.grade ?? null, view?.class ? common.classes[view.class] : null,
        row ? toMajor(row.revenue, row.currency) : null, row ? toMajor(row.contribution, row.currency) : null, row?.currency ?? null, row?.owner?.name ?? null, ...(chances ? chanceCells(ids.at(index)) : [])];
    });
    return tsv([head, ...rows]);
  };
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    // Text the person marked with the mouse stays what is copied.
    if (chosen.size === 0 || isTyping(event.target) || (getSelection()?.toString() ?? '') !== '') return;
    event.clipboardData?.setData('text/plain', cells());
    event.preventDefault();
    say(t.copied({ n: chosen.size }));
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => onCopy(event);
    document.addEventListener('copy', listener);
    return () => document.removeEventListener('copy', listener);
  }, []);

  const comparable = chosen.size >= 2 && chosen.size <= MOST_COMPARED;
  const compareThem = (): void => void navigate({ to: '/compare', search: { ids: [...chosen].toSorted((a, b) => a - b).map((index) => ids.at(index)).join(',') } as never });
  useKeys({ c: () => comparable && compareThem() });

  const place = (index: number): void => {
    setPlace(index);
    setAnchor(index);
  };
  const toggle = (index: number): void => {
    place(index);
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  };
  return {
    current, has: (index) => chosen.has(index), toggle,
    setCurrent: (index, extend) => {
      if (!extend) return place(index);
      setPlace(index);
      setChosen(between(anchor, index));
    },
    click: (index, event) => {
      if (event.shiftKey) {
        getSelection()?.removeAllRanges();
        setChosen(between(anchor, index));
        setPlace(index);
      } else if (event.ctrlKey || event.metaKey) toggle(index);
      else {
        place(index);
        setChosen(NOTHING);
      }
    },
    clear: () => setChosen(NOTHING),
    bar: chosen.size === 0 ? null : (
      <div className="vf-selection vf-noprint" role="status">
        <span className="vf-num">{t.selected({ n: chosen.size })}</span>
        <Button size="small" type="primary" disabled={!comparable} title={compare.linkMost} onClick={compareThem}>{comparable ? compare.linkN({ n: chosen.size }) : compare.link}</Button>
        <Button size="small" onClick={() => void navigator.clipboard.writeText(cells()).then(() => say(t.copied({ n: chosen.size })))}>{t.copyRows({ n: chosen.size })}</Button>
        <Button size="small" type="text" onClick={() => setChosen(NOTHING)}>{t.clearSelection}</Button>
      </div>
    ),
  };
}
