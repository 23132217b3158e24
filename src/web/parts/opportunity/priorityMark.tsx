import { useAllText, useFormat } from '../../text/locale.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import type { OpportunityView } from './opportunityDraft.ts';

/** A priority as a figure over a bar with its range; solid, dashed or faded as its evidence is. Opens how it came about. */
export function PriorityMark({ one, how }: { one: OpportunityView; how: (one: OpportunityView) => void }) {
  const { opportunity: t, common } = useAllText();
  const format = useFormat();
  const { priority, low, high, completeness, state } = one.priority;
  const range = completeness < 1 ? ` (${t.range({ low: format.points(low), high: format.points(high) })})` : '';
  return (
    <button type="button" className={`vf-priority ${evidenceClass(state)}`} title={`${common.howComputed}: ${format.points(priority)}${range}\n${common.evidenceHelp[state]}`} aria-label={`${t.priorityOf({ n: format.points(priority) })}${range}, ${common.evidence[state]}. ${common.howComputed}`} onClick={(event) => (event.stopPropagation(), how(one))}>
      <span className="vf-num" aria-hidden>{format.number(priority)}</span>
      <span className="vf-priority-bar" aria-hidden>
        {completeness < 1 ? <span className="vf-priority-range" style={{ left: `${low}%`, width: `${high - low}%` }} /> : null}
        <span className="vf-priority-fill" style={{ width: `${priority}%` }} />
      </span>
    </button>
  );
}
