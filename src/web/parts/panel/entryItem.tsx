import { Button } from 'antd';
import { useText, useWords } from '../../text/locale.ts';
import { InlineEdit } from '../account/inlineEdit.tsx';
import type { ModelNames } from '../account/names.ts';
import { Cite } from '../assess/cite.tsx';
import type { Item } from '../assess/items.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import { FactChip } from '../facts/factChip.tsx';
import { choicesOf } from './choices.ts';
import { markWord } from './markWord.ts';
import type { Draft } from './useDrafts.ts';

interface Props {
  item: Item;
  draft: Draft;
  names: ModelNames;
  open: boolean;
  accountId: number;
  citing: boolean;
  setCiting: (on: boolean) => void;
  choose: () => void;
  mark: (at: number) => void;
  leaveOut: () => void;
  change: (patch: Partial<Draft>) => void;
}

/** One thing to mark: a line with what was chosen, or open with its sentences, the reason and the facts it cites. */
export function EntryItem({ item, draft, names, open, accountId, citing, setCiting, choose, mark, leaveOut, change }: Props) {
  const { panel: t, account: a, assess } = useText();
  const words = useWords();
  const name = words(item.name);
  const choices = choicesOf(item, a, words);
  const at = choices.findIndex((choice) => choice.value === draft.value);
  const word = draft.value === null ? t.cannotJudge : markWord(item.key, draft.value, a, names);
  const state = draft.facts.some((fact) => fact.withdrawnAt === null) ? 'proven' : 'assumed';
  if (!open) {
    return (
      <div className="vf-item" data-item={item.key}>
        <button type="button" className="vf-item-open" onClick={choose}>
          <span className={`vf-item-value vf-num ${evidenceClass(draft.value === null ? 'missing' : state)}`} aria-hidden>{draft.value === null ? '' : item.kind === 'assessed' ? String(draft.value) : draft.value === false ? '–' : '✓'}</span>
          <span className="vf-item-words">
            <span className="vf-item-name">{name}<span className="vf-hidden">: {word}</span></span>
            {draft.value === null ? null : <span className="vf-item-sentence vf-small vf-quiet">{choices[at]?.text ?? word}</span>}
          </span>
        </button>
        <span className="vf-item-side vf-entry-side vf-small vf-faint vf-clip">{draft.value === null ? '' : draft.reason}</span>
      </div>
    );
  }
  return (
    <div className="vf-item-body" data-item={item.key} role="group" aria-label={name}>
      <div className="vf-item-head"><h4 tabIndex={-1}>{name}</h4></div>
      <ol className="vf-choices">
        {choices.map((choice, n) => (
          <li key={String(choice.value)}>
            <button type="button" className={n === at ? `vf-on ${evidenceClass(state)}` : undefined} aria-pressed={n === at} onClick={() => mark(n)}><b className="vf-num" aria-hidden>{n + 1}</b><span>{choice.text}</span></button>
          </li>
        ))}
      </ol>
      {draft.facts.length > 0 ? (
        <ul className="vf-cited" aria-label={assess.cites}>
          {draft.facts.map((fact) => (
            <li key={fact.id}>
              <div><p>{fact.statement}</p><FactChip fact={fact} /></div>
              <button type="button" className="vf-icon-button" aria-label={assess.uncite({ statement: fact.statement })} onClick={() => change({ facts: draft.facts.filter((one) => one.id !== fact.id) })}>×</button>
            </li>
          ))}
        </ul>
      ) : null}
      {citing ? (
        <Cite
          accountId={accountId} cited={draft.facts} close={() => setCiting(false)} write={null}
          choose={(fact, on) => change({ facts: on ? [...draft.facts.filter((one) => one.id !== fact.id), fact] : draft.facts.filter((one) => one.id !== fact.id) })}
          awaitFact={(fact) => change({ facts: [...draft.facts, fact] })}
        />
      ) : null}
      <div className="vf-item-note vf-small"><InlineEdit key={draft.reason} value={draft.reason} label={t.reasonFor({ name })} placeholder={t.addReason} may multiline maxLength={2000} keep={(reason) => change({ reason })} /></div>
      {item.kind === 'veto' && draft.value === true && draft.reason === '' ? <p className="vf-small vf-quiet">{t.redLineReason}</p> : null}
      <div className="vf-item-tools vf-noprint vf-entry-tools">
        {citing ? null : <Button size="small" onClick={() => setCiting(true)}>{assess.cite} <kbd className="vf-wide-only">c</kbd></Button>}
        {draft.value === null ? null : <Button size="small" type="text" onClick={leaveOut}>{t.leaveOut} <kbd className="vf-wide-only">0</kbd></Button>}
      </div>
    </div>
  );
}
