import { grouped } from '../plural.ts';
import type { account as english } from '../en/account.ts';

export const account: typeof english = {
  back: '客户组合', tabs: { overview: '总览', assess: '评估', facts: '事实', sources: '来源', insight: '洞察', people: '人脉', projects: '项目', timeline: '动态' },
  key: '编码', rank: '排名', grade: (p) => `${p.grade} 级`, score: '得分', confidence: (p) => `置信度 ${p.share}`,
  rename: (p) => `修改名称：${p.name}`, renamed: (p) => `已改名为 ${p.name}`, country: '国家/地区', industry: '行业', addCountry: '国家/地区', addIndustry: '行业', note: '备注', addNote: '添加备注', noteLabel: '客户备注',
  saved: '已保存', edited: (p) => `已修改${p.field}`,
  owner: '负责人', noOwner: '无负责人', team: '团队', editTeam: '调整负责人和团队', teamSaved: '团队已调整', addPerson: '添加成员', removePerson: (p) => `将 ${p.name} 移出团队`,
  roles: { owner: '客户经理（负责人）', solution: '解决方案经理', delivery: '交付经理', member: '成员' },
  archive: '归档', restore: '取回', archived: '已归档', archivedDone: '已归档，不再计入客户组合', restoredDone: '已取回', more: '更多',
  archivedNote: (p) => `${p.day} 归档，不计入客户组合。`,
  notFound: '该客户不存在，或你无权查看。', backToList: '返回客户组合',

  figures: '关键数字', howComputed: '如何计算', howComputedOf: (p) => `${p.name}如何计算`, inputs: '取值', formula: '公式', points: '分数', weight: '权重', contributionToTotal: '对总分的贡献', evidence: '证据', close: '关闭', noInput: '无',
  year: (p) => `截至 ${p.day} 的 12 个月`, before: (p) => `再前 12 个月：${p.amount}`, trendNew: '新增', noTrade: '近 12 个月无交易。', noCost: '明细中没有成本',
  revenue: '收入', margin: '毛利', contribution: '贡献利润', lastDay: '最近开票', daysAgo: (p) => `距截止日 ${grouped(p.n)} 天`, firstDay: '首次开票', invoices: '发票数', share: (p) => `占收入 ${p.share}`,
  uncounted: (p) => `${p.currencies} 交易未计入得分：缺少对 ${p.reporting} 的汇率。`, enterRates: '填写汇率',

  why: (p) => `为什么是 ${p.total} 分`, whyUnknown: '尚未评分', whyUnknownBody: '没有任何指标有值。请导入发票明细，或评估该客户。',
  lens: { past: '看过去', present: '看现在', future: '看未来' }, lensScore: (p) => `${p.score} 分（满分 100）`, lensWeight: (p) => `权重 ${p.weight}%`, lensNone: '尚无信息',
  missingCount: (p) => `${p.n} 项未知`, showMissing: '展开', hideMissing: '收起', capped: (p) => `封顶 ${p.cap} 分：仅有假设支撑`,
  barLabel: (p) => `${p.name}：${p.points} 分（满分 100），贡献 ${p.contribution} 分，${p.state}`, value: '取值', notKnown: '未知',
  states: { proven: '已证实', assumed: '假设', stale: '已过期', missing: '未知' },
  deductions: '减分项', vetoes: '红线', vetoHolds: '触及红线：无论总分多少，等级均为 D。', total: '总分',
  gradeLine: (p) => `${p.points} 分起为 ${p.grade} 级`,

  lift: (p) => `怎样升到 ${p.grade} 级`, liftMissing: (p) => `还差 ${p.points} 分`, liftTop: '已是最高等级。', liftStep: (p) => `${p.name}：${p.from} → ${p.to}`, liftProve: (p) => `${p.name}：${p.value}，用事实证实`, liftGone: (p) => `${p.name}：不再存在`, liftGain: (p) => `+${p.points}`, liftReaches: (p) => `可升至 ${p.grade} 级`, liftUnknown: '未知', liftNone: '单独改变一项不够，需要几项一起改善。',
  classTitle: (p) => `分类：${p.class}`,
  classRules: {
    strategicPosition: (p) => `潜力 ${p.potential}、当前价值 ${p.value}，都达到战略客户的要求。`,
    strategicGrade: '凭等级列为战略客户。',
    keyValue: (p) => `当前价值 ${p.value}，达到重点客户的要求。`,
    growthPotential: (p) => `潜力 ${p.potential} 较高，而当前价值为 ${p.value}：值得培育。`,
    losses: (p) => `连续 ${p.lossQuarters} 个季度亏损，潜力为 ${p.potential}。`,
    veto: '触及红线。',
    rest: (p) => `当前价值 ${p.value}、潜力 ${p.potential}，未达到其他分类的要求。`,
    unknown: '信息太少，无法分类。',
  },
  classUnknownPotential: '潜力尚未评估：请在“评估”页评估现在与未来。',
  none: '未知',

  markNote: '备注', yes: '存在', no: '不存在',

  trade: '每月交易', tradeLabel: (p) => `${p.from} 至 ${p.to} 每月收入与毛利（${p.currency}）`, tradeRevenue: (p) => `收入 ${p.amount}`, tradeCredits: (p) => `红字发票 ${p.amount}`, tradeMargin: (p) => `毛利 ${p.amount}`, legendRevenue: '收入', legendMargin: '毛利', legendCredits: '红字发票', legendBefore: '更早',
  costToServe: '从收入到贡献利润', driver: '动因', quantity: '数量', rate: '费率', cost: '成本',
  drivers: { orders: '订单', lines: '明细行', returns: '退货', overdue: '逾期金额 × 天数' }, marginLine: '毛利', contributionLine: '贡献利润', ratesLink: '费率在设置中填写', quantityOverdue: (p) => `${p.amount} × 天`, ratePerYear: (p) => `每年 ${p.share}`,

  invoicesTitle: '发票明细', moreLines: '显示更多', day: '日期', invoiceNo: '发票号', product: '产品', amount: '金额', kinds: { sale: '销售', credit: '红字', charge: '杂费' }, due: '到期日', paid: '付款日', open: '未付', source: '来源', sourceRow: (p) => `${p.file}，第 ${p.row} 行`, noLines: '还没有发票明细。', kind: '类型',

  timelineEmpty: '这里还没有动态。每次变更都会记录谁、何时、从什么改成什么。', undo: '撤销', undone: '已撤销', someone: '系统', moreEvents: '显示更早的',
  events: {
    accountsCreated: '新建客户', accountEdited: (p) => `修改 ${p.changes}`, accountArchived: '归档', accountRestored: '从归档取回', teamAssigned: (p) => `团队调整为 ${p.team}`, teamEmptied: '清空团队', marked: (p) => `评估 ${p.marks}`, importCommitted: (p) => `从 ${p.file} 导入发票明细`, importUndone: (p) => `撤销导入 ${p.file}`,
    markedCiting: (p) => `评估 ${p.marks}；记录事实“${p.statement}”`, factsRecorded: (p) => (p.n === 1 ? `记录事实“${p.statement}”` : `记录 ${grouped(p.n)} 条事实：“${p.statement}”等`), factEdited: (p) => `修改事实“${p.statement}”的${p.fields}`, factsWithdrawn: (p) => (p.n === 1 ? `撤回事实“${p.statement}”` : `撤回 ${grouped(p.n)} 条事实：“${p.statement}”等`), people: {
      person: { added: (n) => `添加 ${grouped(n)} 位人脉`, changed: (n) => `修改 ${grouped(n)} 位人脉`, withdrawn: (n) => `移除 ${grouped(n)} 位人脉`, restored: (n) => `恢复 ${grouped(n)} 位人脉` },
      person_item: { added: (n) => `添加 ${grouped(n)} 条人员资料`, changed: (n) => `修改 ${grouped(n)} 条人员资料`, withdrawn: (n) => `撤回 ${grouped(n)} 条人员资料`, restored: (n) => `恢复 ${grouped(n)} 条人员资料` },
      tie: { added: (n) => `记下 ${grouped(n)} 条人脉关系`, changed: (n) => `修改 ${grouped(n)} 条人脉关系`, withdrawn: (n) => `撤回 ${grouped(n)} 条人脉关系`, restored: (n) => `恢复 ${grouped(n)} 条人脉关系` },
      introduction: { added: (n) => `提出 ${grouped(n)} 个引荐请求`, changed: (n) => `修改 ${grouped(n)} 个引荐请求`, withdrawn: (n) => `撤回 ${grouped(n)} 个引荐请求`, restored: (n) => `恢复 ${grouped(n)} 个引荐请求` },
      steps: { requested: () => '提出引荐请求', accepted: () => '答应引荐', declined: () => '婉拒引荐', introduced: () => '完成引荐', met: () => '经引荐见面', thanked: () => '为引荐致谢', cancelled: () => '撤回引荐请求' },
      merged: () => '合并同一个人的两条记录', imported: (n) => `导入自己的通讯录：${grouped(n)} 人`, importUndone: (n) => `撤回通讯录导入：${grouped(n)} 人` }, noted: { added: (p) => `添加${p.noun}“${p.title}”`, changed: (p) => `修改${p.noun}“${p.title}”`, withdrawn: (p) => `撤回${p.noun}“${p.title}”`, restored: (p) => `恢复${p.noun}“${p.title}”` },
    holderErased: (p) => `删除了岗位“${p.title}”的任职人姓名`, textSent: (p) => `“${p.title}”第 ${p.pages} 页已发送到 ${p.host} 提议事实`, sourceAdded: (p) => `添加来源“${p.title}”`, sourceWithdrawn: (p) => `收起来源“${p.title}”`, sourceRestored: (p) => `恢复来源“${p.title}”`, factsRestored: (p) => (p.n === 1 ? `恢复事实“${p.statement}”` : `恢复 ${grouped(p.n)} 条事实：“${p.statement}”等`),
    undone: '撤销了一次变更', other: '变更', comma: '、',
    change: (p) => `${p.field}：${p.from} → ${p.to}`, fields: { key: '编码', name: '名称', country: '国家/地区', industry: '行业', note: '备注', statement: '内容', kind: '种类', evidence: '依据', sourceType: '来源类型', source: '来源', url: '网址', importId: '导入', sourceId: '来源文档', observedOn: '观察日期', expiresOn: '有效期', block: '全视图板块', topic: '要点' }, empty: '空', withdrawn: (p) => `${p.name} 已撤回`, markValue: (p) => `${p.name} ${p.value}`,
    keyAccountChosen: '选定为大客户', keyAccountDropped: '移出大客户', choiceWithdrawn: '撤回选定大客户', choiceRestored: '恢复选定大客户', dropWithdrawn: '撤回移出，恢复为大客户', dropRestored: '恢复移出',
    reviewed: { keep: '大客户复盘：保留', watch: '大客户复盘：列入观察', drop: '大客户复盘：移出' }, reviewWithdrawn: '撤回复盘', reviewRestored: '恢复复盘',
  },

  measures: {
    revenue: { name: '收入', formula: '近 12 个月发票明细合计，扣除红字发票。' },
    revenueTrend: { name: '收入趋势', formula: '（近 12 个月收入 − 再前 12 个月收入）÷ 再前 12 个月收入。' },
    grossMargin: { name: '毛利率', formula: '（收入 − 成本）÷ 收入，取近 12 个月中有成本的明细。' },
    contribution: { name: '贡献利润', formula: '近 12 个月：毛利 − 订单数 × 费率 − 明细行数 × 费率 − 退货数 × 费率 − 逾期金额 × 天数 ÷ 365 × 资金成本。' },
    contributionMargin: { name: '贡献利润率', formula: '近 12 个月：贡献利润 ÷ 收入。' },
    recency: { name: '最近交易', formula: '最近一张非红字发票距截止日的天数。' },
    frequency: { name: '交易频次', formula: '近 12 个月发票张数，不含红字发票。' },
    volatility: { name: '波动性', formula: '近 12 个月收入的标准差 ÷ 平均值。' },
    overdueShare: { name: '逾期占比', formula: '近 12 个月：迟付或逾期未付金额 ÷ 有到期日的金额。' },
    returnShare: { name: '退货占比', formula: '近 12 个月：红字发票金额 ÷ 扣除前销售额。' },
  },
  servedShare: (p) => `服务成本占收入 ${p.share}`,
  inputNames: {
    revenue: '近 12 个月收入', revenueBefore: '再前 12 个月收入', now: '后一段收入', before: '前一段收入', months: '比较月数', margin: '毛利', cost: '有成本明细的成本', costedRevenue: '有成本明细的收入', marginBasis: '毛利依据',
    orders: '订单成本', lines: '明细行成本', returns: '退货成本', overdue: '逾期成本', contribution: '贡献利润', asOf: '截止日', lastSaleDay: '最近开票', lastDay: '最近一行明细', invoices: '发票数', mean: '月均', deviation: '标准差', credits: '红字发票', gross: '扣除前销售额',
    dueAmount: '有到期日的金额', overdueAmount: '迟付或逾期未付', total: '全部客户合计', share: '占全部', value: '取值', level: '等级', evidence: '依据', observedOn: '观察日期', note: '备注', by: '记录人',
  },
  inputValues: { costed: '明细有成本', partly: '部分明细有成本', default: '设置中的默认毛利率' },
  restsOn: '依据的事实', restsOnNothing: '仅为假设：没有引用任何事实。', notAssessedYet: '还没有人评估。', toAssess: '去评估', toAssessment: '在评估中打开',
  assessedFormula: '1–5 级锚定量表：（等级 − 1）× 25 分。', categoricalFormula: '所选类别对应的分数。', normalised: (p) => `再折算为分数：${p.rule}`,
  units: { days: (p) => `${p.n} 天`, invoices: (p) => `${p.n} 张`, level: (p) => `${p.n} 级` },
};
