import { COUNTERPARTS } from '#domain/relate/coverage/scales.ts';
import type { AllTexts } from '../../../text/locale.ts';
import type { CoverageGap, Names } from './words.ts';

type Words = AllTexts['coverage'];

/** A gap as a sentence. */
export function gapSays(gap: CoverageGap, names: Names, t: Words): string {
  const what = [...gap.levels.map((level) => t.levels[level]), ...gap.functions.map((work) => t.functions[work])].join(t.comma);
  const [people, ours] = [names.listThem(gap.people), names.listUs(gap.ours)];
  switch (gap.gap) {
    case 'level_unmet': return t.says.level_unmet({ what, people });
    case 'function_unmet': return t.says.function_unmet({ what, wanted: wantedOf(gap, t), people });
    case 'function_empty': return gap.people.length === 0 ? t.says.function_empty({ what }) : t.says.function_unnamed({ what, people: gap.people.map(names.position).join(t.comma) });
    case 'single_thread': return t.says.single_thread({ ours, what, people });
    case 'holder_unknown': return t.says.holder_unknown({ people });
    case 'position_unknown': return t.says.position_unknown({ people });
    case 'our_position_unknown': return t.says.our_position_unknown({ ours });
  }
}

/** What else is known of it: who reaches them now, and who of us could. */
export function gapAlso(gap: CoverageGap, names: Names, t: Words): string[] {
  if (gap.gap === 'single_thread') return [t.also.thread];
  if (gap.gap !== 'level_unmet' && gap.gap !== 'function_unmet' && gap.gap !== 'function_empty') return [];
  const could = gap.candidates.length > 0 ? t.also.candidates({ ours: names.listUs(gap.candidates) }) : gap.gap === 'level_unmet' ? t.also.noLevel : t.also.noFunction({ wanted: wantedOf(gap, t) });
  return [[...(gap.ours.length > 0 ? [t.also.reached({ ours: names.listUs(gap.ours) })] : []), ...(gap.faded ? [t.also.faded] : []), could].join(' ')];
}

const wantedOf = (gap: CoverageGap, t: Words): string => gap.functions.flatMap((work) => COUNTERPARTS[work]).map((work) => t.functions[work]).join(t.or);
