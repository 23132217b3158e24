import { grouped } from '../plural.ts';
import type { compare as english } from '../en/compare.ts';

export const compare: typeof english = {
  title: '客户对比', lead: (p) => `以${p.name}为基准。截至 ${p.day}；每一条都标明依据。`, leadOne: '再添加一家客户进行对比。',
  none: '下一个小时花在谁身上，比一比才知道。请选择二至五家客户。', example: '例如：订单在下滑的大客户，旁边是正在建厂的小客户。', toPortfolio: '到客户组合中选择',
  add: '添加客户', addHint: '名称、拼音或编码', remove: (p) => `移除${p.name}`, makeFirst: (p) => `以${p.name}为基准`, first: '基准', full: '最多五家客户。',
  notFound: (p) => `该地址中有 ${grouped(p.n)} 家客户不存在，或你无权查看。`,
  differences: '只看差异', facts: '事实', copy: '复制为表格', copied: (p) => `已复制 ${grouped(p.n)} 行，可粘贴到表格`, print: '打印', keys: 'a 添加 · d 差异 · f 事实 · c 复制',
  row: '项目', figures: '数据', total: '总分', weight: (p) => `占总分 ${p.share}`, weightOfLevel: (p) => `权重 ${p.share}`,
  class: '分类', grade: '等级', rank: '排名', owner: '负责人', noOwner: '无负责人', confidence: '置信度', revenue: '近 12 个月收入', margin: '毛利', contribution: '扣除服务成本后的利润', lastDay: '最近一笔明细', country: '国家', industry: '行业', value: '当前价值', potential: '潜力',
  unknown: '未知', noTrade: '无交易', atMost: (p) => `≤ ${p.amount}`, share: (p) => `${p.amount} · ${p.share}`,
  ahead: (p) => `比${p.name}高 ${p.points} 分`, behind: (p) => `比${p.name}低 ${p.points} 分`, alike: (p) => `与${p.name}相同`,
  flags: '减分项与红线', noFlags: '几家都没有。', marked: '有', unmarked: '无', veto: '红线', deduction: (p) => `扣 ${p.points} 分`,
  cell: (p) => `${p.name}：${p.points} 分，${p.state}；${p.value}`, cellUnknown: (p) => `${p.name}：未知`,
  fact: (p) => `${p.source}，${p.day}`, fromLines: '来自发票明细', noFact: '未引用事实', noSource: '未注明来源', nothingDiffers: '就已知情况看，这几家客户没有差异。', like: (p) => `已隐藏 ${grouped(p.n)} 行无差异的项目`,
  link: '对比', linkN: (p) => `对比 ${grouped(p.n)} 家客户`, linkMost: '可对比二至五家客户', withOthers: '与其他客户对比…', action: '对比客户…', pick: (p) => `与${p.name}对比`,
};
