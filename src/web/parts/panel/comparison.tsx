import { useState } from 'react';
import { Button, Tooltip } from 'antd';
import { isClose } from '#domain/select/panel/compare.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { call } from '../../call.ts';
import { useMe } from '../../me.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { useNames } from '../account/names.ts';
import { itemsOf } from '../assess/items.ts';
import { Segments } from '../segments.tsx';
import type { PanelView } from './assessorStrip.tsx';
import { CompareRow } from './compareRow.tsx';
import { markWord } from './markWord.ts';
import { useSteps } from './useSteps.ts';

const FILTERS = ['all', 'apart', 'open'] as const;
type Filter = (typeof FILTERS)[number];

/** The marks side by side, indicator by indicator: how far they are apart, why, what is proposed and agreed, and who holds on to another mark. */
export function ComparisonTable({ panel, model, active }: { panel: PanelView; model: ScoreModel; active: ScoreModel | undefined }) {
  const { panel: t, account: a } = useText();
  const names = useNames(model);
  const format = useFormat();
  const me = useMe();
  const { busy, step } = useSteps();
  const [filter, setFilter] = useState<Filter>('all');
  const items = new Map(itemsOf(model).map((item) => [item.key, item]));
  const known = active && new Set(itemsOf(active).map((item) => item.key));
  const agreed = new Map(panel.agreements.map((one) => [one.indicator, one]));
  const apart = (one: PanelView['comparison'][number]): boolean => one.n > 0 && !isClose(one);
  const shown = { all: panel.comparison, apart: panel.comparison.filter(apart), open: panel.comparison.filter((one) => one.n > 0 && !agreed.has(one.indicator)) };
  const close = panel.comparison.filter((one) => isClose(one) && !agreed.has(one.indicator) && (known?.has(one.indicator) ?? true));
  const assessors = panel.assessors.filter((one) => one.state === 'submitted').map((one) => one.person);
  const agree = (agreements: { indicator: string; value: number | string | boolean; reason: string }[], said: string) => step(() => call('POST /api/panels/{id}/agree', { params: { id: panel.id }, body: { agreements } }), said);
  return (
    <section className="vf-compare">
      <div className="vf-spread vf-wrap vf-compare-head">
        <h2>{t.compare}</h2>
        <div className="vf-row vf-wrap vf-noprint">
          <Segments label={t.compare} value={filter} choose={setFilter} options={FILTERS.map((value) => ({ value, text: t.filters[value]({ n: format.number(shown[value].length) }) }))} />
          {panel.can.agree && close.length > 0 ? (
            <Tooltip title={t.agreeCloseHelp}><Button type="primary" disabled={busy} onClick={() => void agree(close.map((one) => ({ indicator: one.indicator, value: one.proposal!, reason: '' })), t.agreedMany({ n: close.length }))}>{t.agreeClose({ n: close.length })}</Button></Tooltip>
          ) : null}
        </div>
      </div>
      {shown[filter].length === 0 ? <p className="vf-quiet">{t.noneLeft[filter]}</p> : (
        <div className="vf-scroll-x" role="region" aria-label={t.compare} tabIndex={0}>
          <table className="vf-table vf-compare-table" style={{ '--assessors': assessors.length } as React.CSSProperties}>
            <colgroup><col className="vf-col-name" />{assessors.map((person) => <col key={person.id} className="vf-col-person" />)}<col className="vf-col-plot" /><col className="vf-col-figure" span={4} /><col /></colgroup>
            <thead>
              <tr>
                <th scope="col">{t.indicator}</th>
                {assessors.map((person) => <th key={person.id} scope="col" className="vf-compare-person" title={person.name}>{person.name}</th>)}
                <th scope="col">{t.scale}</th><th scope="col" className="vf-right">{t.medianShort}</th><th scope="col" className="vf-right">{t.meanShort}</th><th scope="col" className="vf-right">{t.spreadShort}</th><th scope="col" className="vf-right" title={t.deviationHelp}>{t.deviationShort}</th>
                <th scope="col">{t.agreement}</th>
              </tr>
            </thead>
            {(['past', 'present', 'future', 'deductions', 'vetoes'] as const).map((group) => {
              const own = shown[filter].filter((one) => items.get(one.indicator)?.group === group);
              const rows = own.filter((one) => one.n > 0);
              const unjudged = own.filter((one) => one.n === 0);
              return own.length === 0 ? null : (
                <tbody key={group}>
                  <tr className="vf-compare-group"><th scope="colgroup" colSpan={assessors.length + 7}><span>{t.groups[group]}</span></th></tr>
                  {rows.map((one) => {
                    const item = items.get(one.indicator)!;
                    return (
                      <CompareRow
                        key={one.indicator} item={item} comparison={one} panel={panel} assessors={assessors} agreement={agreed.get(one.indicator)} names={names} known={known?.has(one.indicator) ?? true} busy={busy} viewer={me.id}
                        agree={(value, reason) => void agree([{ indicator: one.indicator, value, reason }], t.agreed({ name: names.indicator(one.indicator), value: markWord(item.key, value, a, names) }))}
                        giveReason={(reason) => step(() => call('POST /api/panels/{id}/reason', { params: { id: panel.id }, body: { indicator: one.indicator, reason } }), t.reasonKept, false)}
                        dissent={(reason) => step(() => call('POST /api/panels/{id}/dissent', { params: { id: panel.id }, body: { indicator: one.indicator, reason } }), t.dissented)}
                      />
                    );
                  })}
                  {unjudged.length > 0 ? <tr className="vf-compare-unjudged"><td colSpan={assessors.length + 7} className="vf-small vf-faint">{t.nobodyJudged({ names: unjudged.map((one) => names.indicator(one.indicator)).join(t.comma) })}</td></tr> : null}
                </tbody>
              );
            })}
          </table>
        </div>
      )}
    </section>
  );
}
