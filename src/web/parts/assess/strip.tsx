import { useText, useWords } from '../../text/locale.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import { isIndicator, type Item, type ItemState } from './items.ts';

/** One small cell an indicator: solid, dashed, faded, dotted. Tells at a glance how much of a lens is known, and on what. */
export function EvidenceStrip({ items, stateOf, current, choose }: { items: readonly Item[]; stateOf: (key: string) => ItemState; current?: string | null; choose?: (key: string) => void }) {
  const { assess: t, common } = useText();
  const words = useWords();
  return (
    <span className="vf-strip">
      {items.filter(isIndicator).map((item) => {
        const state = stateOf(item.key);
        const label = t.cell({ name: words(item.name), state: common.evidence[state] });
        const className = `vf-cell ${evidenceClass(state)}${item.key === current ? ' vf-current' : ''}`;
        return choose ? <button key={item.key} type="button" tabIndex={-1} className={className} title={label} aria-label={label} onClick={() => choose(item.key)} /> : <i key={item.key} className={className} title={label} />;
      })}
    </span>
  );
}
