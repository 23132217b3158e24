import { WEIGHING_METHODS, type WeighingMethod } from '#domain/select/weigh/methods.ts';

/** What the weigh page shows, as it stands in its address. */
export interface WeighSearch { level?: string; method?: WeighingMethod; view?: 'matrix' }

/** Reads the address; what does not fit is left out. */
export function readWeighSearch(raw: Record<string, unknown>): WeighSearch {
  const level = raw['level'];
  const method = WEIGHING_METHODS.find((one) => one === raw['method']);
  return { ...(typeof level === 'string' && /^(lenses|(lens|factor)\.\w{1,40})$/.test(level) ? { level } : {}), ...(method ? { method } : {}), ...(raw['view'] === 'matrix' ? { view: 'matrix' as const } : {}) };
}
