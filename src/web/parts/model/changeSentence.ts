import type { ModelChange } from '#domain/select/diffModels.ts';
import type { Words } from '#domain/select/model.ts';
import type { Format } from '../../format.ts';
import type { AllTexts } from '../../text/locale.ts';
import { normaliseText } from '../normaliseText.ts';

/** What a sentence is made of: the language's texts, its numbers, and how names of a model are picked. */
export interface Wording {
  readonly texts: AllTexts;
  readonly format: Format;
  readonly words: (of: Words) => string;
  readonly currency: string;
}

/** Numbers as people write them: 12, 12.5. */
const plain = (format: Format, value: number): string => format.number(value, Number.isInteger(value) ? 0 : Math.min(4, String(value).split('.')[1]?.length ?? 0));

/** One change of a score model as a sentence. */
export function changeSentence(change: ModelChange, { texts, format, words, currency }: Wording): string {
  const { diff: t, model, common, account } = texts;
  const name = words(change.part.name);
  const what = t.levels[change.part.level];
  const per = (weight: number): string => `${plain(format, weight)}%`;
  const number = (value: number | string): string => (typeof value === 'number' ? plain(format, value) : value);
  switch (change.type) {
    case 'added': return change.weight === null || !change.part.within ? t.added({ what, name }) : t.addedWeight({ what, name, weight: per(change.weight), within: words(change.part.within.name) });
    case 'removed': return change.weight === null || !change.part.within ? t.removed({ what, name }) : t.removedWeight({ what, name, weight: per(change.weight), within: words(change.part.within.name) });
    case 'moved': return t.moved({ name, from: words(change.from), to: words(change.to) });
    case 'renamed': return (change.part.level === 'model' ? t.called : t.renamed)({ from: words(change.from), to: words(change.to) });
    case 'weight': return t.weight({ name, from: per(change.from), to: per(change.to) });
    case 'points': return t.points({ name, from: number(change.from), to: number(change.to) });
    case 'assumptionCap': return t.cap({ from: number(change.from), to: number(change.to) });
    case 'side': return t.side({ name, from: model.sides[change.from], to: model.sides[change.to] });
    case 'kind': return t.kind({ name, from: model.kinds[change.from], to: model.kinds[change.to] });
    case 'missing': return t.missing({ name, from: model.missingPolicies[change.from], to: model.missingPolicies[change.to] });
    case 'measure': return t.measure({ name, from: account.measures[change.from].name, to: account.measures[change.to].name });
    case 'scale': return t.scale({ name, from: normaliseText(change.from, change.measure, currency, format, texts), to: normaliseText(change.to, change.measure, currency, format, texts) });
    case 'anchor': return t.anchor({ name, level: change.mark, from: words(change.from), to: words(change.to) });
    case 'optionAdded': return t.optionAdded({ name, option: words(change.option), points: number(change.points) });
    case 'optionRemoved': return t.optionRemoved({ name, option: words(change.option), points: number(change.points) });
    case 'optionRenamed': return t.optionRenamed({ name, from: words(change.from), to: words(change.to) });
    case 'optionPoints': return t.optionPoints({ name, option: words(change.option), from: number(change.from), to: number(change.to) });
    case 'grade': return t.grade({ grade: change.grade, from: number(change.from), to: number(change.to) });
    case 'classRule': {
      const [kind, field] = change.rule.split('.') as [keyof AllTexts['common']['classes'], keyof AllTexts['model']['classField']];
      return t.rule({ class: common.classes[kind], field: model.classField[field], from: number(change.from), to: number(change.to) });
    }
  }
}
