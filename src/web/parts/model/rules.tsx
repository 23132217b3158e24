import { GRADES } from '#domain/select/model.ts';
import { useText, useWords } from '../../text/locale.ts';
import { ClassMark } from '../portfolio/classMark.tsx';
import { addTo, freshKey, removeFrom } from './draft.ts';
import { useEditing } from './editing.ts';
import { ChoiceField, Fault, NumberField, WordsField } from './fields.tsx';

/** What stands beside the tree: grades, classes, deductions, red lines and the cap on assumptions. */
export function Rules() {
  const { model: t, common } = useText();
  const words = useWords();
  const { model, edit } = useEditing();
  return (
    <div className="vf-rules">
      <section>
        <h2>{t.grades}</h2><p className="vf-small vf-quiet">{t.gradesHint}</p>
        <ul className="vf-rule-list">
          {(['S', 'A', 'B', 'C'] as const).map((grade) => <li key={grade}><span className={`vf-grade vf-grade-${grade}`}>{grade}</span><NumberField path={`grades.${grade}`} label={t.gradeFrom({ grade })} min={0} max={100} suffix={t.points} /></li>)}
        </ul>
        <Fault at="grades" />
      </section>
      <section>
        <h2>{t.classes}</h2><p className="vf-small vf-quiet">{t.classesHint}</p>
        <ul className="vf-class-rules">
          <li><ClassMark kind="exit" word={common.classes.exit} /><span>{t.classField.lossQuarters} <NumberField path="classes.exit.lossQuarters" label={`${common.classes.exit}: ${t.classField.lossQuarters}`} min={1} max={12} /> · {t.classField.potentialBelow} <NumberField path="classes.exit.potentialBelow" label={`${common.classes.exit}: ${t.classField.potentialBelow}`} min={0} max={100} /></span></li>
          <li><ClassMark kind="strategic" word={common.classes.strategic} /><span>{t.classField.potential} <NumberField path="classes.strategic.potential" label={`${common.classes.strategic}: ${t.classField.potential}`} min={0} max={100} /> · {t.classField.value} <NumberField path="classes.strategic.value" label={`${common.classes.strategic}: ${t.classField.value}`} min={0} max={100} /> · {t.classField.grade} <ChoiceField path="classes.strategic.grade" label={`${common.classes.strategic}: ${t.classField.grade}`} options={GRADES.map((grade) => ({ value: grade, text: grade }))} /></span></li>
          <li><ClassMark kind="key" word={common.classes.key} /><span>{t.classField.value} <NumberField path="classes.key.value" label={`${common.classes.key}: ${t.classField.value}`} min={0} max={100} /></span></li>
          <li><ClassMark kind="growth" word={common.classes.growth} /><span>{t.classField.potential} <NumberField path="classes.growth.potential" label={`${common.classes.growth}: ${t.classField.potential}`} min={0} max={100} /> · {t.classField.valueBelow} <NumberField path="classes.growth.valueBelow" label={`${common.classes.growth}: ${t.classField.valueBelow}`} min={0} max={100} /></span></li>
          <li><ClassMark kind="maintain" word={common.classes.maintain} /><span className="vf-quiet">{t.everythingElse}</span></li>
        </ul>
        <Fault at="classes" />
      </section>
      <section>
        <h2>{t.deductions}</h2><p className="vf-small vf-quiet">{t.deductionsHint}</p>
        <ul className="vf-option-list">
          {model.deductions.map((one, i) => (
            <li key={one.key}>
              <WordsField path={`deductions.${i}.name`} label={(language) => (language === 'en' ? t.nameEn : t.nameZh)} />
              <NumberField path={`deductions.${i}.points`} label={t.deductionPoints({ name: words(one.name) })} min={0} max={100} suffix={t.points} />
              {edit ? <button type="button" className="vf-icon-button" aria-label={t.remove({ name: words(one.name) })} onClick={() => edit((before) => removeFrom(before, 'deductions', i))}>×</button> : null}
              <Fault at={`deductions.${i}.key`} />
            </li>
          ))}
        </ul>
        {edit && model.deductions.length < 20 ? <button type="button" className="vf-link vf-small" onClick={() => edit((before) => addTo(before, 'deductions', { key: freshKey(before, 'deduction'), name: t.newDeduction, points: 5 }))}>+ {t.addDeduction}</button> : null}
      </section>
      <section>
        <h2>{t.vetoes}</h2><p className="vf-small vf-quiet">{t.vetoesHint}</p>
        <ul className="vf-option-list">
          {model.vetoes.map((one, i) => (
            <li key={one.key}>
              <WordsField path={`vetoes.${i}.name`} label={(language) => (language === 'en' ? t.nameEn : t.nameZh)} /><span />
              {edit ? <button type="button" className="vf-icon-button" aria-label={t.remove({ name: words(one.name) })} onClick={() => edit((before) => removeFrom(before, 'vetoes', i))}>×</button> : null}
              <Fault at={`vetoes.${i}.key`} />
            </li>
          ))}
        </ul>
        {edit && model.vetoes.length < 20 ? <button type="button" className="vf-link vf-small" onClick={() => edit((before) => addTo(before, 'vetoes', { key: freshKey(before, 'veto'), name: t.newVeto }))}>+ {t.addVeto}</button> : null}
      </section>
      <section>
        <h2>{t.assumptionCap}</h2><p className="vf-small vf-quiet">{t.assumptionCapHint}</p>
        <NumberField path="assumptionCap" label={t.assumptionCap} min={0} max={100} suffix={t.points} />
      </section>
    </div>
  );
}
