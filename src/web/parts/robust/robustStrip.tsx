import { useState } from 'react';
import { Button, Input } from 'antd';
import type { Verdict } from '#domain/select/robust/verdict.ts';
import { readTop } from '#domain/select/robust/top.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { Progress } from '../progress.tsx';
import { Segments } from '../segments.tsx';
import { SPREADS, type RobustSetting, type Weightings } from './setting.ts';
import type { Robust } from './useRobust.ts';
import { VerdictMark } from './verdictMark.tsx';

/** Customers by verdict under the ranking on screen. */
export type VerdictCounts = Readonly<Record<Verdict | 'picks', number>>;

const SHOWN = ['solid', 'open', 'fragile', 'barred', 'overlooked'] as const;

/** What the weightings say of today's choice, in one sentence and five counts; what may vary, who counts, and how far the draws are. */
export default function RobustStrip({ robust, setting, counts, change, show, noSheet }: {
  /** There is no score sheet: nothing can be drawn. */
  noSheet: boolean;
  robust: Robust; setting: RobustSetting; counts: VerdictCounts | null; change: (part: Partial<RobustSetting>) => void; show: (verdict: Verdict) => void;
}) {
  const { robust: t } = useText();
  const format = useFormat();
  const { state, draws, drawn, secondsLeft, result, stale } = robust;
  const near = result && result.setting.weightings !== 'any' ? format.percent(result.setting.weightings, 0) : null;
  const how = near === null ? t.howAny : t.howNear({ share: near });
  return (
    <section className="vf-robust" aria-label={t.region}>
      <div className="vf-robust-said">
        <p className="vf-robust-finding" role="status">
          {counts && result ? (counts.picks === 0 ? t.nobody : t.finding({ picks: counts.picks, solid: counts.solid, fragile: counts.fragile, how })) : noSheet ? t.nobody : state === 'failed' ? t.failed : state === 'stopped' ? t.stopped({ drawn: format.number(drawn) }) : t.reading}
        </p>
        {counts && result && counts.picks > 0 ? <VerdictBar counts={counts} /> : null}
        {counts && result ? (
          <ul className="vf-robust-counts">
            {SHOWN.filter((verdict) => counts[verdict] > 0).map((verdict) => (
              <li key={verdict}>
                <button type="button" onClick={() => show(verdict)}>
                  <span className="vf-hidden">{t.showThose}</span><span className="vf-num">{format.number(counts[verdict])}</span><VerdictMark verdict={verdict} />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="vf-robust-asked vf-noprint">
        <Segments<string>
          label={t.weightings} shown value={String(setting.weightings)} choose={(value) => change({ weightings: value === 'any' ? 'any' : (Number(value) as Weightings) })}
          options={[{ value: 'any', text: t.any, title: t.anyMeans }, ...SPREADS.map((spread) => ({ value: String(spread), text: `±${format.percent(spread, 0)}`, title: t.nearMeans({ share: format.percent(spread, 0) }) }))]}
        />
        <TopField key={setting.top} top={setting.top} change={(top) => change({ top })} />
        <p className="vf-small vf-faint vf-num vf-robust-how">
          {result && state === 'done' ? t.drawn({ draws: format.number(result.tally.draws), seed: result.setting.seed, seconds: format.number(result.seconds, 1) }) : t.toDraw({ draws: format.number(draws), seed: setting.seed })}
          {state === 'done' ? <button type="button" className="vf-link" title={t.anotherMeans} onClick={() => change({ seed: setting.seed + 1 })}>{t.another}</button> : null}
        </p>
      </div>
      {state === 'running' ? (
        <div className="vf-robust-run vf-noprint">
          <Progress label={t.running} share={drawn / draws} note={[t.drawnOf({ drawn: format.number(drawn), all: format.number(draws) }), secondsLeft !== null && secondsLeft >= 1 ? t.left({ time: format.duration(secondsLeft) }) : null].filter(Boolean).join(' · ')} />
          <Button size="small" onClick={robust.cancel}>{t.cancel}</Button>
        </div>
      ) : state === 'stopped' || state === 'failed' || stale ? (
        <p className="vf-robust-run vf-small vf-noprint">{stale && state === 'done' ? t.stale : state === 'stopped' && result ? t.stopped({ drawn: format.number(drawn) }) : ''}<Button size="small" onClick={robust.again}>{t.again}</Button></p>
      ) : null}
    </section>
  );
}

/** Today's picks by what supports them, as one bar. */
function VerdictBar({ counts }: { counts: VerdictCounts }) {
  return (
    <div className="vf-robust-bar" aria-hidden>
      {(['solid', 'open', 'fragile', 'barred'] as const).map((verdict) => (counts[verdict] > 0 ? <i key={verdict} className={`vf-bar-${verdict}`} style={{ flexGrow: counts[verdict] }} /> : null))}
    </div>
  );
}

/** Who counts as picked: "20%" or "15"; taken when it makes sense, on Enter or on leaving the field. */
function TopField({ top, change }: { top: string; change: (top: string) => void }) {
  const { robust: t } = useText();
  const [typed, setTyped] = useState(top);
  const right = readTop(typed) !== null;
  const take = (): void => {
    if (right && typed.trim() !== top) change(typed.trim());
  };
  return (
    <label className="vf-robust-top" title={t.topMeans}>
      <span>{t.top}</span>
      <Input size="small" value={typed} status={right ? '' : 'error'} aria-invalid={!right} onChange={(event) => setTyped(event.target.value)} onBlur={take} onPressEnter={take} />
      {right ? null : <span className="vf-field-fault" role="alert">{t.topFault}</span>}
    </label>
  );
}
