import { useState } from 'react';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { TIE_KINDS, type TieKind } from '#domain/relate/ties.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { sayDone } from '../../../undo.ts';
import { ErrorNote, problemIn } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { useNeeded } from '../../needed.ts';
import { SideDrawer } from '../../sideDrawer.tsx';
import { useSending } from '../../useSending.ts';
import { forgetWays } from './changing.ts';
import { PersonField } from './personField.tsx';

type Named = { readonly id: number; readonly name: string };

/** Tells that two people know each other: oneself and somebody, or two others. */
export function TellTie({ a: givenA, b: givenB, close }: { a: Named | null; b: Named | null; close: () => void }) {
  const { ways: t, errors } = useAllText();
  const [mine, setMine] = useState(givenA === null);
  const [draft, setDraft] = useState({ a: givenA?.id ?? null, b: givenB?.id ?? null, kind: 'met' as TieKind, evidence: '', place: '', last: '', private: false });
  const { busy, error, send: sending } = useSending();
  const set = (patch: Partial<typeof draft>): void => setDraft({ ...draft, ...patch });
  const fault = (field: string): string | null => {
    const found = error === null ? undefined : problemIn(error).fields?.find((one) => one.path === `ties.0.${field}`);
    return found ? ((errors.fields as Record<string, string>)[found.reason] ?? found.message) : null;
  };
  const needed = useNeeded({ a: !mine && draft.a === null, b: draft.b === null, evidence: draft.evidence.trim() === '' });
  const save = async (): Promise<void> => {
    const { b } = draft;
    if (!needed.complete() || b === null) return;
    await sending(async () => {
      const { event } = await call('POST /api/ties', { body: { ties: [{ a: mine ? null : draft.a, b, kind: draft.kind, evidence: draft.evidence, place: draft.place, lastContactOn: draft.last || null, private: draft.private }] } });
      sayDone(t.told, event);
      close();
      await forgetWays();
    });
  };
  return (
    <SideDrawer title={t.tell} open close={close} footer={<Button type="primary" loading={busy} onClick={() => void save()}>{t.save}</Button>}>
      <div ref={needed.form} className="vf-stack" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(); }}>
        <p className="vf-quiet">{t.tellLead}</p>
        <Field label={t.tellA} fault={needed.fault('a') ?? fault('a')}>
          {(wiring) => (
            <div className="vf-stack">
              <Segmented aria-label={t.tellA} value={mine ? 'me' : 'other'} onChange={(value) => setMine(value === 'me')} options={[{ value: 'me', label: t.tellMe }, { value: 'other', label: t.tellOther }]} />
              {mine ? null : <PersonField id={wiring.id} label={t.tellA} value={draft.a} known={givenA ?? undefined} choose={(a) => set({ a })} />}
            </div>
          )}
        </Field>
        <Field label={t.tellB} fault={needed.fault('b') ?? fault('b')}>{(wiring) => <PersonField id={wiring.id} label={t.tellB} value={draft.b} known={givenB ?? undefined} choose={(b) => set({ b })} />}</Field>
        <Field label={t.tellKind}>{(wiring) => <Select {...wiring} aria-label={t.tellKind} value={draft.kind} onChange={(kind) => set({ kind })} options={TIE_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))} />}</Field>
        <Field label={t.tellEvidence} hint={t.tellEvidenceHint} fault={needed.fault('evidence') ?? fault('evidence')}>{(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} value={draft.evidence} onChange={(event) => set({ evidence: event.target.value })} />}</Field>
        <Field label={t.tellPlace} fault={fault('place')}>{(wiring) => <Input {...wiring} maxLength={300} value={draft.place} onChange={(event) => set({ place: event.target.value })} />}</Field>
        <Field label={t.tellLast} hint={t.tellLastHint} fault={fault('lastContactOn')}>{(wiring) => <Input {...wiring} type="date" value={draft.last} onChange={(event) => set({ last: event.target.value })} />}</Field>
        <Checkbox checked={draft.private} onChange={(event) => set({ private: event.target.checked })}>{t.tellPrivate}</Checkbox>
        {error && !problemIn(error).fields ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
