import { memo } from 'react';
import { Checkbox, Switch } from 'antd';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { makesTie, type ReadRow, type RowChoice } from './contactsRead.ts';
import { KindSelect, SpokeSelect } from './spoke.tsx';

type Choose = (rows: readonly number[], patch: RowChoice) => void;
type Mark = (rows: readonly number[], on: boolean) => void;
interface Rows { readonly rows: readonly { readonly n: number; readonly row: ReadRow }[]; readonly choices: ReadonlyMap<number, RowChoice>; readonly choose: Choose; readonly marked: ReadonlySet<number>; readonly mark: Mark }

/** The people of a file, each with what will become of it and what the colleague says of it. */
export function ContactRows({ rows, choices, choose, marked, mark }: Rows) {
  const { people: t, contacts: c } = useAllText();
  const markable = rows.filter(({ row }) => makesTie(row)).map(({ n }) => n);
  const all = markable.length > 0 && markable.every((n) => marked.has(n));
  return (
    <div className="vf-people-frame">
      <table className="vf-table vf-people-table vf-contact-rows">
        <thead><tr><th><Checkbox aria-label={c.markShown} title={c.markShown} disabled={markable.length === 0} checked={all} indeterminate={!all && markable.some((n) => marked.has(n))} onChange={(event) => mark(markable, event.target.checked)} /></th><th>{t.name}</th><th>{c.last}</th><th>{c.tie}</th><th>{t.onlyMine}</th><th>{t.takeThis}</th></tr></thead>
        <tbody>{rows.map(({ n, row }) => <ContactRow key={n} n={n} row={row} choice={choices.get(n)} choose={choose} marked={marked.has(n)} mark={mark} />)}</tbody>
      </table>
    </div>
  );
}

const NOTHING: RowChoice = {};

/** Drawn anew only when something about it was chosen: five hundred rows are on the page. */
const ContactRow = memo(function ContactRow({ n, row, choice, choose, marked, mark }: { n: number; row: ReadRow; choice: RowChoice | undefined; choose: Choose; marked: boolean; mark: Mark }) {
  const { people: t, contacts: c } = useAllText();
  const format = useFormat();
  const { contact, state, account } = row;
  const { out = false, mine = false, spoke = null, kind = null } = choice ?? NOTHING;
  const idle = state === 'repeated' || state === 'unchanged';
  const tie = makesTie(row);
  const where = [contact.department, contact.title, contact.organisation].filter(Boolean).join(' · ');
  return (
    <tr className={idle || out ? 'vf-contact-off' : marked ? 'vf-contact-marked' : undefined}>
      <td data-label={tie ? c.mark : undefined}>{tie ? <Checkbox aria-label={`${c.mark}: ${contact.name}`} checked={marked} onChange={(event) => mark([n], event.target.checked)} /> : null}</td>
      <td><strong>{contact.name}</strong> <span className="vf-tag" title={t.statesHelp[state]}>{t.states[state]}</span>{where ? <div className="vf-small vf-quiet">{where}</div> : null}{account ? <div className="vf-small vf-faint">{t.atCustomer({ name: account.name })}</div> : null}</td>
      <td data-label={tie ? c.last : undefined}>{tie ? <SpokeSelect key={spoke ?? ''} label={`${c.spoke} ${contact.name}`} value={spoke} none={contact.since === null ? c.unknown : format.day(contact.since)} disabled={out} choose={(next) => choose([n], { spoke: next })} /> : null}</td>
      <td data-label={tie ? c.tie : undefined}>{tie ? <KindSelect label={`${c.kind} ${contact.name}`} value={kind ?? 'card'} disabled={out} choose={(next) => choose([n], { kind: next === 'card' ? null : next })} /> : null}</td>
      <td data-label={tie ? t.onlyMine : undefined}>{tie ? <Switch size="small" aria-label={`${t.onlyMine}: ${contact.name}`} disabled={out} checked={mine} onChange={(on) => choose([n], { mine: on })} /> : null}</td>
      <td data-label={idle ? undefined : t.takeThis}>{idle ? null : <Checkbox aria-label={`${t.takeThis}: ${contact.name}`} checked={!out} onChange={(event) => choose([n], { out: !event.target.checked })} />}</td>
    </tr>
  );
});
