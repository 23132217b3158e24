import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from 'antd';
import { unitsBelow } from '#domain/insight/organisation/unit.ts';
import { useAllText } from '../../../text/locale.ts';
import type { OrgUnits } from './changing.ts';

type Unit = OrgUnits[number];
/** A small house stands open; of a large one the first two levels. */
const SMALL = 60;

interface Row { unit: Unit; level: number; below: number; at: number; of: number }

/** Units as a tree of the keyboard: arrows walk, open and close, Home and End jump, * opens all beside. */
export function OrgTree({ units }: { units: OrgUnits }) {
  const { org: t } = useAllText().strategy;
  const below = useMemo(() => unitsBelow(units) as Map<number | null, Unit[]>, [units]);
  const parents = useMemo(() => units.filter((unit) => below.has(unit.unit)).map((unit) => unit.unit), [units, below]);
  const tops = below.get(null) ?? [];
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set(units.length <= SMALL ? parents : tops.map((unit) => unit.unit)));
  const [focus, setFocus] = useState<number>(tops[0]?.unit ?? 0);
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => rowsOf(below, open), [below, open]);
  const at = Math.max(0, rows.findIndex((row) => row.unit.unit === focus));
  const go = (index: number): void => {
    const row = rows[Math.min(Math.max(0, index), rows.length - 1)];
    if (!row) return;
    setFocus(row.unit.unit);
    list.current?.querySelector<HTMLElement>(`[data-unit="${row.unit.unit}"]`)?.focus();
  };
  const set = (unit: number, opened: boolean): void => setOpen((was) => new Set(opened ? [...was, unit] : [...was].filter((one) => one !== unit)));
  const press = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const { unit, parent } = row.unit;
    const isOpen = open.has(unit);
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else if (event.key === 'ArrowRight' && row.below > 0 && isOpen) go(at + 1);
    else if (event.key === 'ArrowRight' && row.below > 0) set(unit, true);
    else if (event.key === 'ArrowLeft' && row.below > 0 && isOpen) set(unit, false);
    else if (event.key === 'ArrowLeft' && parent !== null) go(rows.findIndex((one) => one.unit.unit === parent));
    else if ((event.key === 'Enter' || event.key === ' ') && row.below > 0) set(unit, !isOpen);
    else if (event.key === '*') setOpen((was) => new Set([...was, ...(below.get(parent) ?? []).map((one) => one.unit)]));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="vf-org">
      {parents.length > 0 ? (
        <div className="vf-row vf-noprint">
          <Button size="small" onClick={() => setOpen(new Set(parents))}>{t.expand}</Button>
          <Button size="small" onClick={() => setOpen(new Set())}>{t.collapse}</Button>
        </div>
      ) : null}
      <ul role="tree" aria-label={t.tree} ref={list} onKeyDown={press}>
        {rows.map((row) => {
          const { unit } = row;
          const isOpen = open.has(unit.unit);
          return (
            <li
              key={unit.unit} role="treeitem" data-unit={unit.unit} aria-level={row.level} aria-posinset={row.at} aria-setsize={row.of} aria-selected={unit.unit === rows[at]?.unit.unit} tabIndex={unit.unit === rows[at]?.unit.unit ? 0 : -1}
              {...(row.below > 0 ? { 'aria-expanded': isOpen } : {})} style={{ '--level': row.level - 1 } as React.CSSProperties} onFocus={() => setFocus(unit.unit)} onClick={() => row.below > 0 && set(unit.unit, !isOpen)}
            >
              <span className="vf-org-sign" aria-hidden>{row.below === 0 ? '' : isOpen ? '▾' : '▸'}</span>
              <span className="vf-org-words">
                <span className="vf-org-name">{unit.name}</span>
                {unit.function ? <span className="vf-quiet">{unit.function}</span> : null}
                {unit.head ? <span className="vf-small vf-faint">{t.head} {unit.head}</span> : null}
              </span>
              <span className="vf-org-count vf-small vf-quiet vf-num">
                {row.below > 0 && !isOpen ? <span className="vf-faint">{t.below({ n: row.below })}</span> : null}
                {unit.people === null ? null : <span>{t.people({ n: unit.people })}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The rows that stand open, from the top. */
function rowsOf(below: ReadonlyMap<number | null, Unit[]>, open: ReadonlySet<number>): Row[] {
  const rows: Row[] = [];
  const walk = (parent: number | null, level: number): void => {
    const here = below.get(parent) ?? [];
    here.forEach((unit, n) => {
      rows.push({ unit, level, below: below.get(unit.unit)?.length ?? 0, at: n + 1, of: here.length });
      if (open.has(unit.unit)) walk(unit.unit, level + 1);
    });
  };
  walk(null, 1);
  return rows;
}
