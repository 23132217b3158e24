import { grouped } from '../plural.ts';
import type { model as english } from '../en/model.ts';

export const model: typeof english = {
  title: '评分模型', intro: '怎样评判客户：三个视角、各自的维度，以及维度下的指标。已发布的版本不再改变，每个得分都注明版本。',
  version: (p) => `第 ${p.n} 版`, versions: '版本', active: '使用中', activate: '启用此版本', activated: (p) => `${p.name}第 ${p.n} 版已启用，全部客户按此评分`, byOn: (p) => `${p.name}，${p.day}`, builtIn: '内置', note: '说明', noNote: '无说明', name: '模型', open: '打开', actions: '操作', when: '时间', who: '发布人',
  edit: '新建版本', readOnly: '已发布的版本不能修改。', viewOnly: '你可以查看模型；由总监和管理员发布。',
  editing: (p) => `${p.name}：基于第 ${p.n} 版的新版本`, discard: '放弃', discarded: '草稿已放弃', publish: '发布为新版本', publishOnly: '只发布，暂不启用', useAtOnce: '立即按它评分', publishOnlyDone: (p) => `已发布${p.name}第 ${p.n} 版，仍使用原版本`, publishNote: '改了什么，为什么改', publishDone: (p) => `已发布${p.name}第 ${p.n} 版，全部客户按新版评分`, backToList: '全部版本',
  faults: (p) => `发布前需修正 ${p.n} 处`, faultGo: (p) => `前往：${p.place}`, noChange: '尚未修改', changed: (p) => `已改 ${p.n} 处`,
  draftKept: '草稿保存在本浏览器中。',
  findWeights: '确定权重', findWeightsOf: (p) => `确定${p.name}内各项的权重`, weigh: '定权重',

  lens: '视角', factor: '维度', indicator: '指标', weight: '权重', weightOf: (p) => `${p.name}的权重`, sum: (p) => `合计 ${p.sum}%`, rebalance: '调整到 100', share: (p) => `占总分 ${p.share}`,
  addFactor: '添加维度', addIndicator: '添加指标', remove: (p) => `移除${p.name}`, newFactor: { en: 'New factor', zh: '新维度' }, newIndicator: { en: 'New indicator', zh: '新指标' },
  nameEn: '英文名称', nameZh: '中文名称', kind: '类型', kinds: { computed: '计算', assessed: '评估', categorical: '分类' },
  kindMeans: { computed: '由发票明细计算。', assessed: '由人按 1–5 级锚定量表评估。', categorical: '从列表中选择，每个选项对应分数。' },
  side: '性质', sides: { own: '客户自身业绩', trade: '我方与其交易（当前价值）', other: '其他' },
  measure: '口径',

  normalise: '从取值到分数', normaliseTypes: { linear: '线性', log: '对数', steps: '分段', percentile: '百分位' },
  floor: '0 分对应', target: '100 分对应', relative: '按占全部客户合计的比例', better: '以何为优', higher: '越高越好', lower: '越低越好', stepFrom: '从', stepPoints: '分', addStep: '添加一段', removeStep: (p) => `移除从 ${p.from} 起的一段`,
  example: '示例取值', examplePoints: (p) => `${p.points} 分`, curveLabel: (p) => `取值与分数的关系：${p.rule}`,
  rules: { linear: (p) => `线性，${p.floor} 为 0 分，${p.target} 为 100 分`, log: (p) => `对数，${p.floor} 为 0 分，${p.target} 为 100 分`, steps: (p) => `分段：${p.steps}`, step: (p) => `${p.from} 起 ${p.points} 分`, percentileHigher: '低于它的客户所占比例', percentileLower: '高于它的客户所占比例', ofTotal: (p) => `${p.rule}（按占全部客户合计的比例）` },
  missing: '取值缺失时', missingPolicies: { exclude: '不计入，其余指标权重相应提高', neutral: '按 50 分计', zero: '按 0 分计' }, missingNote: '无论哪种方式，置信度都会降低。',
  anchors: '各级的样子', anchorEn: (p) => `${p.level} 级（英文）`, anchorZh: (p) => `${p.level} 级（中文）`, options: '选项', optionPoints: (p) => `${p.name}的分数`, addOption: '添加选项', newOption: { en: 'New choice', zh: '新选项' }, removeOption: (p) => `移除${p.name}`,

  deductions: '减分项', deductionsHint: '在客户上标记后，从总分中扣除。', deductionPoints: (p) => `${p.name}的扣分`, addDeduction: '添加减分项', newDeduction: { en: 'New deduction', zh: '新减分项' },
  vetoes: '红线（一票否决）', vetoesHint: '触及任意一条，等级最高为 D。', addVeto: '添加红线', newVeto: { en: 'New red line', zh: '新红线' },
  grades: '等级', gradesHint: '各等级的最低总分，低于最后一档为 D。', gradeFrom: (p) => `${p.grade} 级的最低总分`, points: '分',
  classes: '分类', classesHint: '按以下顺序判断。当前价值取交易维度的得分，潜力取现在与未来两个视角的合计。',
  everythingElse: '其余客户',
  classField: { lossQuarters: '连续亏损季度', potentialBelow: '潜力低于', potential: '潜力不低于', value: '当前价值不低于', grade: '或等级为', valueBelow: '当前价值低于' },
  assumptionCap: '假设封顶', assumptionCapHint: '所有评估都只是假设的维度，最多得到这个分数。',
  choose: '选择一个维度或指标，查看它如何计分。', close: '关闭',
  noModels: '还没有评分模型。',

  more: (p) => `${p.name}第 ${p.n} 版的更多操作`, compareWith: (p) => `与${p.name}第 ${p.n} 版对比`, compareWithActive: '与使用中的版本对比', copy: '复制为另一个模型', saveFile: '存为文件（JSON）', bringFile: '导入文件', compareTwo: '对比两个版本',
  templates: '从模板开始', templatesLead: '三个现成的模型。复制一个，按你们行业的做法修改后发布，从此就是你们自己的模型，模板保持不变。', templateParts: (p) => `${grouped(p.n)} 个指标`, templateStart: '从此开始',
  newTitle: (p) => `基于${p.name}的新模型`, newFromFile: '来自文件的模型', newLead: '在你发布之前，什么都不会改变。草稿保存在本浏览器中。', newNotFound: '这里没有可用的起点。请选择模板，或复制一个版本。', newCopy: { en: (p) => `Copy of ${p.name}`, zh: (p) => `${p.name} 副本` },
  key: '模型代码', keyHint: '字母和数字，以小写字母开头。版本号按代码累计。', keyFault: '只能用字母和数字，以小写字母开头。', becomesFirst: '将成为一个新模型的第 1 版', becomesNext: (p) => `将成为${p.name}的第 ${p.n} 版`,
  ownName: '模型名称', ready: '可以发布',

  fileTitle: '导入评分模型', fileLead: '从评分模型页面存出的文件，可用任何编辑器修改。导入时先检查并与使用中的版本对比，发布之前不保存任何内容。',
  fileDrop: '把 .json 文件拖到这里，或选择文件', fileChoose: '选择文件', filePaste: '或粘贴文件内容', filePasteHint: '例如 { "format": 1, "key": "general", … }', fileSchema: '文件的 JSON Schema，编辑器可据此边写边检查', fileReading: '正在检查…', fileFaults: (p) => `文件中有 ${grouped(p.n)} 处需修正`,
  fileGood: (p) => `${p.name}可以读取。`, fileEdit: '在编辑器中打开', fileTooLarge: '文件太大，不像是评分模型。',
};
