import { useRef, useState } from 'react';
import { Popover } from 'antd';
import { ASPECTS } from '#domain/insight/aspects.ts';
import { FITS } from '#domain/insight/needs.ts';
import { useAllText } from '../../../text/locale.ts';
import { evidenceClass } from '../../evidenceMark.tsx';
import { FitMark, NeedState } from './needState.tsx';
import { fitOf, type CapabilityOfNeed, type NeedView, type SetFit } from './needView.ts';

/** So many capabilities stand in the matrix before anything is matched. */
const FIRST_COLUMNS = 12;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Needs × capabilities. Arrow keys move, 0–4 sets the fit, Delete takes it back; a click offers the five levels in words. */
export function NeedGrid({ needs, capabilities, may, setFit, open }: { needs: readonly NeedView[]; capabilities: readonly CapabilityOfNeed[]; may: boolean; setFit: SetFit; open: (id: number) => void }) {
  const { match: t, common } = useAllText();
  const [all, setAll] = useState(false);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [picking, setPicking] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const used = new Set(needs.flatMap((need) => need.matches.map((match) => match.capabilityId)));
  const asked = new Set(needs.map((need) => need.aspect));
  const sorted = capabilities.toSorted((a, b) => ASPECTS.indexOf(a.aspect) - ASPECTS.indexOf(b.aspect) || a.id - b.id);
  // Whoever begins sees capabilities of the aspects that the needs are about.
  const columns = all ? sorted : used.size > 0 ? sorted.filter((one) => used.has(one.id)) : sorted.toSorted((a, b) => Number(asked.has(b.aspect)) - Number(asked.has(a.aspect))).slice(0, FIRST_COLUMNS);
  const go = (row: number, column: number): void => {
    const next = [Math.max(0, Math.min(needs.length - 1, row)), Math.max(0, Math.min(columns.length - 1, column))] as const;
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus();
  };
  const press = (event: React.KeyboardEvent, need: NeedView, capabilityId: number, row: number, column: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const arrow = ARROWS[event.key];
    if (arrow) go(row + arrow[0], column + arrow[1]);
    else if (event.key === 'Enter') open(need.id);
    else if (event.key === 'Escape') setPicking(null);
    else if (may && /^[0-4]$/.test(event.key)) {
      setFit(need, capabilityId, Number(event.key));
      setPicking(null);
    } else if (may && (event.key === 'Delete' || event.key === 'Backspace') && fitOf(need, capabilityId) !== null) setFit(need, capabilityId, null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className="vf-scroll-x vf-need-scroll">
        <table className="vf-need-grid" role="grid" ref={table} aria-label={t.matrix}>
          <thead>
            <tr>
              <th className="vf-need-first">{t.need}</th><th title={t.importance} className="vf-right">{t.importance}</th><th className="vf-right">{t.best}</th><th />
              {columns.map((one) => (
                <th key={one.id} scope="col" className="vf-need-capability">
                  <span className={`vf-need-name ${evidenceClass(one.evidence)}`} title={`${one.name}\n${t.aspects[one.aspect]} · ${t.capabilityStates[one.state]} · ${one.evidence === 'proven' ? common.evidence.proven : t.noProof}`}>{one.name}</span>
                  {one.state === 'have' ? null : <span className={`vf-small vf-state-${one.state}`}>{t.capabilityStates[one.state]}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {needs.map((need, row) => (
              <tr key={need.id}>
                <th scope="row" className={`vf-need-first ${evidenceClass(need.evidence)}`}>
                  <button type="button" className="vf-board-title" onClick={() => open(need.id)}><span className="vf-hidden">{common.evidence[need.evidence]}: </span>{need.text}</button>
                  <span className="vf-small vf-faint">{t.aspects[need.aspect]}</span>
                </th>
                <td className="vf-right vf-num">{need.importance}</td>
                <td className="vf-right"><FitMark fit={need.fit.best} evidence={need.fit.evidence} /></td>
                <td><NeedState need={need} /></td>
                {columns.map((one, column) => {
                  const fit = fitOf(need, one.id);
                  const key = `${row} ${column}`;
                  const cell = (
                    <td
                      key={one.id} role="gridcell" data-cell={key} tabIndex={at[0] === row && at[1] === column ? 0 : -1} aria-label={t.cell({ need: need.text, capability: one.name, fit: fit === null ? t.noFit : `${fit}. ${t.fits[fit]!}` })} aria-readonly={!may}
                      className="vf-need-cell" onFocus={() => setAt([row, column])} onKeyDown={(event) => press(event, need, one.id, row, column)} onClick={() => { if (may) setPicking(picking === key ? null : key); }}
                    ><FitMark fit={fit} evidence={one.evidence} have={one.state === 'have'} /></td>
                  );
                  return picking !== key ? cell : (
                    <Popover
                      key={one.id} open placement="bottom" trigger="click" onOpenChange={(next) => { if (!next) setPicking(null); }}
                      content={(
                        <div className="vf-need-pick" role="menu" aria-label={t.fit}>
                          {FITS.map((level) => <button key={level} type="button" role="menuitem" aria-current={fit === level} onClick={() => (setFit(need, one.id, level), setPicking(null), go(row, column))}><FitMark fit={level} evidence={one.evidence} /> {t.fits[level]}</button>)}
                          {fit === null ? null : <button type="button" role="menuitem" onClick={() => (setFit(need, one.id, null), setPicking(null), go(row, column))}><FitMark fit={null} evidence="assumed" /> {t.clearFit}</button>}
                        </div>
                      )}
                    >{cell}</Popover>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="vf-small vf-faint vf-noprint vf-need-foot">
        {capabilities.length > columns.length || all ? <label className="vf-row"><input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{t.allColumns(capabilities.length)}</label> : null}
        {may && columns.length > 0 ? <span>{t.matrixHelp}</span> : null}
      </p>
    </>
  );
}
