import { Link } from '@tanstack/react-router';
import { acceptabilityOf, centralWeights, rankShares } from '#domain/select/robust/acceptability.ts';
import { FRAGILE_BELOW, verdictOf } from '#domain/select/robust/verdict.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import type { WhatIf } from '../portfolio/useWhatIf.ts';
import { SideDrawer } from '../sideDrawer.tsx';
import { CentralWeights } from './centralWeights.tsx';
import { passingWeights } from './passingWeights.ts';
import { RankHistogram } from './rankHistogram.tsx';
import { Turning } from './turning.tsx';
import { useConfidence } from './useConfidence.ts';
import type { RobustResult } from './useRobust.ts';
import { VerdictMark } from './verdictMark.tsx';

/** One customer's robustness: where the weightings rank it, which of them pick it, how sure that is, and what would turn it. */
export default function RobustDrawer({ id, result, whatIf, nameOf, close }: { id: number | null; result: RobustResult; whatIf: WhatIf; nameOf: (id: number) => string | undefined; close: () => void }) {
  const at = id === null ? undefined : whatIf.indexOf(id);
  return (
    <SideDrawer open={at !== undefined} close={close} width={560} title={id === null ? '' : <Link to="/accounts/$id" params={{ id: String(id) }}>{nameOf(id) ?? `#${id}`}</Link>}>
      {at === undefined ? null : <Detail key={at} at={at} result={result} whatIf={whatIf} nameOf={nameOf} close={close} />}
    </SideDrawer>
  );
}

function Detail({ at, result, whatIf, nameOf, close }: { at: number; result: RobustResult; whatIf: WhatIf; nameOf: (id: number) => string | undefined; close: () => void }) {
  const { robust: t } = useText();
  const format = useFormat();
  const { tally, sheet } = result;
  const found = acceptabilityOf(tally, at);
  const central = centralWeights(tally, sheet.model, at);
  const factor = useConfidence(result, at, central);
  const { now, weights, setWeights } = whatIf;
  if (!found || !now || !weights) return <p className="vf-quiet">{t.noScore}</p>;
  const rank = now.rank[at]!;
  const verdict = verdictOf(tally, at, rank, sheet.veto[at] === 1);
  const number = format.number;
  const name = (other: number): string => nameOf(sheet.ids[other]!) ?? `#${number(now.rank[other]!)}`;
  const top = number(tally.top);
  return (
    <div className="vf-robust-detail">
      <section aria-label={t.chanceHead}>
        <p className="vf-robust-big"><strong className="vf-num">{format.percent(found.chance)}</strong> <span>{t.chanceOf({ top })}</span> {verdict ? <VerdictMark verdict={verdict} /> : null}</p>
        <RankHistogram shares={rankShares(tally, at)} top={tally.top} today={rank} last={found.worst} label={t.histogram({ low: number(found.low), high: number(found.high), mean: number(found.meanRank, 1) })} />
        <dl className="vf-robust-ranks">
          <div><dt>{t.mean}</dt><dd className="vf-num">{number(found.meanRank, 1)}</dd></div>
          <div><dt title={t.usualMeans}>{t.usual}</dt><dd className="vf-num">{number(found.low)}–{number(found.high)}</dd></div>
          <div><dt>{t.extremes}</dt><dd className="vf-num">{number(found.best)}–{number(found.worst)}</dd></div>
          <div><dt>{t.first}</dt><dd className="vf-num">{format.percent(found.first)}</dd></div>
        </dl>
      </section>
      <section aria-label={t.centralHead}>
        <h3>{t.centralHead}</h3>
        {central ? <><p className="vf-small vf-faint">{t.centralHow({ top })}</p><CentralWeights model={sheet.model} today={weights} central={central} /></> : <p className="vf-quiet">{t.neverPicked({ top })}</p>}
      </section>
      {central ? (
        <section aria-label={t.sureHead} aria-busy={factor === null}>
          <h3>{t.sureHead}</h3>
          <p role="status">{factor === null ? <span className="vf-faint">{t.sureReading}</span> : t.sure({ share: format.percent(factor, 0), top })}{factor !== null && factor < FRAGILE_BELOW ? ` ${t.unsure}` : ''}</p>
          <p className="vf-small vf-faint">{t.sureHow}</p>
        </section>
      ) : null}
      <section aria-label={t.turnsHead}>
        <h3>{t.turnsHead}</h3>
        <Turning
          sheet={sheet} scores={now} weights={weights} at={at} nameOf={name}
          apply={(reversal, ahead, behind) => {
            setWeights(passingWeights(sheet, weights, reversal, ahead, behind));
            say(t.tried);
            close();
          }}
        />
      </section>
    </div>
  );
}
