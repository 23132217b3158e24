import { useAllText } from '../../../text/locale.ts';
import { EvidenceMark } from '../../evidenceMark.tsx';
import { FactChip } from '../../facts/factChip.tsx';
import type { StrategyView } from './changing.ts';

/** The facts a note rests on, as chips; without one it says so, dashed. */
export function RestsOn({ ids, facts }: { ids: readonly number[]; facts: StrategyView['facts'] }) {
  const { strategy: t } = useAllText();
  const cited = facts.filter((fact) => ids.includes(fact.id));
  if (cited.length === 0) return <EvidenceMark state="assumed">{t.noFacts}</EvidenceMark>;
  return <span className="vf-strategy-facts">{cited.map((fact) => <FactChip key={fact.id} fact={fact} short />)}</span>;
}
