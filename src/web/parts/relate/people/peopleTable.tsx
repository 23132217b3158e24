import { useAllText, useFormat } from '../../../text/locale.ts';
import { PersonName } from './personName.tsx';
import type { PersonRow } from './types.ts';

/** People of a customer as rows; a name opens its person. */
export function PeopleTable({ rows, open }: { rows: readonly PersonRow[]; open: (id: number) => void }) {
  const { people: t } = useAllText();
  const format = useFormat();
  return (
    <div className="vf-people-frame">
      <table className="vf-table vf-people-table">
        <thead><tr><th>{t.name}</th><th>{t.title}</th><th>{t.knows}</th><th>{t.owner}</th><th>{t.until}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td><button type="button" className="vf-people-open" onClick={() => open(row.id)}><PersonName person={row} /></button></td>
              <td className={row.title === row.name ? 'vf-people-repeated' : undefined}>{row.title}</td>
              <td className="vf-small vf-quiet">{row.knows.map((kind) => t.items[kind]).join(' · ')}</td>
              <td data-name={t.owner}>{row.owner?.name ?? ''}</td>
              <td className="vf-num vf-small vf-faint" data-name={t.until}>{row.retainUntil ? format.day(row.retainUntil) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
