import { likelihoodOf } from '#domain/insight/sand/likelihood.ts';
import type { SandResult } from '#domain/insight/sand/simulate.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { useWidth } from '../../chart/useWidth.ts';
import { textWidth } from './parts.ts';
import { lineName, type LineView, type ScenarioView } from './sandView.ts';

/** As many as one looks at; the table of moves has all. */
const RANKED = 10;
const [TOP, BASE, HEIGHT] = [26, 92, 142];

/** What may come of the scenario: futures as a hill, the middle eight of ten as a bar, and the goal across it. */
export function Outcome({ result, goal, currency }: { result: SandResult; goal: number | null; currency: string }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>();
  const money = (minor: number): string => format.money(minor, currency);
  const { bins, low, high } = scaleOf(result, goal);
  const [left, right] = [8, width - 8];
  const x = (value: number): number => left + ((value - low) / (high - low || 1)) * (right - left);
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const place = (value: number, words: string): number => Math.max(0, Math.min(width - textWidth(words), x(value) - textWidth(words) / 2));
  const marks = apart([['P10', result.p10], ['P50', result.p50], ['P90', result.p90]].map(([name, value]) => ({ name: String(name), value: Number(value), words: `${name} ${money(Number(value))}` })), (mark) => place(mark.value, mark.words), width);
  const chance = result.chance;
  return (
    <section className="vf-sand-outcome" aria-label={t.result}>
      <h3>{t.result}</h3>
      <p>{result.p10 === result.p90 ? t.resultSure({ p50: money(result.p50) }) : t.resultLine({ p10: money(result.p10), p50: money(result.p50), p90: money(result.p90) })} {goal === null || chance === null ? t.noGoalLine : <strong data-likelihood={likelihoodOf(chance)}>{t.goalLine({ goal: money(goal), n: format.number(chance * 100), word: t.likelihood[likelihoodOf(chance)] })}</strong>}</p>
      <div ref={frame}>
        {width > 0 ? (
          <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={t.chartLabel({ p10: money(result.p10), p50: money(result.p50), p90: money(result.p90), goal: goal === null ? '–' : money(goal) })}>
            {bins.length > 1 ? bins.map((bin) => <rect key={bin.from} className={goal !== null && bin.from >= goal ? 'vf-future vf-future-reached' : 'vf-future'} x={x(bin.from)} width={Math.max(0.5, x(bin.to) - x(bin.from) - 0.5)} y={BASE - 16 - (bin.count / most) * (BASE - 16 - TOP)} height={(bin.count / most) * (BASE - 16 - TOP)} />) : null}
            <line className="vf-outcome-axis" x1={left} x2={right} y1={BASE} y2={BASE} />
            <rect className="vf-outcome-bar" x={x(result.p10)} width={Math.max(3, x(result.p90) - x(result.p10))} y={BASE - 6} height={12} rx={2} />
            <rect className="vf-outcome-middle" x={x(result.p50) - 1.5} width={3} y={BASE - 10} height={20} />
            <g className="vf-outcome-today"><line x1={x(result.base)} x2={x(result.base)} y1={BASE - 14} y2={BASE + 14} /><text x={place(result.base, `${t.today} ${money(result.base)}`)} y={HEIGHT - 4}>{`${t.today} ${money(result.base)}`}</text></g>
            {goal === null ? null : <g className="vf-goal"><line x1={x(goal)} x2={x(goal)} y1={16} y2={BASE + 12} /><text x={place(goal, `${t.goal} ${money(goal)}`)} y={11}>{`${t.goal} ${money(goal)}`}</text></g>}
            {marks.map((mark) => <text key={mark.name} className="vf-outcome-mark" x={mark.x} y={BASE + 28}>{mark.words}</text>)}
          </svg>
        ) : null}
      </div>
      {result.uncounted > 0 ? <p className="vf-small vf-sand-warn">{t.uncounted({ n: result.uncounted })}</p> : null}
      {result.baseUnknownLines > 0 ? <p className="vf-small vf-sand-warn">{t.baseUnknown({ n: result.baseUnknownLines })}</p> : null}
      <p className="vf-small vf-faint vf-measure">{t.method({ runs: format.number(result.runs), seed: String(result.seed) })}</p>
    </section>
  );
}

