import { useState } from 'react';
import { Button, Checkbox, Input, Select } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { addDays } from '#domain/day.ts';
import { FEWEST_ASSESSORS, MOST_ASSESSORS } from '#domain/select/panel/faults.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { useChange } from '../../answers.ts';
import type { Answer } from '../../call.ts';
import { useText, useWords } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { sayDone } from '../../undo.ts';
import { itemsOf } from '../assess/items.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { forgetPanels } from './forgetPanels.ts';

type People = Answer<'GET /api/accounts/{id}/panels'>['people'];
/** Days an assessor has unless somebody says otherwise. */
const DAYS = 7;

/** Invites a panel: what is asked, who assesses, until when, and what. */
export function InviteDrawer({ account, people, model, open, close }: { account: { id: number; name: string }; people: People; model: ScoreModel; open: boolean; close: () => void }) {
  const { panel: t, common } = useText();
  const words = useWords();
  const navigate = useNavigate();
  const items = itemsOf(model);
  const [question, setQuestion] = useState('');
  const [dueOn, setDueOn] = useState(() => addDays(localDay(), DAYS));
  const [assessors, setAssessors] = useState<string[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(items.map((item) => item.key)));
  const invite = useChange('POST /api/accounts/{id}/panels', {
    done: (answer) => {
      sayDone(t.invited({ n: assessors.length }), answer.event);
      void forgetPanels();
      void navigate({ to: '/panels/$id', params: { id: String(answer.id) } });
    },
  });
  const send = (): void => invite.mutate({ params: { id: account.id }, body: { question: question.trim(), dueOn, assessors, ...(chosen.size === items.length ? {} : { indicators: items.map((item) => item.key).filter((key) => chosen.has(key)) }) } });
  const toggle = (keys: readonly string[], on: boolean): void => setChosen((all) => {
    const next = new Set(all);
    for (const key of keys) if (on) next.add(key); else next.delete(key);
    return next;
  });
  const ready = question.trim() !== '' && assessors.length >= FEWEST_ASSESSORS && dueOn !== '' && chosen.size > 0;
  return (
    <SideDrawer
      title={t.inviteTitle({ name: account.name })} open={open} close={close}
      footer={<div className="vf-row"><Button type="primary" loading={invite.isPending} disabled={!ready} onClick={send}>{t.send}</Button><Button onClick={close}>{common.cancel}</Button></div>}
    >
      <div className="vf-stack vf-invite">
        <Field label={t.question}>{(wiring) => <Input.TextArea {...wiring} autoSize={{ minRows: 2, maxRows: 5 }} value={question} maxLength={500} placeholder={t.questionHint} onChange={(event) => setQuestion(event.target.value)} />}</Field>
        <Field label={t.people} hint={t.peopleHint}>
          {(wiring) => (
            <Select
              {...wiring} mode="multiple" value={assessors} onChange={(next: string[]) => setAssessors(next.slice(0, MOST_ASSESSORS))} placeholder={t.peoplePlaceholder} optionFilterProp="name" className="vf-invite-people"
              options={people.toSorted((one, other) => Number(one.why !== null) - Number(other.why !== null)).map(({ person, why }) => ({ value: person.id, name: person.name, disabled: why !== null, label: why === null ? person.name : <>{person.name} <span className="vf-small">· {t.whyNot[why]}</span></> }))}
            />
          )}
        </Field>
        <Field label={t.dueOn}>{(wiring) => <input {...wiring} type="date" className="vf-day" min={localDay()} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}</Field>
        <fieldset className="vf-invite-what">
          <legend>{t.indicators}</legend>
          <p className="vf-small vf-quiet">{chosen.size === items.length ? t.everything({ n: items.length }) : t.some({ n: chosen.size, all: items.length })}</p>
          {(['past', 'present', 'future', 'deductions', 'vetoes'] as const).map((group) => {
            const own = items.filter((item) => item.group === group);
            if (own.length === 0) return null;
            const on = own.filter((item) => chosen.has(item.key)).length;
            return (
              <details key={group}>
                <summary aria-label={`${t.groups[group]}: ${t.chooseSome}`}>
                  <Checkbox checked={on === own.length} indeterminate={on > 0 && on < own.length} onClick={(event) => event.stopPropagation()} onChange={(event) => toggle(own.map((item) => item.key), event.target.checked)}>{t.groups[group]}</Checkbox>
                  <span className="vf-small vf-faint vf-num">{t.some({ n: on, all: own.length })}</span>
                </summary>
                <div className="vf-invite-items">{own.map((item) => <Checkbox key={item.key} checked={chosen.has(item.key)} onChange={(event) => toggle([item.key], event.target.checked)}>{words(item.name)}</Checkbox>)}</div>
              </details>
            );
          })}
        </fieldset>
        {invite.error ? <ErrorNote error={invite.error} /> : null}
      </div>
    </SideDrawer>
  );
}
