import { useMemo } from 'react';
import { diffModels, type ModelChange } from '#domain/select/diffModels.ts';
import { LENS_KEYS, type ScoreModel } from '#domain/select/model.ts';
import { useMe } from '../../me.ts';
import { useFormat, useAllText, useWords } from '../../text/locale.ts';
import { changeSentence } from './changeSentence.ts';

/** More changes of one lens than this are folded up. */
const FOLDED_FROM = 25;

/** What differs between two models, in sentences, lens by lens. */
export function ChangeList({ a, b }: { a: ScoreModel; b: ScoreModel }) {
  const texts = useAllText();
  const { diff: t } = texts;
  const words = useWords();
  const format = useFormat();
  const currency = useMe().workspace.reportingCurrency;
  const changes = useMemo(() => diffModels(a, b), [a, b]);
  const wording = { texts, format, words, currency };
  if (changes.length === 0) return <p className="vf-quiet">{t.none}</p>;
  const lensName = (key: string): string => words((b.lenses.find((lens) => lens.key === key) ?? a.lenses.find((lens) => lens.key === key))!.name);
  const groups: { key: string; title: string; list: ModelChange[] }[] = [
    { key: 'model', title: t.whole, list: changes.filter((change) => change.part.level === 'model' && change.type === 'renamed') },
    ...LENS_KEYS.map((key) => ({ key, title: lensName(key), list: changes.filter((change) => change.part.lens === key) })),
    { key: 'rules', title: t.rules, list: changes.filter((change) => change.part.lens === null && !(change.part.level === 'model' && change.type === 'renamed')) },
  ];
  return (
    <div className="vf-changes">
      {groups.filter((group) => group.list.length > 0).map((group) => (
        <details key={group.key} open={group.list.length < FOLDED_FROM}>
          <summary><h3>{group.title}</h3> <span className="vf-small vf-faint vf-num">{t.count({ n: group.list.length })}</span></summary>
          <ul>
            {group.list.map((change, i) => <li key={i} className={`vf-change vf-change-${sign(change)}`}><span aria-hidden className="vf-change-sign">{SIGNS[sign(change)]}</span>{changeSentence(change, wording)}</li>)}
          </ul>
        </details>
      ))}
    </div>
  );
}

const SIGNS = { plus: '+', minus: '−', other: '·' } as const;
const sign = ({ type }: ModelChange): keyof typeof SIGNS => (type === 'added' || type === 'optionAdded' ? 'plus' : type === 'removed' || type === 'optionRemoved' ? 'minus' : 'other');
