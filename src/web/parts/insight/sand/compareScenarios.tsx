import { useMemo } from 'react';
import { planOf } from '#domain/insight/sand/goal.ts';
import { likelihoodOf } from '#domain/insight/sand/likelihood.ts';
import { RUNS, simulateSand } from '#domain/insight/sand/simulate.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import type { SandView } from './sandView.ts';

/** Scenarios side by side: a row each, on one scale, with how they fare against every goal. */
export function CompareScenarios({ view, chosen, choose }: { view: SandView; chosen: number | undefined; choose: (id: number) => void }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const results = useMemo(() => view.scenarios.map((scenario) => ({ scenario, result: simulateSand(planOf(view.lines, scenario.moves, view.goals), RUNS, scenario.seed) })), [view]);
  const goal = view.goals.find((one) => one.kind === 'sales')?.amount ?? null;
  const values = [...results.flatMap(({ result }) => [result.p10, result.p90, result.base]), ...(goal === null ? [] : [goal])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (value: number): number => 2 + ((value - low) / (high - low || 1)) * 96;
  const money = (minor: number): string => format.money(minor, view.currency);
  const rivals = view.goals.filter((one) => one.kind === 'competition');
  return (
    <section className="vf-sand-compare" aria-label={t.compare}>
      <h3>{t.compare}</h3>
      <div className="vf-scroll-x" tabIndex={0} role="region" aria-label={t.compare}>
        <table className="vf-table">
          <thead><tr><th scope="col">{t.compareColumns.scenario}</th><th scope="col" className="vf-right vf-compare-moves">{t.compareColumns.moves}</th><th scope="col" className="vf-compare-range">{t.compareColumns.range}</th><th scope="col" className="vf-right">{t.compareColumns.p10}</th><th scope="col" className="vf-right">{t.compareColumns.p50}</th><th scope="col" className="vf-right">{t.compareColumns.p90}</th>{goal === null ? null : <><th scope="col" className="vf-right vf-compare-goal-column">{t.compareColumns.goal}</th><th scope="col">{t.compareColumns.chance}</th></>}{rivals.length > 0 ? <th scope="col">{t.compareColumns.rivals}</th> : null}</tr></thead>
          <tbody>
            {results.map(({ scenario, result }) => (
              <tr key={scenario.id} className={scenario.id === chosen ? 'vf-compare-chosen' : undefined}>
                <th scope="row"><button type="button" className="vf-link" onClick={() => choose(scenario.id)}>{scenario.name}</button></th>
                <td className="vf-right vf-num vf-compare-moves">{format.number(scenario.moves.length)}</td>
                <td className="vf-compare-range">
                  <span className="vf-compare-track" aria-hidden>
                    <i className="vf-compare-bar" style={{ left: `${x(result.p10)}%`, width: `max(3px, ${x(result.p90) - x(result.p10)}%)` }} />
                    <i className="vf-compare-middle" style={{ left: `${x(result.p50)}%` }} />
                    {goal === null ? null : <i className="vf-compare-goal" style={{ left: `${x(goal)}%` }} />}
                  </span>
                </td>
                <td className="vf-right vf-num">{money(result.p10)}</td><td className="vf-right vf-num"><strong>{money(result.p50)}</strong></td><td className="vf-right vf-num">{money(result.p90)}</td>
                {goal === null ? null : <><td className="vf-right vf-num vf-compare-goal-column">{money(goal)}</td><td><span className="vf-num">{t.ofHundred({ n: format.number((result.chance ?? 0) * 100) })}</span> <span className="vf-small vf-quiet">{t.likelihood[likelihoodOf(result.chance ?? 0)]}</span></td></>}
                {rivals.length > 0 ? <td className="vf-small">{rivals.map((one) => {
                  const found = result.rivals.find((rival) => rival.id === one.id);
                  return <span key={one.id} className="vf-compare-rival">{one.rival} ≤ {format.percent((one.percent ?? 0) / 100)}: {found?.chance == null ? '?' : t.ofHundred({ n: format.number(found.chance * 100) })}</span>;
                })}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
