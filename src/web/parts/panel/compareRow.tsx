import { Fragment, useState } from 'react';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import type { ModelNames } from '../account/names.ts';
import type { Item } from '../assess/items.ts';
import { AgreedCell } from './agreedCell.tsx';
import type { PanelView } from './assessorStrip.tsx';
import { choicesOf, type Value } from './choices.ts';
import { Dissents } from './dissents.tsx';
import { DotPlot } from './dotPlot.tsx';
import { markWord } from './markWord.ts';
import { Reasons } from './reasons.tsx';

interface Props {
  item: Item;
  comparison: PanelView['comparison'][number];
  panel: PanelView;
  assessors: readonly { readonly id: string; readonly name: string }[];
  agreement: PanelView['agreements'][number] | undefined;
  names: ModelNames;
  known: boolean;
  busy: boolean;
  viewer: string;
  agree: (value: Value, reason: string) => void;
  giveReason: (reason: string) => Promise<unknown>;
  dissent: (reason: string) => Promise<unknown>;
}

/** One indicator: everybody's mark, the plot, the figures, the agreed mark; below it the reasons and who dissents. */
export function CompareRow({ item, comparison, panel, assessors, agreement, names, known, busy, viewer, agree, giveReason, dissent }: Props) {
  const { panel: t, account: a } = useText();
  const words = useWords();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const name = words(item.name);
  const word = (value: Value): string => markWord(item.key, value, a, names);
  const personOf = (id: string): string => panel.assessors.find((one) => one.person.id === id)?.person.name ?? id;
  const marks = panel.marks.filter((mark) => mark.indicator === item.key && assessors.some((one) => one.id === mark.by));
  const facts = new Map(panel.facts.map((fact) => [fact.id, fact]));
  const cited = marks.flatMap((mark) => mark.factIds).map((id) => facts.get(id)).filter((fact) => fact !== undefined && fact.withdrawnAt === null);
  const state = cited.some((fact) => fact!.state === 'proven') ? 'proven' : cited.some((fact) => fact!.state === 'stale') ? 'stale' : 'assumed';
  const own = marks.find((mark) => mark.by === viewer);
  const mayDissent = panel.can.dissent && agreement !== undefined && own !== undefined && own.value !== agreement.value && !agreement.dissents.some((one) => one.person.id === viewer);
  const figure = (value: number | null, digits: number): string => (value === null ? '–' : format.number(value, digits));
  const details = (
    <>
      <Reasons name={name} marks={marks} outliers={comparison.outliers} agreed={agreement !== undefined} comparing={panel.phase === 'comparing'} facts={facts} personOf={personOf} word={word} own={panel.can.reason ? viewer : null} busy={busy} giveReason={giveReason} />
      {agreement ? <Dissents dissents={agreement.dissents} word={word} writing={mayDissent && writing ? own.value : null} busy={busy} leave={() => setWriting(false)} record={(reason) => void dissent(reason).then(() => setWriting(false))} /> : null}
    </>
  );
  const hasDetails = comparison.outliers.length > 0 || marks.some((mark) => mark.reason !== '' || mark.factIds.length > 0) || (agreement?.dissents.length ?? 0) > 0 || (mayDissent && writing);
  return (
    <Fragment>
      <tr className={hasDetails ? 'vf-compare-row vf-compare-open' : 'vf-compare-row'}>
        <th scope="row"><span className="vf-compare-name">{name}</span><span className="vf-small vf-quiet vf-compare-consent">{t.consents[comparison.consent]}{comparison.n < assessors.length ? ` · ${t.judgedBy({ n: format.number(comparison.n), all: format.number(assessors.length) })}` : ''}</span></th>
        {assessors.map((person) => {
          const mark = marks.find((one) => one.by === person.id);
          const far = comparison.outliers.includes(person.id);
          return (
            <td key={person.id} data-label={person.name} className={`vf-compare-mark${far ? ' vf-compare-far' : ''}${item.kind === 'assessed' ? ' vf-num' : ' vf-small'}`}>
              {mark ? <>{far ? <span className="vf-far-sign" aria-hidden>◆</span> : null}{word(mark.value)}{far ? <span className="vf-far-word vf-small" title={t.outlierHelp}>{t.outlier}</span> : null}</> : <span className="vf-faint" title={t.notJudged}>–<span className="vf-hidden">{t.notJudged}</span></span>}
            </td>
          );
        })}
        <td className="vf-compare-plot"><DotPlot comparison={comparison} name={name} personOf={personOf} wordOf={word} /></td>
        <td data-label={t.medianShort} className="vf-right vf-num">{figure(comparison.median, comparison.median !== null && comparison.median % 1 !== 0 ? 1 : 0)}</td>
        <td data-label={t.meanShort} className="vf-right vf-num">{figure(comparison.mean, 1)}</td>
        <td data-label={t.spreadShort} className="vf-right vf-num">{figure(comparison.spread, 0)}</td>
        <td data-label={t.deviationShort} className="vf-right vf-num">{figure(comparison.deviation, 1)}</td>
        <td data-label={t.agreement} className="vf-compare-agreed">
          <AgreedCell item={item} comparison={comparison} agreement={agreement} state={state} choices={choicesOf(item, a, words)} word={word} name={name} may={panel.can.agree} known={known} busy={busy} dissent={mayDissent && !writing ? () => setWriting(true) : null} own={own?.value ?? null} agree={agree} />
        </td>
      </tr>
      {hasDetails ? <tr className="vf-compare-details"><td colSpan={assessors.length + 7}>{details}</td></tr> : null}
    </Fragment>
  );
}
