import type { weigh as english } from '../en/weigh.ts';

export const weigh: typeof english = {
  title: '确定权重', lead: (p) => `${p.name}，第 ${p.version} 版。在这里定出的权重先进入草稿，发布草稿后才生效。`, toModel: '返回模型',
  level: '给哪一层定权重', lenses: '三个视角', partsOf: (p) => `${p.name}：${p.n}`, counted: { lenses: (p) => `${p.n} 个视角`, factors: (p) => `${p.n} 个维度`, indicators: (p) => `${p.n} 个指标` }, weighedBefore: '已定过',
  method: '方法', methods: { direct: '直接打分', swing: '摆幅法', ahp: '两两比较' },
  methodHints: {
    direct: '给每一项打分，分数大小不限。简单快捷，适合大家看法一致的时候。',
    swing: '设想一家客户，下面每一项都处在最差。如果只能先把一项提升到最好，你选哪一项？这一项记 100，其余各项按相对重要程度给分。',
    ahp: '每次只比两项。前后矛盾的地方会显示出来，可以当场改正。',
  },
  alone: '这一层只有一项，权重就是 100。',

  pointsOf: (p) => `${p.name}的分数`, swingOf: (p) => `把${p.name}从最差提升到最好的价值`, first: '首选', makeFirst: (p) => `首先提升${p.name}：100`, worstToBest: '从最差到最好', item: '项目',
  lastOfAll: '全部客户中最后', firstOfAll: '全部客户中第一', fromTo: (p) => `${p.worst} → ${p.best}`, madeOf: (p) => `${p.parts}：从 0 分到 100 分`, fromCurrent: '从现有权重开始', startAgain: '重新开始',
  pointsMissing: (p) => `还没有给分：${p.names}。`, allZero: '至少有一项要大于零。', noHundred: '请先选出最想提升的一项，它记 100。',

  views: '视图', oneByOne: '逐对比较', matrix: '判断矩阵', progress: (p) => `第 ${p.at} 对，共 ${p.all} 对`, answered: (p) => `已比较 ${p.n} / ${p.all} 对`,
  question: '挑选客户时，哪一项更重要？重要多少？', notYet: '还没有比较。', noneNeeded: '全部比较完成，可在判断矩阵中一览。',
  equal: (p) => `“${p.a}”与“${p.b}”同等重要`, matters: (p) => `“${p.more}”比“${p.less}”${p.degree}（${p.times} : 1）`,
  degrees: { 2: '略微重要', 3: '稍微重要', 4: '比较重要', 5: '明显重要', 6: '相当重要', 7: '强烈重要', 8: '非常重要', 9: '极端重要' },
  ends: { equal: '同等', more: '更重要' }, moreOf: (p) => `${p.name}更重要`, leaveOut: '不作比较', previous: '上一对', next: '下一对', keysHint: '← → 选择 · 1–9 重要程度 · 回车下一对 · 退格清除', undoStep: '撤销',
  matrixLabel: '全部比较：行项目的重要程度是列项目的多少倍', cell: (p) => `${p.row}与${p.column}相比`, noValue: '–', matrixHint: '每一格表示行项目的重要程度是列项目的多少倍。', disturbing: '矛盾最大',

  weights: '权重', now: (p) => `现为 ${p.weight}%`, legend: '竖线为现有权重。', weightOf: (p) => `${p.name}：${p.weight}%，现为 ${p.now}%`,
  loose: (p) => `${p.names}还没有和其他项目连起来，请与其中任一项比较。`, noneYet: '回答第一个问题，权重就会逐步显示。',
  consistency: '一致性', ratio: (p) => `CR ${p.cr}`, limit: (p) => `上限 ${p.limit}`, gauge: (p) => `一致性比率 ${p.cr}，不超过 ${p.limit} 即可接受`,
  verdicts: {
    consistent: (p) => `一致性可以接受：${p.cr} 不超过 ${p.limit}。`, consistentFew: (p) => `一致性可以接受：按实际比较的对数衡量，${p.cr} 不超过 ${p.limit}。`, contradictoryFew: (p) => `前后矛盾：按实际比较的对数衡量，${p.cr} 超过 ${p.limit}。请重新考虑下面这一对。`,
    contradictory: (p) => `前后矛盾：${p.cr} 超过 ${p.limit}。请重新考虑下面这一对。`,
    tooFew: '比较还少，不会互相矛盾；之后每多比一对，就多一次检验。', two: '只有两项，不会互相矛盾，没有一致性比率。', noTable: (p) => `所选的随机指标表不到 ${p.n} 项，没有比率。请换一张表。`, flawless: '完全一致，没有矛盾。',
  },
  missing: (p) => `${p.all} 对中有 ${p.n} 对没有比较，按其余比较推算。`,
  worst: '矛盾最大的一对', worstSaid: (p) => `你的判断：${p.said}`, worstFits: (p) => `按其余判断：${p.fits}`, worstThen: (p) => `CR ${p.cr} → ${p.then}`, adopt: (p) => `改为 ${p.value}`, show: '查看', adopted: '已修改这一对',
  triad: (p) => `“${p.a}”是“${p.b}”的 ${p.first} 倍，“${p.b}”是“${p.c}”的 ${p.second} 倍，那么“${p.a}”应是“${p.c}”的 ${p.implied} 倍；你的判断是 ${p.direct} 倍。`,

  use: '采用这些权重', recordOnly: '只记录，不采用', recorded: '已记录', taken: (p) => `${p.level}的权重已写入草稿`, levelGone: (p) => `草稿里已经没有${p.level}。请先在模型页放弃草稿，再采用权重。`, viewOnly: '你可以在这里试算；由总监和管理员记录并采用。', note: '说明', notePlaceholder: '谁参加了讨论，争论了什么',
  why: (p) => `${p.level}权重：${p.method}`, whyRatio: (p) => `${p.level}权重：${p.method}，CR ${p.cr}`,

  earlier: '历次记录', noEarlier: '这一层的权重是怎么定的，还没有记录。', noEarlierExample: '例如：两位总监各自比较三个视角，再合并两人的判断，会上只需讨论看法不同的那一对。', byVersion: (p) => `第 ${p.n} 版`, open: '打开', openOf: (p) => `打开：${p.method}，${p.name}`, useOf: (p) => `采用：${p.method}，${p.name}`, useIt: '采用', withdraw: '撤回', withdrawOf: (p) => `撤回：${p.method}，${p.name}`, withdrawn: '已撤回这次记录', openedDone: '已打开，原来的内容可以撤销找回', together: (p) => `${p.n} 人合并`, otherItems: '项目已变', someone: '系统', ratioOf: (p) => `CR ${p.cr}`, contradictory: '前后矛盾',
  combine: '合并', combineHint: (p) => `${p.names}分别比较过这一层。合并时，每一对取各人判断的几何平均。`, combinePeople: '合并谁的判断', combined: '已合并，见列表第一条', and: (p) => `${p.first}和${p.last}`, comma: '、',

  howTitle: (p) => `权重如何从${p.method}得出`, howWord: { direct: '打分', swing: '摆幅法', ahp: '两两比较' },
  howDirect: '每项权重 = 该项分数 ÷ 全部分数之和，以百分数表示，取一位小数，并使合计正好等于 100（最大余数法）。',
  howSwing: '摆幅法（von Winterfeldt 与 Edwards，1986）：每项权重 = 该项提升的价值 ÷ 全部之和。衡量的是从最差到最好的这段距离，而不是名称：客户之间几乎没有差别的一项，听起来再重要，权重也应该小。取一位小数，合计正好等于 100（最大余数法）。',
  howAhp: '层次分析法（AHP，Saaty 1980）。每次比较说明一项的重要程度是另一项的多少倍，全部比较组成判断矩阵，另一半为其倒数。',
  derivation: '由矩阵求权重', derivations: { eigenvector: '主特征向量（Saaty 1980）', geometric: '行几何平均（Crawford 与 Williams 1985）' }, derivationHint: '没有矛盾时两者相同；有矛盾时相差零点几。',
  table: '随机一致性指标', tables: { saaty1980: 'Saaty 1980 年表', saaty2005: 'Saaty 2005 年表', 'alonso-lamata': 'Alonso 与 Lamata 2006 年表', 'donegan-dodd': 'Donegan 与 Dodd 1991 年表' }, tableHint: '随机填写的判断矩阵平均有多不一致。同样的比较，用不同的表，比率也不同，所以每个比率都注明所用的表。',
  rule: '上限', rules: { saaty: '0.10（Saaty 1980）', strict: '三项 0.05，四项 0.08，其余 0.10（Saaty 1994）' },
  symbols: { lambda: 'λmax，最大特征值', n: 'n，项数', ci: '一致性指标 CI = (λmax − n) ÷ (n − 1)', ri: (p) => `随机指标 RI，${p.table}`, cr: '一致性比率 CR = CI ÷ RI', few: '按实际比较对数修正 RI 后的 CR' }, byTables: '用各表计算的比率', inUse: '使用中',
  howMissing: '没有比较的对，取使矛盾最小的值（Bozóki、Fülöp 与 Rónyai 2010）。比较越少，天然越不容易矛盾，因此相应调低随机指标（Ágoston 与 Csató 2022），以较严的比率为准。',
  howWorst: '矛盾最大的一对：逐一拿掉每个比较，由其余比较推算应有的值，替换后比率下降最多的就是它。',
  howGroup: '多人合并：每一对取各人判断的几何平均（Aczél 与 Saaty 1983）。', howRounding: '权重取一位小数，合计正好等于 100。',
};