/** Bold figures are wider than other words. */
const boldWidth = (text: string): number => textWidth(text, 13);

/** All that is shown fits, with a little air on both sides. */
function scaleOf(result: SandResult, goal: number | null): { bins: SandResult['histogram']; low: number; high: number } {
  const values = [result.base, result.p10, result.p90, result.histogram[0]?.from ?? result.p10, result.histogram.at(-1)?.to ?? result.p90, ...(goal === null ? [] : [goal])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = (high - low || Math.abs(high) || 1) * 0.04;
  return { bins: result.histogram, low: low - air, high: high + air };
}

/** Places of words in one row that do not run into each other; what coincides says it once. */
function apart<T extends { value: number; words: string }>(marks: readonly T[], place: (mark: T) => number, width: number): (T & { x: number })[] {
  const placed = marks.map((mark) => ({ ...mark, x: place(mark) }));
  for (let n = 1; n < placed.length; n += 1) placed[n]!.x = Math.max(placed[n]!.x, placed[n - 1]!.x + boldWidth(placed[n - 1]!.words) + 8);
  for (let n = placed.length - 1; n >= 0; n -= 1) {
    const limit = n === placed.length - 1 ? width : placed[n + 1]!.x - 8;
    placed[n]!.x = Math.max(0, Math.min(placed[n]!.x, limit - boldWidth(placed[n]!.words)));
  }
  return placed;
}

/** Moves by what they bring on average, with their part of the uncertainty. */
export function Contributors({ result, scenario, lines, currency }: { result: SandResult; scenario: ScenarioView; lines: readonly LineView[]; currency: string }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const rows = result.moves.flatMap((one) => {
    const move = scenario.moves.find(({ id }) => id === one.id);
    const line = lines.find(({ id }) => id === move?.lineId);
    return move && line ? [{ one, move, line }] : [];
  }).toSorted((a, b) => (b.one.value ?? -1) - (a.one.value ?? -1) || a.one.id - b.one.id);
  const most = Math.max(1, ...rows.map(({ one }) => one.value ?? 0));
  if (rows.length === 0) return null;
  return (
    <section className="vf-sand-contributors" aria-label={t.contributes}>
      <h3>{t.contributes}</h3>
      <ol>
        {rows.slice(0, RANKED).map(({ one, move, line }) => (
          <li key={one.id}>
            <span className="vf-contributor-name">{move.text || move.opportunity?.title || t.fromHolder({ line: lineName(line), from: fromName(move, t) })}{move.text || move.opportunity ? <span className="vf-faint vf-small"> {t.fromHolder({ line: lineName(line), from: fromName(move, t) })}</span> : null}</span>
            <span className="vf-contributor-track" aria-hidden><i className={move.opportunity?.evidence === 'proven' ? '' : 'vf-contributor-assumed'} style={{ width: `${((one.value ?? 0) / most) * 100}%` }} /></span>
            <span className="vf-small vf-num">{one.value === null ? t.valueUnknown : t.expected({ value: format.money(Math.round(one.value), currency) })}{one.spread === null ? '' : ` · ${t.spread({ share: format.percent(Math.max(0, one.spread), 0) })}`}</span>
            {one.capped > 0 ? <span className="vf-small vf-sand-warn">{t.capped({ share: format.percent(one.capped, 0), room: format.number(one.room, 1) })}</span> : null}
          </li>
        ))}
      </ol>
      {rows.length > RANKED ? <p className="vf-small vf-quiet">{t.othersBring({ n: rows.length - RANKED, value: format.money(Math.round(rows.slice(RANKED).reduce((sum, { one }) => sum + (one.value ?? 0), 0)), currency) })}</p> : null}
    </section>
  );
}

type Words = ReturnType<typeof useAllText>['sand'];
/** Whom a move takes from, in words. */
export const fromName = (move: { readonly from: 'rival' | 'open' | 'unknown'; readonly supplier: string | null }, t: Words): string => (move.from === 'open' ? t.fromOpen : move.from === 'unknown' ? t.fromUnknown : move.supplier ?? '');
