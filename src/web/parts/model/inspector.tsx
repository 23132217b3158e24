import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { TRADE_MEASURES, type Factor, type Indicator } from '#domain/select/model.ts';
import { useText, useWords } from '../../text/locale.ts';
import { addTo, getIn, removeFrom, setIn } from './draft.ts';
import { useEditing } from './editing.ts';
import { ChoiceField, Fault, NumberField, WordsField } from './fields.tsx';
import { NormaliseEditor } from './normaliseEditor.tsx';
import { removePart } from './tree.tsx';

/** How the chosen factor or indicator works. */
export function Inspector({ path, onRemoved }: { path: string; onRemoved: () => void }) {
  const { model: t } = useText();
  const words = useWords();
  const { versionId, model, edit } = useEditing();
  const part = getIn(model, path) as Factor | Indicator | undefined;
  if (!part) return null;
  const siblings = getIn(model, path.split('.').slice(0, -1).join('.')) as unknown[];
  return (
    <div className="vf-inspector">
      <p className="vf-small vf-faint">{'indicators' in part ? t.factor : t.indicator} · <code>{part.key}</code> <Fault at={`${path}.key`} /></p>
      <div className="vf-inspector-name">{edit ? <WordsField path={`${path}.name`} label={(language) => (language === 'en' ? t.nameEn : t.nameZh)} /> : <h2>{words(part.name)}</h2>}</div>
      {'indicators' in part ? (
        <div className="vf-form"><label>{t.side}<ChoiceField path={`${path}.side`} label={t.side} options={(['own', 'trade', 'other'] as const).map((side) => ({ value: side, text: t.sides[side] }))} /></label>{versionId !== null && part.indicators.length > 1 ? <Link to="/models/$id/weigh" params={{ id: String(versionId) }} search={{ level: `factor.${part.key}` }}>{t.findWeightsOf({ name: words(part.name) })}</Link> : null}</div>
      ) : <IndicatorForm indicator={part} path={path} />}
      {edit && siblings.length > 1 ? <Button size="small" danger type="text" onClick={() => { edit((before) => removePart(before, path)); onRemoved(); }}>{t.remove({ name: words(part.name) })}</Button> : null}
    </div>
  );
}

function IndicatorForm({ indicator, path }: { indicator: Indicator; path: string }) {
  const { model: t, account } = useText();
  const words = useWords();
  const { edit } = useEditing();
  const changeKind = (kind: Indicator['kind']): void => edit?.((before) => {
    const { key, name, weight, missing } = indicator;
    const base = { key, name, weight, missing };
    return setIn(before, path, kind === 'computed' ? { ...base, kind, measure: 'revenue', normalise: { type: 'percentile', better: 'higher' } }
      : kind === 'assessed' ? { ...base, kind, anchors: Array.from({ length: 5 }, (_, i) => ({ en: `Level ${i + 1}`, zh: `${i + 1} 级` })) }
        : { ...base, kind, options: [{ key: 'option1', name: t.newOption, points: 0 }, { key: 'option2', name: t.newOption, points: 100 }] });
  });
  return (
    <>
      <p className="vf-quiet">{t.kindMeans[indicator.kind]}</p>
      <div className="vf-form">
        {edit ? (
          <div className="vf-choice-row" role="radiogroup" aria-label={t.kind}>
            {(['computed', 'assessed', 'categorical'] as const).map((kind) => <label key={kind}><input type="radio" name={`${path}-kind`} checked={indicator.kind === kind} onChange={() => changeKind(kind)} /> {t.kinds[kind]}</label>)}
          </div>
        ) : null}
        {indicator.kind === 'computed' ? (
          <label>{t.measure}<ChoiceField path={`${path}.measure`} label={t.measure} options={TRADE_MEASURES.map((measure) => ({ value: measure, text: account.measures[measure].name }))} /></label>
        ) : null}
      </div>
      {indicator.kind === 'computed' ? <p className="vf-small vf-quiet">{account.measures[indicator.measure].formula}</p> : null}
      {indicator.kind === 'computed' ? <NormaliseEditor key={`${path}${indicator.normalise.type}`} indicator={indicator} path={path} /> : null}
      {indicator.kind === 'assessed' ? (
        <div>
          <h3>{t.anchors}</h3>
          <ol className="vf-anchor-list">
            {indicator.anchors.map((_, i) => <li key={i}><b className="vf-num">{i + 1}</b><WordsField path={`${path}.anchors.${i}`} label={(language) => (language === 'en' ? t.anchorEn({ level: i + 1 }) : t.anchorZh({ level: i + 1 }))} /></li>)}
          </ol>
          <Fault at={`${path}.anchors`} />
        </div>
      ) : null}
      {indicator.kind === 'categorical' ? (
        <div>
          <h3>{t.options}</h3>
          <ul className="vf-option-list">
            {indicator.options.map((option, i) => (
              <li key={option.key}>
                <WordsField path={`${path}.options.${i}.name`} label={(language) => (language === 'en' ? t.nameEn : t.nameZh)} />
                <NumberField path={`${path}.options.${i}.points`} label={t.optionPoints({ name: words(option.name) })} min={0} max={100} suffix={t.points} />
                {edit && indicator.options.length > 2 ? <button type="button" className="vf-icon-button" aria-label={t.removeOption({ name: words(option.name) })} onClick={() => edit((before) => removeFrom(before, `${path}.options`, i))}>×</button> : null}
              </li>
            ))}
          </ul>
          <Fault at={`${path}.options`} />
          {edit && indicator.options.length < 20 ? <button type="button" className="vf-link vf-small" onClick={() => edit((before) => addTo(before, `${path}.options`, { key: freshOption(indicator.options), name: t.newOption, points: 50 }))}>+ {t.addOption}</button> : null}
        </div>
      ) : null}
      <div className="vf-form">
        <label>{t.missing}<ChoiceField path={`${path}.missing`} label={t.missing} options={(['exclude', 'neutral', 'zero'] as const).map((policy) => ({ value: policy, text: t.missingPolicies[policy] }))} /></label>
        <p className="vf-small vf-faint">{t.missingNote}</p>
      </div>
    </>
  );
}

function freshOption(options: readonly { readonly key: string }[]): string {
  for (let n = options.length + 1; ; n += 1) if (!options.some((option) => option.key === `option${n}`)) return `option${n}`;
}
