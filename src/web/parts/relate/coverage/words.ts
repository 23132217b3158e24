import type { Answer } from '../../../call.ts';
import type { AllTexts } from '../../../text/locale.ts';

export type CoverageView = Answer<'GET /api/accounts/{id}/coverage'>;
export type CoverageGap = CoverageView['gaps'][number];
export type CoveragePair = CoverageView['levels']['cells'][number]['pairs'][number];

/** Names of both sides, as the sentences and cells of coverage say them. */
export interface Names { readonly them: (id: number) => string; readonly us: (id: string) => string; /** Of somebody without a name. */ readonly position: (id: number) => string; readonly listThem: (ids: readonly number[]) => string; readonly listUs: (ids: readonly string[]) => string }

export function namesIn(view: CoverageView, comma: string, unnamed: (name: string) => string): Names {
  const [them, us] = [new Map(view.them.map((one) => [one.id, one.placeholder ? unnamed(one.name) : one.name])), new Map(view.us.map((one) => [one.id, one.name]))];
  const names = { them: (id: number) => them.get(id) ?? '', us: (id: string) => us.get(id) ?? '' };
  return { ...names, position: (id) => view.them.find((one) => one.id === id)?.name ?? '', listThem: (ids) => ids.map(names.them).join(comma), listUs: (ids) => ids.map(names.us).join(comma) };
}

/** How a pair is known, as a sentence for the pointer and the screen reader. */
export function pairSays({ state, strength, closeness }: CoveragePair, { coverage: t, powerMap }: AllTexts): string {
  return [t.states[state], strength === null ? t.strengthUnknown : t.strength({ value: strength.toFixed(2) }), ...(closeness === null ? [] : [powerMap.closenesses[closeness]])].join(' · ');
}
