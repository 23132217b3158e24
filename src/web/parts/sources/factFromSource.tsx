import { useEffect, useState } from 'react';
import { Button, Input, Select } from 'antd';
import { FACT_KINDS, type FactKind } from '#domain/factKinds.ts';
import type { EvidenceKind } from '#domain/select/model.ts';
import { forget } from '../../answers.ts';
import { call, type Answer } from '../../call.ts';
import { useText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import type { Selected } from './selectedPlace.ts';

const KNOWN: readonly EvidenceKind[] = ['document', 'observed', 'person', 'hearsay', 'inferred'];

/** A selected passage becomes a fact: the statement in one's own words, the quotation and its place beside it. */
export function FactFromSource({ source, selected, close }: { source: Answer<'GET /api/sources/{id}'>['source']; selected: Selected | null; close: () => void }) {
  const { sources: t, common } = useText();
  const [today] = useState(() => localDay());
  const [statement, setStatement] = useState('');
  const [kind, setKind] = useState<FactKind>('strategy');
  const [evidence, setEvidence] = useState<EvidenceKind>('document');
  const [day, setDay] = useState(source.publishedOn ?? today);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (!selected) return;
    setStatement(selected.quote.replace(/\s+/g, ' ').trim().slice(0, 2000));
    setError(null);
  }, [selected]);
  const save = async (): Promise<void> => {
    if (!selected) return;
    setBusy(true);
    setError(null);
    try {
      const { page, from, to, quote } = selected;
      const { event } = await call('POST /api/accounts/{id}/facts', {
        params: { id: source.accountId },
        body: { facts: [{ statement, kind, evidence, sourceType: 'document', source: source.title, url: source.url, sourceId: source.id, observedOn: day, anchor: { page, from, to, quote } }] },
      });
      sayDone(t.recorded, event);
      document.getSelection()?.removeAllRanges();
      close();
      await forget('GET /api/sources/{id}', 'GET /api/accounts/{id}/facts', 'GET /api/accounts/{id}/sources', 'GET /api/accounts/{id}/timeline');
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <SideDrawer title={t.factTitle} open={selected !== null} close={close} footer={<Button type="primary" loading={busy} onClick={() => void save()}>{t.save}</Button>}>
      <div className="vf-stack" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(); }}>
        <Field label={t.statement} hint={t.statementHint}>{(wiring) => <Input.TextArea {...wiring} autoFocus autoSize={{ minRows: 3, maxRows: 10 }} value={statement} onChange={(event) => setStatement(event.target.value)} />}</Field>
        <div><p className="vf-small vf-faint">{t.quotation}, {t.place({ label: String(selected?.page ?? '') })}</p><blockquote className="vf-quotation">{selected?.quote}</blockquote></div>
        <Field label={t.kind}>{(wiring) => <Select {...wiring} aria-label={t.kind} value={kind} onChange={(next: FactKind) => setKind(next)} options={FACT_KINDS.map((one) => ({ value: one, label: common.factKinds[one] }))} />}</Field>
        <Field label={t.known}>{(wiring) => <Select {...wiring} aria-label={t.known} value={evidence} onChange={(next: EvidenceKind) => setEvidence(next)} options={KNOWN.map((one) => ({ value: one, label: common.evidenceKinds[one] }))} />}</Field>
        <Field label={t.observedOn}>{(wiring) => <Input {...wiring} type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} />}</Field>
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
