import { useState } from 'react';
import { Button, Select } from 'antd';
import { needsReason } from '#domain/select/panel/compare.ts';
import { useFormat, useText } from '../../text/locale.ts';
import type { Item } from '../assess/items.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import type { PanelView } from './assessorStrip.tsx';
import type { Choice, Value } from './choices.ts';
import { ReasonField } from './reasonField.tsx';

interface Props {
  item: Item;
  comparison: PanelView['comparison'][number];
  agreement: PanelView['agreements'][number] | undefined;
  /** How the agreed mark is known: by the facts that the panel's marks cite. */
  state: 'proven' | 'assumed' | 'stale';
  choices: readonly Choice[];
  word: (value: Value) => string;
  name: string;
  may: boolean;
  /** Whether the score model in use still has it. */
  known: boolean;
  busy: boolean;
  /** Opens the field for the viewer's dissent; null where they have none to record. */
  dissent: (() => void) | null;
  own: Value | null;
  agree: (value: Value, reason: string) => void;
}

/** The agreed mark of one indicator: accepted as proposed by one click, another one with its reason. */
export function AgreedCell({ item, comparison, agreement, state, choices, word, name, may, known, busy, dissent, own, agree }: Props) {
  const { panel: t } = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState<Value | null>(null);
  if (agreement) {
    return (
      <div className="vf-agreed">
        <span className={`vf-agreed-mark vf-num ${evidenceClass(state)}`} title={state === 'assumed' ? t.assumption : undefined}>{word(agreement.value)}</span>
        <span className="vf-small vf-faint">{t.agreedBy({ name: agreement.by?.name ?? '', day: format.day(agreement.at.slice(0, 10)) })}{agreement.counts ? '' : ` · ${t.replaced}`}</span>
        {agreement.reason ? <p className="vf-small vf-agreed-reason">{agreement.reason}</p> : null}
        {dissent && own !== null ? <button type="button" className="vf-link vf-small vf-noprint" aria-label={`${name}: ${t.dissent({ value: word(own) })}`} onClick={dissent}>{t.dissent({ value: word(own) })}</button> : null}
      </div>
    );
  }
  if (!known) return <span className="vf-small vf-faint">{t.notInModel}</span>;
  if (!may) return <span className="vf-small vf-faint">{t.notAgreed}</span>;
  const { proposal } = comparison;
  const take = (value: Value): void => {
    if (needsReason(comparison, value)) setChosen(value);
    else agree(value, '');
  };
  return (
    <div className="vf-agreeing">
      <span className="vf-agree-print vf-small vf-faint">{t.notAgreed}</span>
      {proposal === null ? <p className="vf-small vf-quiet vf-noprint">{t.tie}</p> : null}
      <div className="vf-row vf-wrap vf-noprint">
        {proposal === null ? null : <Button size="small" disabled={busy} onClick={() => agree(proposal, '')} aria-label={`${name}: ${t.propose({ value: word(proposal) })}`}>{t.propose({ value: word(proposal) })}</Button>}
        <Select
          size="small" variant="borderless" className="vf-agree-other" aria-label={`${name}: ${t.otherMark}`} placeholder={proposal === null ? t.chooseMark : t.otherMark} value={chosen === null ? undefined : choices.findIndex((choice) => choice.value === chosen)} popupMatchSelectWidth={false}
          onChange={(at: number) => take(choices[at]!.value)} options={choices.map((choice, at) => ({ value: at, label: item.kind === 'assessed' ? `${String(choice.value)} · ${choice.text}` : choice.text }))} disabled={busy}
        />
      </div>
      {chosen === null ? null : (
        <ReasonField label={`${t.reasonOfAgreement} (${t.reasonNeeded})`} action={`${t.agree}: ${word(chosen)}`} busy={busy} keep={(reason) => agree(chosen, reason)} leave={() => setChosen(null)} />
      )}
    </div>
  );
}
