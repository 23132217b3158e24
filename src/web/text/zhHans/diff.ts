import { grouped } from '../plural.ts';
import type { diff as english } from '../en/diff.ts';

export const diff: typeof english = {
  title: '两个版本对比', lead: '先看改了什么，再看谁的排名变了、为什么变。',
  before: '之前', after: '之后', turn: '互换', version: (p) => `${p.name} 第 ${p.n} 版`, inUse: '使用中', choose: '请选择要对比的两个版本。', onlyOne: '目前只有一个版本。发布新版本或从模板开始后，可在此查看谁的排名会变。',
  toModels: '全部版本',

  what: '改了什么', count: (p) => `${grouped(p.n)} 处修改`, none: '没有差别：两个版本对每家客户评分相同。', rules: '减分项、红线、等级与分类', whole: '模型',
  levels: { model: '模型', lens: '视角', factor: '维度', indicator: '指标', deduction: '减分项', veto: '红线' },
  added: (p) => `新增${p.what}：${p.name}`, addedWeight: (p) => `${p.within}新增${p.what}：${p.name}，权重 ${p.weight}`,
  removed: (p) => `取消${p.what}：${p.name}`, removedWeight: (p) => `${p.within}取消${p.what}：${p.name}（权重 ${p.weight}）`,
  moved: (p) => `${p.name}从${p.from}移到${p.to}`, called: (p) => `名称：“${p.to}”（原为“${p.from}”）`, renamed: (p) => `“${p.from}”改名为“${p.to}”`,
  weight: (p) => `${p.name}的权重：${p.from} → ${p.to}`, points: (p) => `${p.name}扣分：${p.from} → ${p.to}`, cap: (p) => `假设封顶：${p.from} → ${p.to} 分`,
  side: (p) => `${p.name}的性质：${p.to}（原为${p.from}）`, kind: (p) => `${p.name}改为${p.to}（原为${p.from}）`, missing: (p) => `${p.name}缺失时：${p.to}（原为：${p.from}）`,
  measure: (p) => `${p.name}的口径：${p.to}（原为${p.from}）`, scale: (p) => `${p.name}的标尺：${p.to}（原为：${p.from}）`,
  anchor: (p) => `${p.name} ${p.level} 级：“${p.to}”（原为“${p.from}”）`,
  optionAdded: (p) => `${p.name}新增选项“${p.option}”，${p.points} 分`, optionRemoved: (p) => `${p.name}取消选项“${p.option}”（${p.points} 分）`,
  optionRenamed: (p) => `${p.name}的选项“${p.from}”改为“${p.to}”`, optionPoints: (p) => `${p.name}“${p.option}”：${p.from} → ${p.to} 分`,
  grade: (p) => `${p.grade} 级门槛：${p.from} → ${p.to} 分`, rule: (p) => `${p.class}：${p.field} ${p.from} → ${p.to}`,
  againstActive: (p) => `与使用中的${p.name}第 ${p.n} 版相比`,

  who: '谁的排名变了', computing: '正在按两个版本给全部客户评分…', noCustomers: '还没有可对比的客户。',
  summary: (p) => `${p.all} 家客户中有 ${grouped(p.moved)} 家名次变化；前 ${p.top} 名中${p.entering === 0 ? '没有新进客户' : `新进 ${grouped(p.entering)} 家`}。`,
  amongYours: '名次按你可以查看的客户计算。',
  grades: '等级', classes: '分类', noneYet: '无', from: '之前', to: '之后', cell: (p) => `${grouped(p.n)} 家由${p.from}变为${p.to}`, stay: (p) => `${grouped(p.n)} 家仍为${p.at}`,
  show: '显示', all: '全部变动', up: (p) => `上升 ${p.n}`, down: (p) => `下降 ${p.n}`, chip: (p) => `${p.from} → ${p.to}`, clear: '恢复显示全部变动',
  columns: { customer: '客户', place: '名次', score: '得分', grade: '等级', class: '分类', why: '原因' }, unranked: '无名次', unscored: '未知', moverOrder: '变动最大的在前；越靠前的名次，变动越算数。',
  placeMeans: (p) => `之前第 ${p.from} 名，之后第 ${p.to} 名`, more: '显示更多', listed: (p) => `${p.shown} / ${p.all}`,
  why: {
    weight: (p) => `${p.name}权重 ${p.from} → ${p.to}，该项 ${p.points} 分`, begins: (p) => `${p.name}开始计入（${p.to}），该项 ${p.points} 分`, ends: (p) => `${p.name}不再计入（原 ${p.from}），该项 ${p.points} 分`,
    points: (p) => `${p.name}由 ${p.from} 分变为 ${p.to} 分`, deductions: (p) => `减分由 ${p.from} 变为 ${p.to}`, rest: '其余各项', others: '自身得分未变，是其他客户变动。',
  },
  effect: (p) => `${p.points} 分`,
};
