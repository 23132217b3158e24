import { useMemo, useState } from 'react';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { valueText } from '../account/valueText.ts';
import { Waterfall } from '../account/waterfall.tsx';
import { EvidenceMark } from '../evidenceMark.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { FrozenFactLine } from './frozenFacts.tsx';
import { explanationOf, namesOf, type Snapshot } from './frozen.ts';

/** The score as it was on the day of the decision, bar by bar; each opens what was known. */
export function FrozenScore({ snapshot }: { snapshot: Snapshot }) {
  const { account: a, decisions: t } = useText();
  const format = useFormat();
  const words = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const explanation = useMemo(() => explanationOf(snapshot), [snapshot]);
  const names = useMemo(() => namesOf(snapshot, words), [snapshot, words]);
  const { currency } = snapshot.figures;
  const one = snapshot.indicators.find((indicator) => indicator.key === open);
  const facts = snapshot.facts.filter((fact) => open !== null && fact.indicators.includes(open));
  return (
    <>
      <Waterfall explanation={explanation} names={names} thresholds={snapshot.model.grades} currency={currency} onExplain={setOpen} />
      <SideDrawer title={one ? t.indicatorTitle({ name: words(one.name) }) : ''} open={one !== undefined} close={() => setOpen(null)}>
        {one ? (
          <div className="vf-how">
            <p className="vf-small vf-faint">{a.lens[one.lens]} › {names.factor(one.factor)}</p>
            <dl className="vf-how-result">
              <div><dt>{t.value}</dt><dd className="vf-num">{valueText(names.find(one.key), one.raw, currency, format, names, a)}</dd></div>
              <div><dt>{t.points}</dt><dd className="vf-num">{one.points === null ? t.none : format.points(one.points)}</dd></div>
              <div><dt>{t.weight}</dt><dd className="vf-num">{format.percent(one.effectiveWeight > 0 ? one.effectiveWeight : one.weight)}</dd></div>
              <div><dt>{t.adds}</dt><dd className="vf-num">{format.points(one.contribution)}</dd></div>
              <div><dt>{t.evidence}</dt><dd><EvidenceMark state={one.state} /> <span className="vf-num">{format.percent(one.evidence, 0)}</span></dd></div>
            </dl>
            {one.kind === 'assessed' && one.said ? <><h3>{t.said}</h3><p>{words(one.said)}</p></> : null}
            <h3>{t.restedOn}</h3>
            {one.kind === 'computed' ? <p className="vf-quiet">{t.restedOnTrade}</p> : facts.length === 0 ? <p className="vf-quiet">{t.restedOnNothing}</p> : <ul className="vf-quotes">{facts.map((fact) => <FrozenFactLine key={fact.id} fact={fact} names={names} />)}</ul>}
          </div>
        ) : null}
      </SideDrawer>
    </>
  );
}
