import { useState } from 'react';
import { Button, Input } from 'antd';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { sayDone } from '../../../undo.ts';
import { ErrorNote, problemIn } from '../../errorNote.tsx';
import { evidenceClass } from '../../evidenceMark.tsx';
import { Field } from '../../field.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { changing, faultAt, forgetStrategy, type StrategyView } from './changing.ts';
import { CiteField } from './citeField.tsx';
import { RestsOn } from './restsOn.tsx';

const PARTS = ['sells', 'business', 'soNeeds'] as const;

/** "Do they sell fruit, or make juice?" (卖水果还是做果汁): what they sell, what business they are really in, hence what they need. */
export function Business({ accountId, view }: { accountId: number; view: StrategyView }) {
  const { strategy: t, ...texts } = useAllText();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const [now, ...earlier] = view.business;
  const withdraw = (id: number, what: string): void => void changing(() => call('POST /api/business/{id}/withdraw', { params: { id }, body: { withdrawn: true } }), t.withdrawn({ what }), texts, format);
  const by = ({ by: person, at }: StrategyView['business'][number]) => <span className="vf-small vf-faint">{t.statedBy({ name: person?.name ?? t.someone, when: format.ago(at) })}</span>;
  return (
    <section className="vf-strategy-business" aria-label={t.businessTitle}>
      <div className="vf-spread vf-wrap">
        <div>
          <h2>{t.businessTitle}</h2>
          <p className="vf-strategy-teach"><strong>{t.teach}</strong> <span className="vf-quiet">{t.teachMore}</span></p>
        </div>
        {view.can.describe ? <Button type={now ? 'default' : 'primary'} className="vf-noprint" onClick={() => setWriting(true)}>{now ? t.stateAgain : t.state}</Button> : null}
      </div>
      {now ? (
        <div className={`vf-strategy-statement ${evidenceClass(now.state)}`}>
          <dl>{PARTS.map((part) => <div key={part}><dt className="vf-small">{t[part]}</dt><dd>{now[part] || '–'}</dd></div>)}</dl>
          <div className="vf-row vf-wrap"><RestsOn ids={now.facts} facts={view.facts} />{by(now)}
            {view.can.describe ? <button type="button" className="vf-link vf-small vf-noprint" onClick={() => withdraw(now.id, now.business)}>{t.withdrawStatement}</button> : null}
          </div>
        </div>
      ) : <p className="vf-quiet">{t.noStatement}</p>}
      {earlier.length > 0 ? (
        <details className="vf-noprint">
          <summary className="vf-small">{t.history({ n: earlier.length })}</summary>
          <ul className="vf-strategy-history">{earlier.map((one) => <li key={one.id}><span>{one.sells} → <strong>{one.business}</strong>{one.soNeeds ? ` → ${one.soNeeds}` : ''}</span> {by(one)}</li>)}</ul>
        </details>
      ) : null}
      {writing ? <BusinessForm accountId={accountId} view={view} close={() => setWriting(false)} /> : null}
    </section>
  );
}

function BusinessForm({ accountId, view, close }: { accountId: number; view: StrategyView; close: () => void }) {
  const { strategy: t, errors } = useAllText();
  const last = view.business[0];
  const [draft, setDraft] = useState({ sells: last?.sells ?? '', business: last?.business ?? '', soNeeds: last?.soNeeds ?? '', facts: last?.facts ?? [] });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { event } = await call('POST /api/accounts/{id}/business', { params: { id: accountId }, body: draft });
      sayDone(t.stated, event);
      close();
      await forgetStrategy();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  const hints = { sells: t.sellsHint, business: t.businessHint, soNeeds: t.soNeedsHint };
  return (
    <SideDrawer title={t.businessTitle} open close={close} footer={<Button type="primary" loading={busy} onClick={() => void save()}>{t.save}</Button>}>
      <div className="vf-stack" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(); }}>
        <p className="vf-quiet"><strong>{t.teach}</strong> {t.teachMore}</p>
        {PARTS.map((part) => (
          <Field key={part} label={t[part]} hint={hints[part]} fault={faultAt(error, part, errors.fields)}>
            {(wiring) => <Input.TextArea {...wiring} autoFocus={part === 'sells'} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} value={draft[part]} onChange={(event) => setDraft({ ...draft, [part]: event.target.value })} />}
          </Field>
        ))}
        <CiteField accountId={accountId} ids={draft.facts} known={view.facts} change={(facts) => setDraft({ ...draft, facts })} fault={faultAt(error, 'facts', errors.fields)} />
        {error && !problemIn(error).fields ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
