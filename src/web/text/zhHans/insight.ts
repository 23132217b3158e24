import type { LaterTexts } from '../en/later.ts';

export const insight: LaterTexts['insight'] = {
  partsLabel: '洞察的各部分',
  parts: { canvas: '客户全视图', strategy: '发展战略', needs: '需求与能力', opportunities: '机会点', sand: '作战沙盘', positions: '关键岗位' },
};
