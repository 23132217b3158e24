import type { FactKind } from './factKinds.ts';

/**
 * The eight blocks of the full view (客户全视图): environment 环境, strategy 发展战略, business design 业务设计, investment areas 投资方向,
 * key positions' KPIs 关键岗位 KPI, supplier relations 供应关系, organisation 组织架构, win elements 赢单要素.
 */
export const BLOCKS = ['environment', 'strategy', 'businessDesign', 'investment', 'positions', 'supply', 'organisation', 'winElements'] as const;
export type Block = (typeof BLOCKS)[number];

/** Parts of insight that will stand on the sheet too: procurement reading 采购解读, statements 财报, investment plans 投资计划, certification 供应商认证. */
export const LATER_BLOCKS = ['procurement', 'statements', 'investmentPlans', 'certification'] as const;

/** What somebody who understands a customer can say about each block: its guiding points, in the order in which one asks. Words are the texts'. */
export const POINTS = {
  environment: ['marketGrowth', 'regulation', 'technology', 'rivals', 'customers'],
  strategy: ['goals', 'horizon', 'priorities', 'initiatives', 'obstacles'],
  businessDesign: ['offer', 'profitModel', 'valueChain', 'operations', 'edge'],
  investment: ['plans', 'budget', 'timing', 'funding', 'demand'],
  positions: ['who', 'kpis', 'pressures', 'needs', 'review'],
  supply: ['suppliers', 'spend', 'process', 'criteria', 'admission', 'discontent'],
  organisation: ['structure', 'units', 'decisions', 'changes', 'culture'],
  winElements: ['trigger', 'decisionChain', 'value', 'rivals', 'terms', 'risks'],
} as const satisfies Record<Block, readonly string[]>;

/** Block of a fact that nobody has placed, by what it is about. What is about anything (`other`) has none: somebody must look at it. */
export const BLOCK_OF_KIND: Readonly<Record<FactKind, Block | null>> = {
  market: 'environment', strategy: 'strategy', statement: 'businessDesign', process: 'supply', certification: 'supply', organisation: 'organisation', stance: 'winElements', relationship: 'winElements', other: null,
};

/** What a fact written into a block is about, unless its writer says otherwise: decides how fast it fades. */
export const KIND_OF_BLOCK: Readonly<Record<Block, FactKind>> = {
  environment: 'market', strategy: 'strategy', businessDesign: 'strategy', investment: 'strategy', positions: 'organisation', supply: 'process', organisation: 'organisation', winElements: 'relationship',
};

export const isBlock = (text: string): text is Block => (BLOCKS as readonly string[]).includes(text);
export const isPoint = (block: Block, topic: string): boolean => (POINTS[block] as readonly string[]).includes(topic);

/** Where a fact stands: its own block, else that of its kind; null: not placed. */
export const blockOf = (fact: { readonly block: string | null; readonly kind: FactKind }): Block | null => (fact.block !== null && isBlock(fact.block) ? fact.block : BLOCK_OF_KIND[fact.kind]);

/** Why a place on the sheet is none; null: it is one. A point belongs to a block that is named with it. */
export function whyNoPlace(block: string | null, topic: string | null): { readonly field: 'block' | 'topic'; readonly reason: 'unknown_block' | 'unknown_point' } | null {
  if (block !== null && !isBlock(block)) return { field: 'block', reason: 'unknown_block' };
  if (topic !== null && (block === null || !isPoint(block, topic))) return { field: 'topic', reason: 'unknown_point' };
  return null;
}
