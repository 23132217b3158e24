import { useAllText } from '../../../text/locale.ts';
import { evidenceClass } from '../../evidenceMark.tsx';
import { FitMark, NeedState } from './needState.tsx';
import type { NeedView } from './needView.ts';

/** Needs on a narrow screen: a tap opens one, where its fits are set. */
export function NeedList({ needs, open }: { needs: readonly NeedView[]; open: (id: number) => void }) {
  const { match: t } = useAllText();
  return (
    <ul className="vf-need-list">
      {needs.map((need) => (
        <li key={need.id} className={evidenceClass(need.evidence)}>
          <button type="button" onClick={() => open(need.id)}>
            <span>{need.text}</span>
            <span className="vf-small vf-quiet vf-board-facts"><span>{t.aspects[need.aspect]}</span><span>{t.importanceOf({ n: String(need.importance) })}</span></span>
            <span className="vf-row vf-wrap"><span className="vf-small vf-faint">{t.best}</span> <FitMark fit={need.fit.best} evidence={need.fit.evidence} /> <NeedState need={need} /></span>
          </button>
        </li>
      ))}
    </ul>
  );
}
