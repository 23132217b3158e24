import { useId, useState } from 'react';
import { Button, Input } from 'antd';
import { capabilityKey } from '#domain/insight/capability.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { shortened } from '../../audit/sentence.ts';
import { Field } from '../../field.tsx';
import { Segments } from '../../segments.tsx';
import type { CapabilityOfNeed, NeedView } from './needView.ts';

type Choice = 'open' | 'opportunity' | 'build' | 'none';

/** What becomes of a gap: an opportunity point, a capability to build (from the catalogue, or a new name in it), or nothing, with the reason. */
export function GapAnswer({ need, capabilities, mayKeep, act, propose }: {
  need: NeedView; capabilities: readonly CapabilityOfNeed[]; mayKeep: boolean; act: (work: () => Promise<{ event: number }>, done: string) => Promise<boolean>; propose: () => void;
}) {
  const { match: t } = useAllText();
  const offered = useId();
  const [choice, setChoice] = useState<Choice>(need.answer ?? 'open');
  const [note, setNote] = useState(need.answerNote);
  const [name, setName] = useState(capabilities.find((one) => one.id === need.capabilityId)?.name ?? '');
  const [tried, setTried] = useState(false);
  const known = capabilities.find((one) => capabilityKey(one.name) === capabilityKey(name));
  const isNew = name.trim() !== '' && !known;
  const fault = choice === 'none' && note.trim() === '' ? t.reasonNeeded : choice === 'build' && note.trim() === '' && (name.trim() === '' || (isNew && !mayKeep)) ? t.buildNamed : null;
  const send = (answer: Exclude<Choice, 'open'> | null): void => void act(async () => {
    const capabilityId = answer !== 'build' ? null : known?.id ?? (isNew && mayKeep ? (await call('POST /api/capabilities', { body: { capabilities: [{ aspect: need.aspect, name: name.trim(), state: 'missing' }] } })).ids[0]! : null);
    return await call('POST /api/needs/{id}/answer', { params: { id: need.id }, body: { answer, note: note.trim(), capabilityId } });
  }, t.answered({ need: shortened(need.text) }));
  const choose = (next: Choice): void => {
    setTried(false);
    if (next === 'opportunity' && need.opportunities.length === 0) return propose();
    setChoice(next);
    if (next === 'open' && need.answer !== null) send(null);
    else if (next === 'opportunity') send('opportunity');
  };
  const save = (): void => {
    setTried(true);
    if (fault === null && (choice === 'build' || choice === 'none')) send(choice);
  };
  return (
    <section className="vf-stack vf-gap" aria-label={t.answer}>
      <h3>{t.answer}</h3>
      <Segments label={t.answer} value={choice} choose={choose} options={(['open', 'opportunity', 'build', 'none'] as const).map((value) => ({ value, text: value === 'open' ? t.notAnswered : t.answers[value] }))} />
      {choice === 'build' ? (
        <Field label={t.buildWhat} hint={isNew && mayKeep ? t.buildNew({ name: name.trim() }) : t.buildHint} fault={tried ? fault : null}>{(wiring) => (
          <>
            <Input {...wiring} list={offered} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
            <datalist id={offered}>{capabilities.filter((one) => one.state !== 'have').map((one) => <option key={one.id} value={one.name} />)}</datalist>
          </>
        )}</Field>
      ) : null}
      {choice === 'build' || choice === 'none' ? (
        <>
          <Field label={t.answerNote} fault={tried && choice === 'none' ? fault : null}>{(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 1, maxRows: 4 }} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />}</Field>
          <Button className="vf-gap-save" onClick={save}>{t.answers[choice]}</Button>
        </>
      ) : null}
    </section>
  );
}
