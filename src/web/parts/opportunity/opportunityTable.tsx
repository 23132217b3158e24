import { useRef } from 'react';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { toMajor } from '#domain/money.ts';
import { useListKeys } from '../../listKeys.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { Amount } from '../amount.tsx';
import { EvidenceMark } from '../evidenceMark.tsx';
import { tsv } from '../portfolio/tsv.ts';
import { PriorityMark } from './priorityMark.tsx';
import type { ViewProps } from './views.tsx';

/** Opportunity points in rows, to be read on paper and copied into a spreadsheet. */
export function OpportunityTable({ rows, currency, showAccount, edit, how }: ViewProps) {
  const { opportunity: t, common } = useAllText();
  const format = useFormat();
  const body = useRef<HTMLTableSectionElement>(null);
  useListKeys(body);
  const copy = (): void => {
    const head = [t.priority, t.edit, t.customer, t.stage, t.low, t.value, t.high, t.currency, t.matrixFit, t.expected, t.horizonFilter, t.parts.evidence, t.owner, t.category, t.unit];
    const major = (minor: number | null, of: string | null) => (minor === null || of === null ? null : toMajor(minor, of));
    const cells = rows.map((one) => [
      Math.round(one.priority.priority * 10) / 10, one.title, one.account.name, t.stages[one.stage], major(one.valueLow, one.currency), major(one.valueLikely, one.currency), major(one.valueHigh, one.currency), one.currency, one.priority.fit,
      one.expectedOn, t.horizons[one.horizon], common.evidence[one.priority.state], one.owner?.name ?? null, one.category, one.unit,
    ]);
    void navigator.clipboard.writeText(tsv([head, ...cells])).then(() => say(t.copied(cells.length)));
  };
  return (
    <>
      <div className="vf-scroll-x">
        <table className="vf-table vf-opportunity-table" aria-label={t.listLabel}>
          <thead><tr><th>{t.priority}</th><th>{t.edit}</th>{showAccount ? <th>{t.customer}</th> : null}<th>{t.stage}</th><th className="vf-right">{t.value}</th><th className="vf-right" title={t.fit}>{t.matrixFit}</th><th>{t.expected}</th><th title={t.horizon}>{t.horizonFilter}</th><th>{t.parts.evidence}</th><th>{t.owner}</th></tr></thead>
          <tbody ref={body}>
            {rows.map((one) => (
              <tr key={one.id} data-row tabIndex={-1}>
                <td><PriorityMark one={one} how={how} /></td>
                <td className="vf-opportunity-name"><button type="button" className="vf-board-title" onClick={() => edit(one)}>{one.title}</button>{one.category || one.unit ? <span className="vf-small vf-faint">{[one.category, one.unit].filter(Boolean).join(' · ')}</span> : null}</td>
                {showAccount ? <td className="vf-opportunity-customer"><Link to="/accounts/$id" params={{ id: String(one.account.id) }} search={{ tab: 'insight', part: 'opportunities' } as never}>{one.account.name}</Link></td> : null}
                <td>{t.stages[one.stage]}</td>
                <td className="vf-right">{one.priority.value === null ? <span className="vf-faint" title={one.priority.unknown.includes('rate') ? t.unknown.rate : t.noValue}>{one.valueLikely !== null && one.currency ? format.money(one.valueLikely, one.currency) : '?'}</span> : <Amount minor={one.priority.value} currency={currency} />}{one.currency && (one.valueLow !== null || one.valueHigh !== null) ? <span className="vf-small vf-faint vf-num vf-opportunity-range">{t.range({ low: format.money(one.valueLow, one.currency), high: format.money(one.valueHigh, one.currency) })}</span> : null}</td>
                <td className="vf-right vf-num">{one.priority.fit ?? <span className="vf-faint" title={t.fitUnknown}>?</span>}</td>
                <td className="vf-num">{one.expectedOn ? format.day(one.expectedOn) : <span className="vf-faint">?</span>}</td>
                <td title={t.horizonMeans[one.horizon]}>{t.horizons[one.horizon]}</td>
                <td><EvidenceMark state={one.priority.state} /></td>
                <td className="vf-nowrap">{one.owner?.name ?? <span className="vf-faint">{t.nobody}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="vf-noprint vf-opportunity-copy"><Button size="small" onClick={copy}>{t.copy}</Button></p>
    </>
  );
}
