import './opportunity.css';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { OPPORTUNITY_STAGES } from '#domain/insight/opportunity.ts';
import { HORIZONS } from '#domain/insight/horizon.ts';
import { FITS } from '#domain/insight/needs.ts';
import { answerOf } from '../../answers.ts';
import { call } from '../../call.ts';
import { useMe } from '../../me.ts';
import { useAllText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { Segments } from '../segments.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { CitedFacts } from './citedFacts.tsx';
import { forgetOpportunities } from './forgetOpportunities.ts';
import { bodyOf, draftOf, newDraft, type OpportunityDraft, type OpportunityView } from './opportunityDraft.ts';

/** Proposes an opportunity point, prefilled from a fact or a need, or changes one. Ctrl+Enter saves. */
export default function OpportunityDrawer({ account, from, change, close }: {
  /** A name that is not at hand ('') is read. */
  account: { readonly id: number; readonly name: string }; from?: Parameters<typeof newDraft>[2]; change?: OpportunityView; close: () => void;
}) {
  const { opportunity: t, match, errors } = useAllText();
  const me = useMe();
  const currency = me.workspace.reportingCurrency;
  const [draft, setDraft] = useState<OpportunityDraft>(() => (change ? draftOf(change, currency) : newDraft(currency, me.id, from)));
  const [tried, setTried] = useState(false);
  const [more, setMore] = useState(change !== undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const known = useQuery(answerOf('GET /api/accounts/{id}', { params: { id: account.id } })).data;
  const team = known?.team ?? [];
  const people = new Map([[me.id, me.name], ...team.map(({ person }) => [person.id, person.name] as const), ...(change?.owner ? [[change.owner.id, change.owner.name] as const] : [])]);
  const set = (patch: Partial<OpportunityDraft>): void => setDraft({ ...draft, ...patch });
  const body = bodyOf(draft);
  const numbers = { low: body.valueLow, likely: body.valueLikely, high: body.valueHigh };
  const noNumber = (field: keyof typeof numbers): boolean => Number.isNaN(numbers[field] ?? 0);
  const faulty = body.title === '' || Object.keys(numbers).some((field) => noNumber(field as keyof typeof numbers));
  const save = async (): Promise<void> => {
    setTried(true);
    if (faulty || busy) return;
    setBusy(true);
    setError(null);
    try {
      const { event } = change ? await call('PATCH /api/opportunities/{id}', { params: { id: change.id }, body }) : await call('POST /api/accounts/{id}/opportunities', { params: { id: account.id }, body: { opportunities: [body] } });
      if (event > 0) sayDone((change ? t.saved : t.proposed)({ title: body.title }), event);
      close();
      await forgetOpportunities();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  const withdraw = async (): Promise<void> => {
    try {
      const { event } = await call('POST /api/opportunities/{id}/withdraw', { params: { id: change!.id }, body: { withdrawn: true } });
      sayDone(t.withdrawn({ title: change!.title }), event);
      close();
      await forgetOpportunities();
    } catch (cause) {
      setError(cause);
    }
  };
  const amount = (field: 'low' | 'high', label: string) => (
    <Field label={label} fault={tried && noNumber(field) ? t.noNumber : null}>{(wiring) => <Input {...wiring} inputMode="decimal" className="vf-num" value={draft[field]} maxLength={40} onChange={(event) => set({ [field]: event.target.value })} />}</Field>
  );
  return (
    <SideDrawer
      title={<>{change ? t.edit : t.propose} <span className="vf-quiet vf-opportunity-of">{account.name || known?.account.name}</span></>} open close={close} width={520}
      footer={<div className="vf-spread"><Button type="primary" loading={busy} onClick={() => void save()}>{change ? t.keep : t.save}</Button>{change ? <Button type="text" danger onClick={() => void withdraw()}>{t.withdraw}</Button> : null}</div>}
    >
      <form className="vf-stack" onSubmit={(event) => event.preventDefault()} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void save(); }}>
        <Field label={t.name} hint={t.nameHint} fault={tried && body.title === '' ? errors.fields['required']! : null}>{(wiring) => <Input.TextArea {...wiring} autoFocus autoSize={{ minRows: 1, maxRows: 4 }} value={draft.title} maxLength={200} onFocus={(event) => event.target.select()} onChange={(event) => set({ title: event.target.value.replace(/\n/g, ' ') })} />}</Field>
        <Field label={t.value} hint={t.valueHint} fault={tried && noNumber('likely') ? t.noNumber : null}>{(wiring) => (
          <div className="vf-opportunity-value">
            <Input {...wiring} inputMode="decimal" className="vf-num" value={draft.likely} maxLength={40} onChange={(event) => set({ likely: event.target.value })} />
            <Select aria-label={t.currency} value={draft.currency} onChange={(next: string) => set({ currency: next })} options={[...new Set([currency, draft.currency, 'CNY', 'USD', 'EUR', 'HKD', 'JPY'])].map((value) => ({ value, label: value }))} />
          </div>
        )}</Field>
        <Segments shown label={t.horizon} value={draft.horizon} choose={(horizon) => set({ horizon })} options={HORIZONS.map((value) => ({ value, text: t.horizons[value], title: t.horizonMeans[value] }))} />
        <Field label={t.expected} hint={t.expectedHint}>{(wiring) => <Input {...wiring} type="date" className="vf-opportunity-day" value={draft.expectedOn} onChange={(event) => set({ expectedOn: event.target.value })} />}</Field>
        {draft.need ? <div className="vf-field"><span className="vf-opportunity-label">{t.need}</span><p className="vf-row vf-opportunity-need"><span>{draft.need.text}</span><button type="button" className="vf-icon-button" aria-label={t.takeOut({ statement: draft.need.text })} onClick={() => set({ need: null })}>×</button></p></div> : null}
        <div className="vf-field"><span className="vf-opportunity-label">{t.facts}</span><CitedFacts accountId={account.id} facts={draft.facts} change={(facts) => set({ facts })} /></div>
        {!more ? <button type="button" className="vf-link vf-opportunity-more" onClick={() => setMore(true)}>{t.more}</button> : (
          <>
            <div className="vf-opportunity-pair">{amount('low', t.low)}{amount('high', t.high)}</div>
            <Field label={t.fit}>{(wiring) => (
              <Select {...wiring} aria-label={t.fit} value={draft.fit ?? -1} onChange={(fit: number) => set({ fit: fit === -1 ? null : fit })}
                options={[{ value: -1, label: draft.need ? t.fitNeed : t.fitUnknown }, ...FITS.map((value) => ({ value, label: `${value} · ${match.fits[value]}` }))]} />
            )}</Field>
            <div className="vf-opportunity-pair">
              <Field label={t.category}>{(wiring) => <Input {...wiring} value={draft.category} maxLength={200} onChange={(event) => set({ category: event.target.value })} />}</Field>
              <Field label={t.unit}>{(wiring) => <Input {...wiring} value={draft.unit} maxLength={200} onChange={(event) => set({ unit: event.target.value })} />}</Field>
            </div>
            <div className="vf-opportunity-pair">
              <Field label={t.owner}>{(wiring) => <Select {...wiring} aria-label={t.owner} value={draft.ownerId ?? ''} onChange={(id: string) => set({ ownerId: id === '' ? null : id })} options={[{ value: '', label: t.nobody }, ...[...people].map(([value, label]) => ({ value, label }))]} />}</Field>
              <Field label={t.stage}>{(wiring) => <Select {...wiring} aria-label={t.stage} value={draft.stage} onChange={(stage: OpportunityDraft['stage']) => set({ stage })} options={OPPORTUNITY_STAGES.map((value) => ({ value, label: t.stages[value] }))} />}</Field>
            </div>
            <Field label={t.note}>{(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 2, maxRows: 8 }} value={draft.note} maxLength={4000} onChange={(event) => set({ note: event.target.value })} />}</Field>
          </>
        )}
        {error ? <ErrorNote error={error} retry={() => void save()} /> : null}
      </form>
    </SideDrawer>
  );
}
