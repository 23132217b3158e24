import { grouped } from '../plural.ts';
import type { structure as english } from '../en/structure.ts';

export const structure: typeof english = {
  title: '客户结构', link: '客户结构', linkTitle: '按发展阶段和人手，各类大客户应该有多少', back: '客户组合',
  lead: '按公司的发展阶段和客户经理的承载量，各类客户多少为宜。', leadTeam: '你自己的客户，对照一位客户经理的承载量。', asOf: (p) => `截至 ${p.day}`,
  overCap: (p) => `${grouped(p.managers)} 个人管 ${grouped(p.chosen)} 家大客户，等于没有大客户：${grouped(p.managers)} 个人最多承载 ${grouped(p.cap)} 家。`,
  withinCap: (p) => `已选定 ${grouped(p.chosen)} 家大客户；${grouped(p.managers)} 个人最多承载 ${grouped(p.cap)} 家。`,
  capRule: (p) => `规则：每位客户经理最多承载 ${p.each} 家，与战略客户上限相同。`, showChosen: '查看大客户', chooseFirst: '到客户组合中选定',
  stage: '发展阶段', stages: { startup: '初创期', growth: '成长期', mature: '成熟期' }, stageHints: { startup: '每人一家灯塔客户，其余留给成长客户。', growth: '每人两家战略客户，其余以成长客户为主。', mature: '战略客户满额，精耕重点客户。' },
  ours: '各阶段占比是本软件的默认值，并无标准可依。', changeShares: '调整占比', hideShares: '收起占比',
  capacity: '每位客户经理最多承载', strategicEach: '每人战略客户', keyAndGrowthEach: '每人重点与成长客户', managers: '客户经理人数', managersCounted: (p) => `统计为 ${grouped(p.n)} 人：角色为客户经理且账号有效的成员，以及名下有客户的人。留空则自动统计。`,
  shareOf: { strategic: '占战略名额', key: '重点客户占其余名额', growth: '成长客户占其余名额' }, shareLabel: (p) => `${p.stage}：${p.class}`, notNumber: '这里需要一个合适的数字。', notWhole: '请填整数人数，或留空。', changed: (p) => `${p.what}已修改`, shares: '占比', locked: '只能由管理员修改。',
  classes: '目标与实际', classesHint: '线框：目标；色块：该分类的客户；深色：已选定的大客户。', actual: '实际', chosen: '已选定', target: '目标', noTarget: '其余', barLabel: (p) => `${p.class}：${grouped(p.actual)} 家，已选定 ${grouped(p.chosen)} 家，目标 ${p.target}`,
  verdicts: { fits: '合适', over: (p) => `多 ${grouped(p.n)} 家`, under: (p) => `少 ${grouped(p.n)} 家` }, howTarget: (p) => `目标 = ${p.managers} 人 × 承载量 × 阶段占比：战略名额 ${p.strategic} 个，重点与成长合计 ${p.shared} 个。相差一成或一家以内算合适。`,
  loads: '负责人的承载', loadsHint: '每人承载多少，对照上限；按姓名排列，不给人排名。', owner: '负责人', strategic: '战略客户', keyAndGrowth: '重点与成长', others: '其他', loadOf: (p) => `${p.n} / ${p.capacity}`, overloaded: '超出承载', closedAccess: '账号已停用', noLoads: '还没有人负责客户。',
  under: '覆盖不足', underHint: '战略、重点和已选定的客户需要铁三角：有余力的负责人、解决方案经理、交付经理。', underNone: '战略、重点和已选定的客户都有完整的铁三角。',
  over: '覆盖过度', overHint: '只需维持或应退出的客户，却占用多人，或占用已超出承载的负责人。', overNone: '没有哪家维持或退出的客户占用过多。',
  customer: '客户', class: '分类', lacks: '缺少', takes: '占用', people: (p) => `${grouped(p.n)} 人`, noOwner: '无负责人',
  lack: { noOwner: '负责人', ownerClosed: '负责人（账号已停用）', noSolution: '解决方案经理', noDelivery: '交付经理', ownerOverloaded: '有余力的负责人' }, take: { ownerOverloaded: '已超出承载的负责人', severalPeople: (p) => `${grouped(p.n)} 人` },
  firstOf: (p) => `共 ${p.all} 家，显示排名最前的 ${p.shown} 家。`, noClass: '未分类', print: '打印',
  empty: '公司容得下的大客户不多：取决于人手能承载多少。', emptyExample: '例如：12 位客户经理能承载 36 家战略客户；若有 80 家大客户，等于没有。', emptyAction: '打开客户组合',
};
