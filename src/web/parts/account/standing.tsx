import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { ScoreWhisker, scoreBounds } from '../portfolio/scoreWhisker.tsx';
import { LensBars } from '../portfolio/lensBars.tsx';
import { ClassMark } from '../portfolio/classMark.tsx';
import type { ModelNames } from './names.ts';
import { valueText } from './valueText.ts';
import type { Explanation } from './waterfall.tsx';

/** Ways to the next grade shown at first: the smallest. */
const FIRST_STEPS = 5;

/** Where the customer stands: total with its bounds, lenses, class in words, and what would lift it. */
export function Standing({ explanation, account, names }: { explanation: Explanation; account: Answer<'GET /api/accounts/{id}'>['account']; names: ModelNames }) {
  const { account: t, common, portfolio: p } = useText();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { total, confidence, grade, lift, classReason } = explanation;
  const bounds = total === null ? null : scoreBounds(total, confidence);
  const known = (score: number | null): string => (score === null ? t.none : format.points(score));
  const figures = { value: known(classReason.value), potential: known(classReason.potential), lossQuarters: classReason.lossQuarters };
  const rule = t.classRules[classReason.rule as keyof typeof t.classRules] as string | ((figures: { value: string; potential: string; lossQuarters: number }) => string) | undefined;
  return (
    <section className="vf-standing" aria-label={t.score}>
      <div className="vf-standing-total" title={bounds ? p.scoreMeans({ score: format.points(total), confidence: format.percent(confidence, 0), low: format.points(bounds.low), high: format.points(bounds.high) }) : undefined}>
        <span className="vf-big vf-num">{format.points(total)}</span>
        {grade ? <span className={`vf-grade vf-grade-${grade} vf-grade-big`} title={t.grade({ grade })}>{grade}</span> : null}
        {total === null ? null : <span className="vf-standing-whisker"><ScoreWhisker total={total} confidence={confidence} width={132} /><span className="vf-small vf-quiet">{t.confidence({ share: format.percent(confidence, 0) })}</span></span>}
      </div>
      <dl className="vf-lens-list">
        {explanation.lenses.map((lens) => (
          <div key={lens.key}><dt>{t.lens[lens.key]}</dt><dd><LensBars scores={[lens.score]} width={96} /><span className="vf-num">{lens.score === null ? <span className="vf-faint">{p.lensUnknown}</span> : format.points(lens.score)}</span></dd></div>
        ))}
      </dl>
      <div>
        <h3>{account.class ? <ClassMark kind={account.class} word={t.classTitle({ class: common.classes[account.class] })} /> : t.classTitle({ class: '–' })}</h3>
        <p className="vf-quiet">{typeof rule === 'function' ? rule(figures) : (rule ?? t.classRules.unknown)}{classReason.potential === null && total !== null ? ` ${t.classUnknownPotential}` : ''}</p>
      </div>
      {lift.nextGrade ? (
        <div>
          <h3>{t.lift({ grade: lift.nextGrade })}</h3>
          <p className="vf-quiet">{t.liftMissing({ points: format.points(lift.missingPoints) })}</p>
          <ol className="vf-lift">
            {lift.steps.slice(0, all ? undefined : FIRST_STEPS).map((step) => {
              const indicator = names.find(step.indicator);
              const value = (raw: number | string | null): string => (raw === null ? t.liftUnknown : valueText(indicator, raw, account.currency, format, names, t));
              const name = names.indicator(step.indicator);
              // A deduction or red line that goes; the same level again, but proven; else another value.
              const words = !indicator ? t.liftGone({ name }) : step.from === step.to ? t.liftProve({ name, value: value(step.to) }) : t.liftStep({ name, from: value(step.from), to: value(step.to) });
              return (
                <li key={`${step.indicator}${String(step.to)}`}>
                  {indicator?.kind === 'computed' ? <span>{words}</span> : <Link to="/accounts/$id" params={{ id: String(account.id) }} search={{ tab: 'assess', at: step.indicator } as never} replace resetScroll={false}>{words}</Link>}
                  <span className="vf-num vf-move-up">{t.liftGain({ points: format.points(step.gain) })}{step.reaches ? <span className="vf-small"> · {t.liftReaches({ grade: lift.nextGrade! })}</span> : null}</span>
                </li>
              );
            })}
          </ol>
          {lift.steps.length > FIRST_STEPS && !all ? <button type="button" className="vf-link vf-small vf-noprint" onClick={() => setAll(true)}>{common.more}</button> : null}
          {lift.steps.length > 0 && !lift.steps.some((step) => step.reaches) ? <p className="vf-small vf-faint">{t.liftNone}</p> : null}
        </div>
      ) : grade === 'S' ? <p className="vf-quiet">{t.liftTop}</p> : null}
    </section>
  );
}
