import { useFormat, useText, useWords } from '../../text/locale.ts';
import { evidenceClass, EvidenceMark } from '../evidenceMark.tsx';
import { FactChip, type FactView } from '../facts/factChip.tsx';
import type { Item, ItemState, MarkValue, MarkView } from './items.ts';
import { sentenceOfValue, valueWord } from './valueWord.ts';

export interface LineProps { item: Item; value: MarkValue; state: ItemState; mark: MarkView | undefined; facts: readonly FactView[]; may: boolean }

/** A judgement in one line: its value drawn as it is known, the sentence it stands for, the facts behind it, who said so and when. */
export function ItemLine({ item, value, state, mark, facts, may, choose, cite }: LineProps & { choose: () => void; cite: () => void }) {
  const { assess: t, common } = useText();
  const words = useWords();
  const format = useFormat();
  const judged = value !== null && value !== false;
  const said = judged ? (item.kind === 'veto' ? (mark?.note ?? '') : item.kind === 'deduction' ? t.applies : (sentenceOfValue(item, value, words) ?? valueWord(item, value, t, words))) : null;
  const [first, ...more] = facts;
  return (
    <div className="vf-item" data-item={item.key}>
      <button type="button" className="vf-item-open" onClick={choose}>
        <span className={`vf-item-value vf-num ${evidenceClass(judged ? state : 'missing')}`} aria-hidden>{item.kind === 'assessed' ? (judged ? String(value) : '') : judged ? '✓' : ''}</span>
        <span className="vf-item-words">
          <span className="vf-item-name">{words(item.name)}{item.points === null ? null : <span className="vf-small vf-faint"> · {t.takes({ points: format.number(item.points) })}</span>}</span>
          {judged ? <span className="vf-hidden">: {valueWord(item, value, t, words)}, {common.evidence[state]}. </span> : null}
          {said ? <span className="vf-item-sentence vf-small vf-quiet" title={said}>{said}</span> : null}
        </span>
      </button>
      <span className="vf-item-side">
        <span className="vf-item-evidence">
          {!judged ? (item.indicator ? <span className="vf-small vf-faint">{t.notAssessed}</span> : null) : first ? (
            <><FactChip fact={first} short />{more.length > 0 ? <span className="vf-small vf-faint vf-num" title={more.map((fact) => fact.statement).join('\n')}>+{more.length}</span> : null}</>
          ) : state !== 'assumed' ? null : may ? <button type="button" className={`vf-evidence ${evidenceClass('assumed')} vf-cite-button`} onClick={cite} title={common.evidenceHelp.assumed}>{t.assumption}<span className="vf-noprint"> · {t.citeOne}</span></button> : <EvidenceMark state="assumed">{t.assumption}</EvidenceMark>}
        </span>
        {judged && mark ? <span className="vf-item-who vf-small vf-faint vf-clip">{t.by({ name: mark.by?.name ?? t.system, day: format.day(mark.observedOn) })}{mark.note && item.kind !== 'veto' ? ` · ${mark.note}` : ''}</span> : null}
      </span>
    </div>
  );
}
