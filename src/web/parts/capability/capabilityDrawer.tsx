import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { ASPECTS, type Aspect } from '#domain/insight/aspects.ts';
import { CAPABILITY_STATES, PROOF_KINDS, type ProofKind } from '#domain/insight/capability.ts';
import { call } from '../../call.ts';
import { useAllText } from '../../text/locale.ts';
import { useChanging } from '../changing.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { forgetOpportunities } from '../opportunity/forgetOpportunities.ts';
import { Segments } from '../segments.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { ProofChip, type CapabilityView } from './proofChip.tsx';

const BLANK = { kind: 'certificate' as ProofKind, title: '', url: '', expiresOn: '' };

/** A capability: what it is, whether we have it, and what proves it. Each change is kept as it is made. */
export function CapabilityDrawer({ capability: one, may, close }: { capability: CapabilityView; may: boolean; close: () => void }) {
  const { match: t } = useAllText();
  const [proof, setProof] = useState(BLANK);
  const [name, setName] = useState(one.name);
  const [text, setText] = useState(one.text);
  const { error, act } = useChanging(forgetOpportunities);
  const change = (body: { name?: string; text?: string; aspect?: Aspect; state?: CapabilityView['state'] }) => void act(() => call('PATCH /api/capabilities/{id}', { params: { id: one.id }, body }), t.changed({ text: body.name ?? one.name }));
  const addProof = async (): Promise<void> => {
    if (proof.title.trim() === '') return;
    const body = { kind: proof.kind, title: proof.title.trim(), url: proof.url.trim() || null, expiresOn: proof.expiresOn || null };
    if (await act(() => call('POST /api/capabilities/{id}/proofs', { params: { id: one.id }, body: { proofs: [body] } }), t.proofAdded({ title: body.title }))) setProof(BLANK);
  };
  const withdraw = async (): Promise<void> => {
    if (await act(() => call('POST /api/capabilities/{id}/withdraw', { params: { id: one.id }, body: { withdrawn: true } }), t.withdrawn({ text: one.name }))) close();
  };
  return (
    <SideDrawer title={t.capability} open close={close} width={520} footer={may ? <Button type="text" danger onClick={() => void withdraw()}>{t.withdraw}</Button> : undefined}>
      <div className="vf-stack">
        <Field label={t.name}>{(wiring) => <Input {...wiring} value={name} disabled={!may} maxLength={200} onChange={(event) => setName(event.target.value)} onBlur={() => (name.trim() === '' ? setName(one.name) : name.trim() !== one.name && change({ name: name.trim() }))} onPressEnter={(event) => event.currentTarget.blur()} />}</Field>
        <Field label={t.aspect}>{(wiring) => <Select {...wiring} aria-label={t.aspect} disabled={!may} value={one.aspect} onChange={(aspect: Aspect) => change({ aspect })} options={ASPECTS.map((value) => ({ value, label: t.aspects[value] }))} />}</Field>
        <Field label={t.description}>{(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 2, maxRows: 8 }} value={text} disabled={!may} maxLength={2000} onChange={(event) => setText(event.target.value)} onBlur={() => text.trim() !== one.text && change({ text: text.trim() })} />}</Field>
        <Segments shown label={t.state} value={one.state} disabled={!may} choose={(state) => change({ state })} options={CAPABILITY_STATES.map((value) => ({ value, text: t.capabilityStates[value] }))} />
        <section aria-label={t.proofs}>
          <h3>{t.proofs}</h3>
          {one.proofs.length === 0 ? <p className="vf-small vf-quiet">{t.noProof}</p> : (
            <ul className="vf-proofs">{one.proofs.map((each) => (
              <li key={each.id}><ProofChip proof={each} />{may ? <button type="button" className="vf-icon-button" aria-label={t.withdrawProof({ title: each.title })} onClick={() => void act(() => call('POST /api/proofs/{id}/withdraw', { params: { id: each.id }, body: { withdrawn: true } }), t.withdrawn({ text: each.title }))}>×</button> : null}</li>
            ))}</ul>
          )}
          {may ? (
            <form className="vf-proof-add" onSubmit={(event) => (event.preventDefault(), void addProof())}>
              <Select aria-label={t.proofs} value={proof.kind} onChange={(kind) => setProof({ ...proof, kind })} options={PROOF_KINDS.map((value) => ({ value, label: t.proofKinds[value] }))} />
              <Input aria-label={t.proofTitle} placeholder={t.proofTitle} value={proof.title} maxLength={300} onChange={(event) => setProof({ ...proof, title: event.target.value })} />
              <Input aria-label={t.proofUrl} placeholder={t.proofUrl} type="url" value={proof.url} maxLength={2000} onChange={(event) => setProof({ ...proof, url: event.target.value })} />
              <label className="vf-small vf-quiet vf-row vf-wrap">{t.proofUntil} <Input type="date" className="vf-opportunity-day" value={proof.expiresOn} onChange={(event) => setProof({ ...proof, expiresOn: event.target.value })} /></label>
              <Button htmlType="submit" disabled={proof.title.trim() === ''}>{t.addProof}</Button>
            </form>
          ) : null}
        </section>
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
