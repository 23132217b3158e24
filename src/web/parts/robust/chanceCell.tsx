import { memo } from 'react';
import type { Verdict } from '#domain/select/robust/verdict.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { VerdictMark } from './verdictMark.tsx';

/** A customer's chance as a row shows it. */
export interface ChanceView {
  readonly chance: number;
  readonly verdict: Verdict;
}

/** Chances beside the ranked list: read by customer, opened by customer. */
export interface Chances {
  readonly of: (id: number) => ChanceView | null;
  readonly open: (id: number) => void;
  /** "36": how many are picked. */
  readonly top: string;
}

/** The chance as a small bar with its number, the verdict below; opens the customer's robustness. */
export const ChanceCell = memo(function ChanceCell({ id, name, view, top, open }: { id: number; name: string; view: ChanceView | null; top: string; open: (id: number) => void }) {
  const { robust: t } = useText();
  const format = useFormat();
  if (!view) return <span className="vf-faint">–</span>;
  const percent = format.percent(view.chance, view.chance > 0.995 && view.chance < 1 ? 1 : view.chance > 0 && view.chance < 0.01 ? 1 : 0);
  return (
    <button type="button" tabIndex={-1} className="vf-chance" title={t.chanceMeans({ chance: percent, top })} onClick={() => open(id)}>
      <span className="vf-hidden">{t.openRow({ name })}</span>
      <span className="vf-chance-bar" aria-hidden><i style={{ width: `${view.chance * 100}%` }} /></span>
      <span className="vf-num vf-chance-no">{percent}</span>
      <VerdictMark verdict={view.verdict} />
    </button>
  );
}, (a, b) => a.id === b.id && a.name === b.name && a.top === b.top && a.open === b.open && a.view?.chance === b.view?.chance && a.view?.verdict === b.view?.verdict);
