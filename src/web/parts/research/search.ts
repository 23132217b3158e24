import { isBlock, type Block } from '#domain/blocks.ts';

/** Filters of the research list as they stand in its address. */
export interface ResearchSearch { whose?: 'mine' | 'overdue'; block?: Block }

/** Reads the address; what does not fit is left out. */
export function readResearchSearch(raw: Record<string, unknown>): ResearchSearch {
  const { whose, block } = raw;
  return { ...(whose === 'mine' || whose === 'overdue' ? { whose } : {}), ...(typeof block === 'string' && isBlock(block) ? { block } : {}) };
}

/** The filters as the endpoint takes them. */
export const queryOf = ({ whose, block }: ResearchSearch) => ({ owner: whose === 'mine' ? 'me' as const : 'anyone' as const, overdue: whose === 'overdue' ? 'only' as const : 'all' as const, ...(block ? { block } : {}) });
