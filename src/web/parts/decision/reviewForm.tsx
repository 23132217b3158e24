import { useState } from 'react';
import { Button, Input } from 'antd';
import { OUTCOMES, type Outcome } from '#domain/select/decision/review.ts';
import { useChange } from '../../answers.ts';
import { useMe } from '../../me.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { Segments } from '../segments.tsx';
import { decisionChanged } from './changed.ts';
import type { Detail } from './frozen.ts';
import { DayField, useDay } from './dayField.tsx';
import { useFaults } from './faults.ts';
import { PeoplePicker } from './peoplePicker.tsx';

/** This year's review: does the choice stand, stand under watch, or is the account dropped? */
export function ReviewForm({ decision }: { decision: Detail['decision'] }) {
  const { decisions: t } = useText();
  const format = useFormat();
  const me = useMe();
  const [outcome, setOutcome] = useState<Outcome>('keep');
  const [note, setNote] = useState('');
  const [day, setDay] = useDay();
  const [people, setPeople] = useState<readonly string[]>([me.id]);
  const review = useChange('POST /api/decisions/{id}/reviews', {
    done: (answer) => {
      sayDone(t.reviewDone[outcome], answer.event);
      setNote('');
      void decisionChanged();
    },
  });
  const faults = useFaults(review.error);
  const ready = note.trim() !== '' && (outcome !== 'drop' || people.length > 0);
  const send = (): void => review.mutate({ params: { id: decision.id }, body: { outcome, note, ...(day ? { reviewedOn: day } : {}), ...(outcome === 'drop' ? { people: [...people] } : {}) } });
  return (
    <form className="vf-review-form vf-noprint" onSubmit={(event) => { event.preventDefault(); if (ready) send(); }}>
      {decision.reviewDue ? <p className={decision.due ? 'vf-note' : 'vf-quiet'}>{(decision.due ? t.dueSince : t.dueOn)({ day: format.day(decision.reviewDue) })}</p> : null}
      <div className="vf-review-outcome">
        <Segments label={t.outcome} shown value={outcome} options={OUTCOMES.map((value) => ({ value, text: t.outcomeChoices[value] }))} choose={setOutcome} />
        <span className="vf-small vf-quiet">{t.outcomeHints[outcome]}</span>
      </div>
      <Field label={t.note} fault={faults.at('note')}>
        {(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} placeholder={t.notePlaceholder} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <div className="vf-decide-who">
        {outcome === 'drop' ? <Field label={t.people} fault={faults.at('people')}>{(wiring) => <PeoplePicker wiring={wiring} value={people} choose={setPeople} />}</Field> : null}
        <DayField label={t.reviewedOnDay} fault={faults.at('reviewedOn')} value={day} choose={setDay} />
      </div>
      {faults.elsewhere ? <ErrorNote error={review.error} /> : null}
      <Button type="primary" htmlType="submit" danger={outcome === 'drop'} disabled={!ready} loading={review.isPending}>{t.review}</Button>
    </form>
  );
}
