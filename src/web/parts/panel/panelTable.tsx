import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { AssessorStrip, type PanelRow } from './assessorStrip.tsx';

/** Panels of a list: what is asked on whom, what it waits for, who is in, until when. */
export function PanelTable({ rows, label }: { rows: readonly PanelRow[]; label: string }) {
  const { panel: t } = useText();
  return (
    <table className="vf-table vf-panels" aria-label={label}>
      <thead><tr><th>{t.columns.question}</th><th>{t.columns.state}</th><th>{t.columns.assessors}</th><th>{t.columns.due}</th><th className="vf-right">{t.columns.agreed}</th></tr></thead>
      <tbody>{rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
    </table>
  );
}

function Row({ row }: { row: PanelRow }) {
  const { panel: t } = useText();
  const format = useFormat();
  const open = row.phase === 'marking' || row.phase === 'comparing';
  return (
    <tr data-row tabIndex={-1}>
      <td>
        <Link to="/panels/$id" params={{ id: String(row.id) }} className="vf-panels-question">{row.question}</Link>
        <Link to="/accounts/$id" params={{ id: String(row.account.id) }} className="vf-panels-account vf-small vf-quiet">{row.account.name}</Link>
      </td>
      <td>{row.waiting ? <span className="vf-tag vf-tag-waiting">{t.waiting[row.waiting]}</span> : <span className="vf-quiet">{t.phases[row.phase]}</span>}</td>
      <td data-label={t.columns.assessors}><AssessorStrip panel={row} /></td>
      <td data-label={t.columns.due} className="vf-num" title={row.closedAt ? t.closedBy({ name: row.closedBy?.name ?? '', day: format.time(row.closedAt) }) : undefined}>
        {row.dueOn === localDay() && open ? t.dueToday : format.day(row.dueOn)}{row.late ? <span className="vf-tag vf-tag-late">{t.late}</span> : null}
      </td>
      <td data-label={t.columns.agreed} className="vf-right vf-num">{row.phase === 'cancelled' ? '–' : t.agreedOf({ n: format.number(row.agreed), all: format.number(row.indicators.length) })}</td>
    </tr>
  );
}
