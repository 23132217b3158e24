import type { panel as english } from '../en/panel.ts';

export const panel: typeof english = {
  happened: {
    opened: (p) => `邀请评审组“${p.question}”（${p.assessors}）`,
    submitted: (p) => `向评审组“${p.question}”提交评分`,
    declined: (p) => `谢绝参加评审组“${p.question}”`,
    cameBack: (p) => `重新参加评审组“${p.question}”`,
    entryClosed: (p) => `评审组“${p.question}”截止打分`,
    entryClosedWithout: (p) => `评审组“${p.question}”截止打分，未提交：${p.late}`,
    reasoned: (p) => `在评审组“${p.question}”中补充评分理由`,
    agreed: (p) => `评审组“${p.question}”达成一致：${p.marks}`,
    unagreed: (p) => `撤回评审组“${p.question}”的一致意见：${p.marks}`,
    dissented: (p) => `保留不同意见，${p.name} ${p.value}：${p.reason}`,
    dissentWithdrawn: (p) => `撤回对${p.name}的不同意见`,
    closed: (p) => `结束评审组“${p.question}”`,
    reopened: (p) => `重新打开评审组“${p.question}”`,
    cancelled: (p) => `取消评审组“${p.question}”`,
    takenUp: (p) => `恢复已取消的评审组“${p.question}”`,
    mark: (p) => `${p.name} ${p.value}`,
  },
};
