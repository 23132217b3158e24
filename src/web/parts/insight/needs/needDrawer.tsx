import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { ASPECTS, type Aspect } from '#domain/insight/aspects.ts';
import { FITS } from '#domain/insight/needs.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { shortened } from '../../audit/sentence.ts';
import { useChanging } from '../../changing.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { CitedFacts } from '../../opportunity/citedFacts.tsx';
import { forgetOpportunities } from '../../opportunity/forgetOpportunities.ts';
import { Segments } from '../../segments.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { GapAnswer } from './gapAnswer.tsx';
import { FitMark, NeedState } from './needState.tsx';
import type { CapabilityOfNeed, NeedsAnswer, NeedView, SetFit } from './needView.ts';

/** One need: its words, the facts it rests on, how our capabilities fit, and what becomes of its gap. Each change is kept as it is made. */
export function NeedDrawer({ account, need, capabilities, can, setFit, propose, close }: {
  account: { readonly id: number; readonly name: string }; need: NeedView; capabilities: readonly CapabilityOfNeed[]; can: NeedsAnswer['can']; setFit: SetFit; propose: () => void; close: () => void;
}) {
  const { match: t, opportunity } = useAllText();
  const [text, setText] = useState(need.text);
  const { error, act } = useChanging(forgetOpportunities);
  const may = can.describe;
  const change = (body: { text?: string; aspect?: Aspect; importance?: number; facts?: number[] }): void => void act(() => call('PATCH /api/needs/{id}', { params: { id: need.id }, body }), t.changed({ text: shortened(body.text ?? need.text) }));
  const withdraw = async (): Promise<void> => {
    if (await act(() => call('POST /api/needs/{id}/withdraw', { params: { id: need.id }, body: { withdrawn: true } }), t.withdrawn({ text: shortened(need.text) }))) close();
  };
  const matched = need.matches.flatMap((match) => {
    const capability = capabilities.find((one) => one.id === match.capabilityId);
    return capability ? [{ ...match, capability }] : [];
  });
  return (
    <SideDrawer
      title={<>{t.editNeed} <NeedState need={need} /></>} open close={close} width={560}
      footer={may ? <div className="vf-spread"><Button type="primary" onClick={propose}>{opportunity.fromNeed}</Button><Button type="text" danger onClick={() => void withdraw()}>{t.withdraw}</Button></div> : undefined}
    >
      <div className="vf-stack">
        <Field label={t.need}>{(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 1, maxRows: 6 }} disabled={!may} value={text} maxLength={2000} onChange={(event) => setText(event.target.value)} onBlur={() => (text.trim() === '' ? setText(need.text) : text.trim() !== need.text && change({ text: text.trim() }))} />}</Field>
        <div className="vf-opportunity-pair">
          <Field label={t.aspect}>{(wiring) => <Select {...wiring} aria-label={t.aspect} disabled={!may} value={need.aspect} onChange={(aspect: Aspect) => change({ aspect })} options={ASPECTS.map((value) => ({ value, label: t.aspects[value] }))} />}</Field>
          <div className="vf-field"><span className="vf-opportunity-label">{t.importance}</span><Segments label={t.importance} disabled={!may} value={String(need.importance)} choose={(value) => change({ importance: Number(value) })} options={['1', '2', '3', '4', '5'].map((value) => ({ value, text: value }))} /></div>
        </div>
        <div className="vf-field"><span className="vf-opportunity-label">{opportunity.facts}</span><CitedFacts accountId={account.id} facts={need.facts} may={may} change={(facts) => change({ facts: facts.map((fact) => fact.id) })} /></div>
        <section aria-label={t.fitsOf}>
          <h3>{t.fitsOf}</h3>
          <ul className="vf-need-fits">
            {matched.map(({ id, capability, fit, note }) => (
              <li key={capability.id}>
                <span>{capability.name}{capability.state === 'have' ? null : <span className={`vf-small vf-state-${capability.state}`}> {t.capabilityStates[capability.state]}</span>}{capability.evidence === 'proven' ? null : <span className="vf-small vf-faint"> · {t.noProof}</span>}</span>
                {may ? (
                  <Select size="small" aria-label={`${t.fit}: ${capability.name}`} value={fit} popupMatchSelectWidth={false} onChange={(next: number) => setFit(need, capability.id, next === -1 ? null : next)} options={[...FITS.map((value) => ({ value: value as number, label: `${value} · ${t.fits[value]!}` })), { value: -1, label: t.clearFit }]} />
                ) : <FitMark fit={fit} evidence={capability.evidence} />}
                {may ? <Input key={`${id} ${note}`} size="small" aria-label={`${t.fitNote} ${capability.name}`} placeholder={t.fitNote} defaultValue={note} maxLength={1000} onBlur={(event) => { if (event.target.value.trim() !== note) setFit(need, capability.id, fit, event.target.value.trim()); }} onPressEnter={(event) => event.currentTarget.blur()} /> : note ? <span className="vf-small vf-quiet">{note}</span> : null}
              </li>
            ))}
          </ul>
          {may ? (
            <Select<number> showSearch={{ optionFilterProp: 'label' }} size="small" className="vf-cite-find" aria-label={t.addFit} placeholder={t.addFit} value={null} onChange={(id) => setFit(need, id, 2)}
              options={capabilities.filter((one) => !matched.some((match) => match.capabilityId === one.id)).map((one) => ({ value: one.id, label: `${one.name} · ${t.aspects[one.aspect]}` }))} />
          ) : null}
        </section>
        {may ? <GapAnswer need={need} capabilities={capabilities} mayKeep={can.keep} act={act} propose={propose} /> : need.answer ? <p>{t.answer} <strong>{t.answers[need.answer]}</strong> {need.answerNote}</p> : null}
        {need.opportunities.length > 0 ? <section><h3>{t.points}</h3><ul>{need.opportunities.map((one) => <li key={one.id}>{one.title} <span className="vf-small vf-faint">{opportunity.stages[one.stage as keyof typeof opportunity.stages]}</span></li>)}</ul></section> : null}
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
