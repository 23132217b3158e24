import './panel.css';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../../answers.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import type { ModelNames } from '../account/names.ts';
import { AssessorStrip } from './assessorStrip.tsx';
import { markWord } from './markWord.ts';

const InviteDrawer = lazy(() => import('./inviteDrawer.tsx').then((module) => ({ default: module.InviteDrawer })));
type Row = Answer<'GET /api/accounts/{id}/panels'>['rows'][number];
/** Agreed marks that are named before the rest waits behind a click; those with a dissent are always named. */
const NAMED = 6;

/** Panels on this customer: the open one, what past ones agreed on, who holds on to another mark; and inviting one. */
export function AccountPanels({ account, model, names }: { account: { id: number; name: string }; model: ScoreModel; names: ModelNames }) {
  const { panel: t } = useText();
  const [inviting, setInviting] = useState(false);
  const page = useQuery(answerOf('GET /api/accounts/{id}/panels', { params: { id: account.id } })).data;
  if (!page || (page.rows.length === 0 && !page.can.open)) return null;
  return (
    <section className="vf-section vf-account-panels" id="panels">
      <div className="vf-spread"><h2>{t.onAccount}</h2>{page.can.open ? <Button size="small" className="vf-noprint" onClick={() => setInviting(true)}>{t.invite}</Button> : null}</div>
      {page.rows.length === 0 ? <p className="vf-small vf-quiet">{t.onAccountHint}</p> : <ul className="vf-account-panel-list">{page.rows.map((row) => <PanelEntry key={row.id} row={row} names={names} />)}</ul>}
      <Suspense>{inviting ? <InviteDrawer account={account} people={page.people} model={model} open close={() => setInviting(false)} /> : null}</Suspense>
    </section>
  );
}

function PanelEntry({ row, names }: { row: Row; names: ModelNames }) {
  const { panel: t, account: a } = useText();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const open = row.phase === 'marking' || row.phase === 'comparing';
  // Dissents first: they must not be overlooked.
  const agreements = row.agreements.toSorted((one, other) => Number(other.dissents.length > 0) - Number(one.dissents.length > 0));
  const shown = all ? agreements : agreements.filter((one, n) => n < NAMED || one.dissents.length > 0);
  return (
    <li>
      <div className="vf-spread vf-wrap">
        <p><Link to="/panels/$id" params={{ id: String(row.id) }}>{row.question}</Link> <span className={row.late ? 'vf-tag vf-tag-late' : 'vf-tag'}>{row.waiting ? t.waiting[row.waiting] : row.late ? t.late : t.phases[row.phase]}</span></p>
        <span className="vf-small vf-faint vf-num">{row.agreements.length > 0 ? t.agreedOn({ n: row.agreements.length, day: format.day((row.closedAt ?? row.agreements[0]!.at).slice(0, 10)) }) : open ? t.due({ day: format.day(row.dueOn) }) : row.cancelledAt ? t.cancelledOn({ day: format.day(row.cancelledAt.slice(0, 10)) }) : t.agreedNothing}</span>
      </div>
      {open ? <AssessorStrip panel={row} /> : null}
      {agreements.length > 0 ? (
        <dl className="vf-agreed-list">
          {shown.map((one) => (
            <div key={one.indicator} className={one.dissents.length > 0 ? 'vf-agreed-dissented' : undefined}>
              <dt>{names.indicator(one.indicator)}</dt>
              <dd><span className="vf-num">{markWord(one.indicator, one.value, a, names)}</span>{one.counts ? null : <span className="vf-small vf-faint"> {t.replaced}</span>}</dd>
              {one.dissents.map((other) => <dd key={other.person.id} className="vf-dissent vf-small"><strong>{t.holdsOn({ name: other.person.name, value: markWord(one.indicator, other.value, a, names) })}</strong>{t.colon}{other.reason}</dd>)}
            </div>
          ))}
        </dl>
      ) : null}
      {shown.length < agreements.length ? <button type="button" className="vf-link vf-small vf-noprint" onClick={() => setAll(true)}>{t.moreAgreed({ n: agreements.length })}</button> : null}
    </li>
  );
}
