import { useAllText, useFormat } from '../../../text/locale.ts';
import { PersonName } from './personName.tsx';
import type { PersonRow } from './types.ts';

/** People as rows; a name opens its person. `end` fills the last cell of a row. */
export function PeopleTable({ rows, open, organisation = false, end }: { rows: readonly PersonRow[]; open: (id: number) => void; organisation?: boolean; end?: (row: PersonRow) => React.ReactNode }) {
  const { people: t } = useAllText();
  const format = useFormat();
  return (
    <div className="vf-people-frame">
      <table className="vf-table vf-people-table">
        <thead><tr><th>{t.name}</th><th>{t.title}</th>{organisation ? <th>{t.organisation}</th> : null}<th>{t.knows}</th>{organisation ? null : <th>{t.owner}</th>}<th>{t.until}</th>{end ? <th /> : null}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td><button type="button" className="vf-people-open" onClick={() => open(row.id)}><PersonName person={row} /></button></td>
              <td>{row.title}</td>
              {organisation ? <td>{row.account?.name ?? row.organisation}</td> : null}
              <td className="vf-small vf-quiet">{row.knows.map((kind) => t.items[kind]).join(' · ')}</td>
              {organisation ? null : <td>{row.owner?.name ?? ''}</td>}
              <td className="vf-num vf-small vf-faint">{row.retainUntil ? format.day(row.retainUntil) : ''}</td>
              {end ? <td>{end(row)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
