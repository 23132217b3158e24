import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { horizonOf, STRATEGY_KINDS, type StrategyKind } from '#domain/insight/strategy/strategyItem.ts';
import { HORIZONS, type Horizon } from '#domain/insight/horizon.ts';
import { readMinor } from '#domain/select/readNumber.ts';
import { minorDigits, toMajor } from '#domain/money.ts';
import { call } from '../../../call.ts';
import { useMe } from '../../../me.ts';
import { useAllText } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { sayDone } from '../../../undo.ts';
import { shortened } from '../../audit/sentence.ts';
import { ErrorNote, problemIn } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { Segments } from '../../segments.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { faultAt, forgetStrategy, type ItemView, type StrategyView } from './changing.ts';
import { CiteField } from './citeField.tsx';

/** One goal, investment area or part of the scope, new or changed. A day proposes the horizon. */
export function ItemForm({ accountId, view, item, kind, close }: { accountId: number; view: StrategyView; item: ItemView | null; kind: StrategyKind; close: () => void }) {
  const { strategy: t, errors } = useAllText();
  const me = useMe();
  const today = localDay();
  const [draft, setDraft] = useState({
    kind: item?.kind ?? kind, text: item?.text ?? '', horizon: item?.horizon ?? null, fromOn: item?.fromOn ?? '', toOn: item?.toOn ?? '', currency: item?.currency ?? me.workspace.reportingCurrency, facts: item?.facts ?? [],
    amount: item && item.amount !== null && item.currency !== null ? toMajor(item.amount, item.currency).toFixed(item.amount % 10 ** minorDigits(item.currency) === 0 ? 0 : minorDigits(item.currency)) : '',
  });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const minor = draft.amount.trim() === '' ? null : readMinor(draft.amount.trim().replace(/m$/i, '').replace(/k$/i, ''), draft.currency, '.', /m$/i.test(draft.amount.trim()) ? 6 : /k$/i.test(draft.amount.trim()) ? 3 : 0);
  const noAmount = draft.amount.trim() !== '' && (minor === null || Number.isNaN(minor));
  const save = async (): Promise<void> => {
    if (noAmount) return;
    setBusy(true);
    setError(null);
    const body = { kind: draft.kind, text: draft.text, horizon: draft.horizon, fromOn: draft.fromOn || null, toOn: draft.toOn || null, amount: minor, currency: minor === null ? null : draft.currency, facts: draft.facts };
    try {
      const { event } = item ? await call('PATCH /api/strategy/{id}', { params: { id: item.id }, body }) : await call('POST /api/accounts/{id}/strategy', { params: { id: accountId }, body: { items: [body] } });
      if (event > 0) sayDone(item ? t.edited : t.added({ n: 1, what: shortened(draft.text) }), event);
      close();
      await forgetStrategy();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  const fault = (name: string): string | null => faultAt(error, item ? name : `items.0.${name}`, errors.fields);
  const until = (toOn: string): void => setDraft({ ...draft, toOn, ...(toOn !== '' && draft.kind !== 'scope' ? { horizon: horizonOf(toOn, today) } : {}) });
  return (
    <SideDrawer title={item ? t.edit : t.addOne} open close={close} footer={<Button type="primary" loading={busy} onClick={() => void save()}>{t.save}</Button>}>
      <form className="vf-stack" onSubmit={(event) => (event.preventDefault(), void save())} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(); }}>
        <Segments label={t.kind} value={draft.kind} options={STRATEGY_KINDS.map((value) => ({ value, text: t.kinds[value] }))} choose={(next) => setDraft({ ...draft, kind: next })} />
        <Field label={t.text} hint={t.textHint} fault={fault('text')}>{(wiring) => <Input.TextArea {...wiring} autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} value={draft.text} onChange={(event) => setDraft({ ...draft, text: event.target.value })} />}</Field>
        <div className="vf-strategy-pair">
          <Field label={t.from} fault={fault('fromOn')}>{(wiring) => <Input {...wiring} type="date" value={draft.fromOn} onChange={(event) => setDraft({ ...draft, fromOn: event.target.value })} />}</Field>
          <Field label={t.to} fault={fault('toOn')}>{(wiring) => <Input {...wiring} type="date" value={draft.toOn} onChange={(event) => until(event.target.value)} />}</Field>
        </div>
        {draft.kind === 'scope' ? null : (
          <Field label={t.horizon} fault={fault('horizon')}>{(wiring) => <Select {...wiring} aria-label={t.horizon} value={draft.horizon ?? ''} onChange={(next: Horizon | '') => setDraft({ ...draft, horizon: next === '' ? null : next })} options={[{ value: '' as const, label: t.noHorizon }, ...HORIZONS.map((value) => ({ value, label: `${t.horizons[value]} · ${t.horizonSpans[value]}` }))]} />}</Field>
        )}
        <div className="vf-strategy-pair">
          <Field label={t.amount} hint={t.amountHint} fault={noAmount ? t.notAmount : fault('amount')}>{(wiring) => <Input {...wiring} className="vf-num" value={draft.amount} maxLength={40} onChange={(event) => setDraft({ ...draft, amount: event.target.value })} />}</Field>
          <Field label={t.currency} fault={fault('currency')}>{(wiring) => <Input {...wiring} value={draft.currency} maxLength={3} onChange={(event) => setDraft({ ...draft, currency: event.target.value.toUpperCase() })} />}</Field>
        </div>
        <CiteField accountId={accountId} ids={draft.facts} known={view.facts} change={(facts) => setDraft({ ...draft, facts })} fault={fault('facts')} />
        {error && !problemIn(error).fields ? <ErrorNote error={error} /> : null}
        <button type="submit" hidden />
      </form>
    </SideDrawer>
  );
}
