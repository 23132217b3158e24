import { useFormat, useAllText } from '../../text/locale.ts';
import type { Report } from './types.ts';

const PARTS = ['created', 'changed', 'unchanged', 'leftOut', 'faults'] as const;

/** Where the rows of a file go, as one bar, and what they add up to. */
export function Summary({ report }: { report: Report }) {
  const { imports: t } = useAllText();
  const format = useFormat();
  const leftOut = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0);
  const counts: Record<(typeof PARTS)[number], number> = { ...report, leftOut };
  const shown = PARTS.filter((part) => counts[part] > 0);
  const all = shown.reduce((sum, part) => sum + counts[part], 0);
  return (
    <div className="vf-summary">
      <div className="vf-rows-bar" aria-hidden>
        {shown.map((part) => <span key={part} className={`vf-rows-${part}`} style={{ flexGrow: Math.max(counts[part] / all, 0.004) }} />)}
      </div>
      <ul className="vf-rows-legend">
        {shown.map((part) => <li key={part}><span className={`vf-swatch vf-rows-${part}`} aria-hidden /><strong className="vf-num">{format.number(counts[part])}</strong> {t.parts[part]}</li>)}
      </ul>
      <dl className="vf-facts">
        <div>
          <dt>{t.customers}</dt>
          <dd>{[report.accountsCreated > 0 ? t.customersNew(report.accountsCreated) : null, report.accountsChanged > 0 ? t.customersChanged(report.accountsChanged) : null, report.accountsKnown > 0 ? t.customersKnown(report.accountsKnown) : null].filter(Boolean).join(' · ') || '–'}</dd>
        </div>
        {report.firstDay && report.lastDay ? <div><dt>{t.period}</dt><dd className="vf-num">{t.fromTo(format.day(report.firstDay), format.day(report.lastDay))}</dd></div> : null}
        {report.totals.length > 0 ? (
          <div>
            <dt title={t.totalsHelp}>{t.totals}</dt>
            <dd className="vf-totals">{report.totals.map((total) => <span key={total.currency} className="vf-num">{format.moneyExact(total.amount, total.currency)}</span>)}</dd>
          </div>
        ) : null}
      </dl>
      <p className="vf-small vf-faint">{t.inSeconds(format.number(report.rows), format.duration(report.seconds))}</p>
    </div>
  );
}
