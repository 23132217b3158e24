import { useAllText, useFormat } from '../../../text/locale.ts';
import { figureOf } from '../ways/figure.ts';
import { PersonName } from './personName.tsx';
import { Since, SpokeSelect } from './spoke.tsx';
import type { Answer } from '../../../call.ts';
import type { Spoke } from '#domain/relate/spoke.ts';

export type OwnContact = Answer<'GET /api/contacts'>['rows'][number];

/** Own contacts with the tie to oneself: how both know each other, when they last spoke, how strong it is by now. */
export function ContactsTable({ rows, open, say, keep }: { rows: readonly OwnContact[]; open: (id: number) => void; say: (row: OwnContact, spoke: Spoke) => void; keep: (row: OwnContact) => void }) {
  const { people: t, contacts: c, ways } = useAllText();
  const format = useFormat();
  return (
    <div className="vf-people-frame">
      <table className="vf-table vf-people-table vf-contacts-table">
        <thead><tr><th>{t.name}</th><th>{c.tie}</th><th>{c.last}</th><th className="vf-right">{c.strength}</th><th className="vf-wide-only">{t.until}</th><th /></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td><button type="button" className="vf-people-open" onClick={() => open(row.id)}><PersonName person={row} /></button><div className="vf-small vf-quiet">{[row.title, row.account?.name ?? row.organisation].filter(Boolean).join(' · ')}</div></td>
              <td className="vf-contact-keep">{row.tie ? ways.kinds[row.tie.kind] : ''}</td>
              <td data-label={row.tie ? c.last : undefined}>{row.tie === null ? null : row.tie.since === null && row.tie.can.say ? <SpokeSelect label={`${c.spoke} ${row.name}`} value={null} none={c.noneYet} choose={(spoke) => { if (spoke !== null) say(row, spoke); }} /> : <Since since={row.tie.since} span={row.tie.span} />}</td>
              <td className="vf-num vf-right" data-label={row.tie ? c.strength : undefined}>{row.tie === null ? '' : row.tie.strength === null ? <span className="vf-faint">{ways.unknownStrength}</span> : figureOf(format, row.tie.strength)}</td>
              <td className="vf-num vf-small vf-faint vf-wide-only">{row.retainUntil ? format.day(row.retainUntil) : ''}</td>
              <td className="vf-contact-keep">{row.keep ? <button type="button" className="vf-link vf-small" aria-label={`${row.private ? t.share : t.keepPrivate}: ${row.name}`} onClick={() => keep(row)}>{row.private ? t.share : t.keepPrivate}</button> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
