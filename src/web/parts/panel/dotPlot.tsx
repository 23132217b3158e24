import { useText } from '../../text/locale.ts';
import type { PanelView } from './assessorStrip.tsx';
import { dotsOf, heightOf } from './dots.ts';

type Comparison = PanelView['comparison'][number];
const STEP = 26;
const RISE = 10;
const LEFT = 10;

/** The marks on the scale of 1–5: a dot a vote, far ones as lozenges, the median as a line. */
export function DotPlot({ comparison, name, personOf, wordOf }: { comparison: Comparison; name: string; personOf: (id: string) => string; wordOf: (value: Comparison['votes'][number]['value']) => string }) {
  const { panel: t } = useText();
  const label = t.plot({ name, votes: comparison.votes.map((vote) => t.vote({ value: wordOf(vote.value), names: vote.by.map(personOf).join(t.comma) })).join('; ') });
  if (comparison.kind === 'category') return <Votes comparison={comparison} personOf={personOf} wordOf={wordOf} />;
  const floor = 10 + heightOf(comparison) * RISE;
  const x = (level: number): number => LEFT + (level - 1) * STEP;
  return (
    <svg className="vf-dots" role="img" aria-label={label} width={x(5) + LEFT} height={floor + 14} viewBox={`0 0 ${x(5) + LEFT} ${floor + 14}`}>
      <line x1={x(1)} x2={x(5)} y1={floor} y2={floor} className="vf-dots-axis" />
      {[1, 2, 3, 4, 5].map((level) => <g key={level}><line x1={x(level)} x2={x(level)} y1={floor} y2={floor + 3} className="vf-dots-axis" /><text x={x(level)} y={floor + 13} textAnchor="middle" className="vf-dots-level">{level}</text></g>)}
      {comparison.median === null ? null : <line x1={x(comparison.median)} x2={x(comparison.median)} y1={2} y2={floor} className="vf-dots-median" />}
      {dotsOf(comparison).map((dot) => {
        const y = floor - 6 - dot.stack * RISE;
        return dot.far ? <path key={dot.by} d={`M${x(dot.level)} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5-5.5z`} className="vf-dots-far"><title>{personOf(dot.by)}</title></path>
          : <circle key={dot.by} cx={x(dot.level)} cy={y} r={4} className="vf-dots-dot"><title>{personOf(dot.by)}</title></circle>;
      })}
    </svg>
  );
}

/** Categories, deductions and red lines: a line a choice, a dot a vote. */
function Votes({ comparison, personOf, wordOf }: { comparison: Comparison; personOf: (id: string) => string; wordOf: (value: Comparison['votes'][number]['value']) => string }) {
  const { panel: t } = useText();
  return (
    <ul className="vf-votes vf-small">
      {comparison.votes.map((vote) => (
        <li key={String(vote.value)} title={t.vote({ value: wordOf(vote.value), names: vote.by.map(personOf).join(t.comma) })}>
          <span className="vf-votes-dots" aria-hidden>{vote.by.map((by) => <i key={by} className={comparison.outliers.includes(by) ? 'vf-votes-far' : undefined} />)}</span>
          <span>{wordOf(vote.value)}</span>
        </li>
      ))}
    </ul>
  );
}
