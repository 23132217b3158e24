import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { scaleTo100, weightSum } from '#domain/select/rebalance.ts';
import type { Factor, Indicator, ScoreModel } from '#domain/select/model.ts';
import { indicatorsOf, nominalShares } from '#domain/select/weights.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { addTo, freshKey, getIn, removeFrom, setIn } from './draft.ts';
import { useEditing } from './editing.ts';
import { Fault, NumberField } from './fields.tsx';

/** The tree lens → factor → indicator with its weights; each level must add to 100 and can be brought there by one click. */
export function ModelTree({ chosen, choose }: { chosen: string | null; choose: (path: string | null) => void }) {
  const { model: t, portfolio } = useText();
  const { versionId, model, edit } = useEditing();
  const words = useWords();
  const format = useFormat();
  const shares = nominalShares(model);
  const places = new Map(indicatorsOf(model).map((placed) => [placed.indicator, shares[placed.at]!]));
  const shareOf = (factor: Factor): number => factor.indicators.reduce((sum, one) => sum + (places.get(one) ?? 0), 0);
  const add = (path: string, item: Factor | Indicator, at: string): void => {
    edit?.((before) => addTo(before, path, item));
    choose(at);
  };
  return (
    <section className="vf-tree" aria-label={t.title}>
      <Level path="lenses" list={model.lenses} />
      {model.lenses.map((lens, l) => (
        <div key={lens.key} className="vf-tree-lens">
          <div className="vf-tree-row vf-tree-row-lens">
            <h2>{words(lens.name)}</h2>
            <Weight path={`lenses.${l}.weight`} name={words(lens.name)} />
            {versionId === null ? <span /> : <Link className="vf-small vf-right vf-noprint" to="/models/$id/weigh" params={{ id: String(versionId) }} search={{ level: `lens.${lens.key}` }}>{t.weigh}<span className="vf-hidden"> {words(lens.name)}</span></Link>}
          </div>
          <Level path={`lenses.${l}.factors`} list={lens.factors} />
          {lens.factors.map((factor, f) => {
            const path = `lenses.${l}.factors.${f}`;
            return (
              <div key={factor.key} className="vf-tree-factor">
                <div className={`vf-tree-row vf-tree-row-factor${chosen === path ? ' vf-current' : ''}`}>
                  <button type="button" className="vf-tree-name" aria-pressed={chosen === path} onClick={() => choose(path)}>{words(factor.name)}{factor.side === 'trade' ? <span className="vf-tag" title={t.sides.trade}>{portfolio.matrixValue}</span> : null}</button>
                  <Weight path={`${path}.weight`} name={words(factor.name)} />
                  <span className="vf-num vf-small vf-faint vf-right" title={t.share({ share: format.percent(shareOf(factor)) })}>{format.percent(shareOf(factor))}</span>
                </div>
                <Level path={`${path}.indicators`} list={factor.indicators} />
                {factor.indicators.map((indicator, i) => {
                  const own = `${path}.indicators.${i}`;
                  return (
                    <div key={indicator.key} className={`vf-tree-row vf-tree-row-indicator${chosen === own ? ' vf-current' : ''}`}>
                      <button type="button" className="vf-tree-name" aria-pressed={chosen === own} onClick={() => choose(own)}>{words(indicator.name)} <span className="vf-small vf-faint">{t.kinds[indicator.kind]}</span></button>
                      <Weight path={`${own}.weight`} name={words(indicator.name)} />
                      <span className="vf-num vf-small vf-faint vf-right" title={t.share({ share: format.percent(places.get(indicator) ?? 0) })}>{format.percent(places.get(indicator) ?? 0)}</span>
                    </div>
                  );
                })}
                {edit && factor.indicators.length < 20 ? <button type="button" className="vf-link vf-small vf-tree-add-indicator" onClick={() => add(`${path}.indicators`, newIndicator(model, t.newIndicator), `${path}.indicators.${factor.indicators.length}`)}>+ {t.addIndicator}</button> : null}
              </div>
            );
          })}
          {edit && lens.factors.length < 12 ? <button type="button" className="vf-link vf-small vf-tree-add-factor" onClick={() => add(`lenses.${l}.factors`, { key: freshKey(model, 'factor'), name: t.newFactor, weight: 0, side: 'other', indicators: [newIndicator(model, t.newIndicator, 100)] }, `lenses.${l}.factors.${lens.factors.length}`)}>+ {t.addFactor}</button> : null}
        </div>
      ))}
    </section>
  );
}

function Weight({ path, name }: { path: string; name: string }) {
  const { model: t } = useText();
  return <span className="vf-right"><NumberField path={path} label={t.weightOf({ name })} suffix="%" min={0} max={100} digits={1} /></span>;
}

/** The sum of a level: silent while it is 100, else what it is and how to mend it. */
function Level({ path, list }: { path: string; list: readonly { readonly weight: number }[] }) {
  const { model: t } = useText();
  const format = useFormat();
  const { edit } = useEditing();
  const sum = weightSum(list.map((one) => one.weight));
  if (sum === 100) return null;
  const mend = (): void => edit?.((before) => {
    const level = getIn(before, path) as { weight: number }[];
    return scaleTo100(level.map((one) => one.weight)).reduce((model, weight, i) => setIn(model, `${path}.${i}.weight`, weight), before);
  });
  return (
    <p className="vf-level-sum"><span className="vf-num">{t.sum({ sum: format.number(sum, Number.isInteger(sum) ? 0 : 1) })}</span> <Fault at={path} />{edit ? <Button size="small" onClick={mend}>{t.rebalance}</Button> : null}</p>
  );
}

/** Takes a part out of the tree; at least one must stay on its level. */
export function removePart(model: ScoreModel, path: string): ScoreModel {
  const parts = path.split('.');
  const index = Number(parts.pop());
  return removeFrom(model, parts.join('.'), index);
}

function newIndicator(model: ScoreModel, name: { en: string; zh: string }, weight = 0): Indicator {
  return { key: freshKey(model, 'indicator'), name, weight, missing: 'exclude', kind: 'assessed', anchors: Array.from({ length: 5 }, (_, i) => ({ en: `Level ${i + 1}`, zh: `${i + 1} 级` })) };
}
