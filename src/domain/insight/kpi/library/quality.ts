import type { Kpi } from '../kpi.ts';

/** What quality people are measured by. */
export const quality: readonly Omit<Kpi, 'function'>[] = [
  {
    key: 'incoming-ppm', name: { en: 'Defects of incoming parts', zh: '来料不良率' }, unit: { en: 'ppm', zh: 'ppm' }, direction: 'down', words: ['ppm', 'incoming', 'defect', '来料', '不良率', '进料'],
    measure: { en: 'Defective parts ÷ parts received × 1,000,000', zh: '来料不良件数 ÷ 来料总件数 × 1,000,000' },
    needs: { en: 'Parts they can stop inspecting: a process that is capable and shows it with every lot.', zh: '可以免检的来料：过程能力够，而且每批都有数据证明。' },
    topics: [{ en: 'Skip-lot agreement: which data we send so that they need not measure', zh: '免检协议：我们每批给什么数据，他们就不用再测' }, { en: 'Our ppm by month and the causes that are left', zh: '我们逐月的 ppm，还剩哪几类原因' }],
  },
  {
    key: 'complaints', name: { en: 'Customer complaints', zh: '客户投诉件数' }, unit: { en: 'per million', zh: '件/百万' }, direction: 'down', words: ['complaint', 'customer return', 'claim', '投诉', '客诉', '退货'],
    measure: { en: 'Complaints accepted ÷ units sold × 1,000,000', zh: '成立的投诉数 ÷ 销售台数 × 1,000,000' },
    needs: { en: 'A supplier who finds the cause in the field part within days and does not argue first.', zh: '几天内在故障件上找到原因的供应商，而不是先争责任。' },
    topics: [{ en: 'The three field failures that hurt most, and what we would test first', zh: '市场上最痛的三种故障，我们会先查什么' }],
  },
  {
    key: 'response-8d', name: { en: 'Time to close a complaint', zh: '8D 关闭周期' }, unit: { en: 'days', zh: '天' }, direction: 'down', words: ['8d', 'corrective action', 'root cause', 'response time', '纠正措施', '根本原因', '整改', '响应'],
    measure: { en: 'Days from complaint to proven remedy, median', zh: '从投诉到对策验证有效的天数，取中位数' },
    needs: { en: 'First containment within 24 hours, and a report an auditor believes.', zh: '24 小时内先围堵，报告写得让审核员信服。' },
    topics: [{ en: 'Two of our own 8D reports, names blackened: what held, what came back', zh: '拿两份我们自己的 8D（隐去名字）看：哪些真管用，哪些又复发了' }],
  },
  {
    key: 'field-failure', name: { en: 'Failures within the warranty', zh: '保修期内故障率' }, unit: { en: '%', zh: '%' }, direction: 'down', words: ['warranty', 'field failure', 'reliability', 'lifetime', '保修', '故障率', '可靠性', '寿命'],
    measure: { en: 'Failed units in warranty ÷ units in warranty', zh: '保修期内故障台数 ÷ 在保台数' },
    needs: { en: 'Proof of lifetime under their load, not under ours.', zh: '按他们的工况做出来的寿命证明，而不是按我们的。' },
    topics: [{ en: 'Their load profile on our test bench: a plan for six weeks', zh: '把他们的工况搬到我们台架上：六周验证计划' }],
  },
  {
    key: 'quality-cost', name: { en: 'Cost of poor quality', zh: '质量损失成本' }, unit: { en: '% of revenue', zh: '% 收入' }, direction: 'down', words: ['cost of quality', 'scrap', 'rework', '质量成本', '质量损失', '报废', '返工'],
    measure: { en: '(Scrap + rework + claims) ÷ revenue', zh: '（报废 + 返工 + 索赔）÷ 收入' },
    needs: { en: 'Help where their scrap begins, even if it is not in our part.', zh: '从报废的源头帮一把，哪怕不是我们这个件的问题。' },
    topics: [{ en: 'A day on their line: where good parts turn into scrap', zh: '到产线上待一天：好件是在哪一步变废的' }], levels: ['executive', 'head'],
  },
  {
    key: 'audit-result', name: { en: 'Result of audits', zh: '体系审核结果' }, unit: { en: 'major findings', zh: '严重不符合项' }, direction: 'down', words: ['audit', 'certif', 'iso', 'iatf', 'compliance', '审核', '认证', '体系', '合规'],
    measure: { en: 'Major findings in audits by customers and certifiers', zh: '客户及认证机构审核的严重不符合项数' },
    needs: { en: 'Suppliers whose papers never cost them a finding, ready the day before an audit.', zh: '供应商资料不拖后腿，审核前一天就备齐。' },
    topics: [{ en: 'What their last audit asked about suppliers, and our file for it', zh: '上次审核问了供应商哪些事，我们的档案怎么答' }],
  },
  {
    key: 'process-capability', name: { en: 'Process capability of key characteristics', zh: '关键特性过程能力' }, unit: { en: 'Cpk', zh: 'Cpk' }, direction: 'up', words: ['cpk', 'process capability', 'spc', 'consistency', '过程能力', '一致性', '特性'],
    measure: { en: 'Key characteristics with Cpk ≥ 1.67 ÷ key characteristics', zh: 'Cpk ≥ 1.67 的关键特性数 ÷ 关键特性数' },
    needs: { en: 'Consistency from lot to lot that can be seen in the curve.', zh: '批与批之间的一致性，曲线上看得见。' },
    topics: [{ en: 'The curve of one characteristic over a hundred lots', zh: '一项特性一百批的走势' }],
  },
  {
    key: 'first-pass', name: { en: 'First-pass yield', zh: '一次直通率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['first pass', 'yield', 'ftq', 'fpy', '直通率', '良率'],
    measure: { en: 'Units right the first time ÷ units started', zh: '一次做对的台数 ÷ 投入台数' },
    needs: { en: 'Parts that assemble without selecting, bending or a second test.', zh: '拿来就能装，不用挑、不用修、不用二次测。' },
    topics: [{ en: 'What their assembly does with our parts before they fit', zh: '装配线上拿到我们的件之后还要多做哪几下' }],
  },
  {
    key: 'supplier-audits', name: { en: 'Suppliers at the required level', zh: '合格供应商达标率' }, unit: { en: '%', zh: '%' }, direction: 'up', words: ['supplier quality', 'supplier rating', 'approved supplier', '供应商质量', '供应商评级', '合格供应商'],
    measure: { en: 'Suppliers rated A or B ÷ suppliers', zh: '评级 A、B 的供应商数 ÷ 供应商总数' },
    needs: { en: 'Suppliers who improve by themselves and report it.', zh: '自己会改进、还会主动汇报的供应商。' },
    topics: [{ en: 'Our rating at other customers, and what took us from B to A', zh: '我们在别家客户的评级，从 B 到 A 改了哪几件事' }],
  },
  {
    key: 'traceability', name: { en: 'Traceability', zh: '质量追溯达成率' }, unit: { en: 'hours to lot', zh: '小时/批' }, direction: 'down', words: ['traceab', 'lot number', 'recall', '追溯', '批次', '召回'],
    measure: { en: 'Hours from a field part to its lots of material, in drills', zh: '演练中从故障件追到原料批次所需小时数' },
    needs: { en: 'Lot data that link to theirs without retyping.', zh: '批次数据能直接对接，不用手工再录一遍。' },
    topics: [{ en: 'A recall drill together: from one serial number to our melt in two hours', zh: '一起做一次召回演练：从一个序列号两小时追到我们的原料批' }],
  },
];
