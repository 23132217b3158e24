import { useAllText, useFormat } from '../../../text/locale.ts';
import { GapSteps } from './gapSteps.tsx';
import { gapAlso, gapSays } from './gapSays.ts';
import type { CoverageView, Names } from './words.ts';

/** Every gap as a sentence with its people, the heaviest first, and what to do next. */
export function GapList({ account, view, names, open }: { account: { readonly id: number; readonly name: string }; view: CoverageView; names: Names; open: (person: number) => void }) {
  const { coverage: t } = useAllText();
  const format = useFormat();
  /** How much of the decision it is about stands below it: at its end it tore a name to stay whole. */
  const also = (gap: CoverageView['gaps'][number]): string[] => {
    const sentences = gapAlso(gap, names, t);
    return gap.weight === null ? sentences : [[t.weight({ share: format.percent(gap.weight, 0) }), ...sentences.slice(0, 1)].join(' · '), ...sentences.slice(1)];
  };
  return (
    <section className="vf-cov-gaps" aria-label={t.gaps}>
      <h3>{t.gaps} <span className="vf-num vf-faint">{view.gaps.length || ''}</span></h3>
      {view.gaps.length === 0 ? <p className="vf-quiet">{t.noGaps}</p> : (
        <ol>
          {view.gaps.map((gap) => (
            <li key={[gap.gap, ...gap.levels, ...gap.functions, ...gap.ours].join(' ')} data-gap={gap.gap}>
              <p>{gapSays(gap, names, t)}</p>
              {also(gap).map((sentence) => <p key={sentence} className="vf-small vf-quiet">{sentence}</p>)}
              <GapSteps account={account} view={view} gap={gap} names={names} open={open} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
