import './decision.css';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { answerOf, useChange } from '../../answers.ts';
import type { Answer } from '../../call.ts';
import { useMe } from '../../me.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { AlternativesPicker } from './alternativesPicker.tsx';
import { decisionChanged } from './changed.ts';
import { DayField, useDay } from './dayField.tsx';
import { useFaults } from './faults.ts';
import { PeoplePicker } from './peoplePicker.tsx';

type Detail = Answer<'GET /api/accounts/{id}'>;

/** Choosing or dropping a key account: reasons for and against, who decided, what else was considered, and what will be kept of today. */
export default function DecideDrawer({ kind, detail, close }: { kind: 'choose' | 'drop'; detail: Detail; close: () => void }) {
  const { decisions: t } = useText();
  const me = useMe();
  const { account } = detail;
  const [pro, setPro] = useState('');
  const [con, setCon] = useState('');
  const [people, setPeople] = useState<readonly string[]>([me.id]);
  const [day, setDay] = useDay();
  const [alternatives, setAlternatives] = useState<readonly number[]>([]);
  const near = useQuery(answerOf('GET /api/accounts/{id}/decisions', { params: { id: account.id } }));
  const decide = useChange('POST /api/accounts/{id}/decisions', {
    done: (answer) => {
      close();
      sayDone((kind === 'choose' ? t.chosenDone : t.droppedDone)({ name: account.name }), answer.event);
      void decisionChanged();
    },
  });
  const faults = useFaults(decide.error);
  const send = (): void => decide.mutate({ params: { id: account.id }, body: { kind, reasons: { for: pro, against: con }, people: [...people], alternatives: [...alternatives], ...(day ? { decidedOn: day } : {}) } });
  const ready = pro.trim() !== '' && people.length > 0;
  return (
    <SideDrawer
      width={560} open close={close} title={(kind === 'choose' ? t.chooseTitle : t.dropTitle)({ name: account.name })}
      footer={<Button type="primary" danger={kind === 'drop'} disabled={!ready} loading={decide.isPending} onClick={send}>{kind === 'choose' ? t.choose : t.drop}</Button>}
    >
      <form className="vf-decide" onSubmit={(event) => { event.preventDefault(); if (ready) send(); }}>
        <Field label={t.reasonsFor[kind]} fault={faults.at('reasons.for')}>
          {(wiring) => <Input.TextArea {...wiring} autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} placeholder={t.forPlaceholder[kind]} value={pro} onChange={(event) => setPro(event.target.value)} />}
        </Field>
        <Field label={t.reasonsAgainst[kind]} fault={faults.at('reasons.against')}>
          {(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} placeholder={kind === 'choose' ? t.againstPlaceholder : undefined} value={con} onChange={(event) => setCon(event.target.value)} />}
        </Field>
        <div className="vf-decide-who">
          <Field label={t.people} fault={faults.at('people')}>{(wiring) => <PeoplePicker wiring={wiring} value={people} choose={setPeople} />}</Field>
          <DayField label={t.decidedOn} fault={faults.at('decidedOn')} value={day} choose={setDay} />
        </div>
        {kind === 'choose' ? (
          <fieldset className="vf-decide-set">
            <legend>{t.alternatives}</legend>
            <p className="vf-field-hint">{faults.at('alternatives') ?? t.alternativesHint}</p>
            <AlternativesPicker accountId={account.id} neighbours={near.data?.neighbours ?? []} value={alternatives} choose={setAlternatives} />
          </fieldset>
        ) : null}
        <Frozen detail={detail} />
        {faults.elsewhere ? <ErrorNote error={decide.error} /> : null}
      </form>
    </SideDrawer>
  );
}

/** What of today will be kept with the decision. */
function Frozen({ detail }: { detail: Detail }) {
  const { decisions: t, account: a } = useText();
  const format = useFormat();
  const { account, explanation } = detail;
  const version = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id: explanation.modelVersionId } }), staleTime: Infinity }).data?.version.version;
  const count = (state: string): string => format.number(explanation.indicators.filter((one) => one.state === state).length);
  const known = explanation.indicators.filter((one) => one.state !== 'missing').length;
  return (
    <section className="vf-frozen" aria-label={t.frozen}>
      <h3>{t.frozen}</h3>
      <ul>
        <li>{t.frozenScore({ score: format.points(explanation.total), confidence: format.percent(explanation.confidence, 0) })}{explanation.grade ? ` · ${a.grade({ grade: explanation.grade })}` : ''}{account.rank === null ? '' : ` · ${t.frozenRank({ rank: format.number(account.rank) })}`}</li>
        <li>{t.frozenMoney({ revenue: format.money(account.revenue, account.currency), contribution: format.money(account.contribution, account.currency), day: format.day(explanation.asOf) })}</li>
        <li>{t.frozenIndicators({ n: known, proven: count('proven'), assumed: count('assumed'), stale: count('stale') })}</li>
        <li>{t.frozenFacts}</li>
        {version === undefined ? null : <li>{t.frozenModel({ version: format.number(version) })}</li>}
      </ul>
    </section>
  );
}
