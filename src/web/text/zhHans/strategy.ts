import type { LaterTexts } from '../en/later.ts';
import { grouped } from '../plural.ts';

export const strategy: LaterTexts['strategy'] = {
  businessTitle: '客户到底做什么生意？', teach: '卖水果，还是做果汁？', teachMore: '卖水果的，要的是便宜；做果汁的，要的是一台不停机的榨汁机。看懂这一点，报的就不是同一个方案。',
  sells: '他们卖的是', business: '真正做的生意是', soNeeds: '所以需要', state: '写下判断', stateAgain: '重新判断', stated: '已写下业务判断', statedBy: (p) => `${p.name}，${p.when}`, someone: '某人',
  sellsHint: '发票上写的东西。', businessHint: '他们自己的客户为什么付钱。', soNeedsHint: '给这门生意供货的人，必须做到什么。', history: (p) => `此前的判断 ${grouped(p.n)} 条`, withdrawStatement: '撤回',
  withdrawn: (p) => `已撤回：${p.what}`, noStatement: '还没有人说清楚。',
  facts: '依据', factsHint: '查找该客户的事实。没有事实支撑就是假设，以虚线表示。', noFacts: '没有事实支撑', findFacts: '输入事实中的词',
  items: '目标与投资领域', itemsLead: '到什么时候做到什么，钱往哪里投。填了日期，期限自动归类。',
  empty: '三年后他们想做到哪里？为此要花多少钱？', emptyExample: '例如：“2028 年声学销售翻番”“2026 至 2030 年投 3.2 亿建槟城工厂”“不再做玩具”。年报前十页里多半都有。',
  add: '添加', addOne: '添加一条', pasteTitle: '从表格粘贴', paste: '从 Excel 粘贴', copy: '复制', copied: (p) => `已复制 ${grouped(p.n)} 行，可粘贴到表格`, edit: '修改', editOf: (p) => `修改“${p.what}”`, withdraw: '撤回', withdrawOf: (p) => `撤回“${p.what}”`, added: (p) => (p.n === 1 ? `已添加：${p.what}` : `已添加 ${grouped(p.n)} 条`), edited: '已修改', save: '保存', cancel: '取消',
  kind: '类型', kinds: { goal: '目标', investment: '投资领域', scope: '业务范围' },
  text: '一句话', textHint: '有原话就用原话。', horizon: '期限', horizons: { short: '短期', mid: '中期', long: '长期' }, horizonSpans: { short: '一年以内', mid: '一至三年', long: '三年以上', none: '还不清楚' }, noHorizon: '期限不明', from: '开始', to: '结束', amount: '金额', amountHint: '3.2亿、5000万 或 320,000,000', currency: '币种', notAmount: '这不是金额。',
  until: (p) => `${p.day}前`, since: (p) => `${p.day}起`, span: (p) => `${p.from} – ${p.to}`, none: '暂无。', scopeLead: '做什么，不做什么。',
  knownOf: (p) => `${p.all} 项中 ${p.n} 项已知金额`,
  pasteHint: '在 Excel 中复制几行，粘贴到这里。表头次序不限：类型、内容、期限、开始、结束、金额、币种；也可以一行一句。“2027”“2027年6月”“3.2亿”都能识别。', pasted: '表格行', pasteKind: '行中没写类型时', rowFault: (p) => `第 ${p.row} 行：${p.what}`, addRows: (p) => `添加 ${grouped(p.n)} 条`, mendFirst: (p) => `还有 ${grouped(p.n)} 行不能采用，请先在上面改好。`,
  columns: { kind: '类型', text: '内容', horizon: '期限', fromOn: '开始', toOn: '结束', amount: '金额', currency: '币种' },
  lineFaults: { unknown_kind: '类型不认识', unknown_horizon: '期限不认识', not_a_number: '金额不是数字' },
  org: {
    title: '组织架构', lead: '谁归谁管，以某一天为准。负责的是岗位，不写人名；人放在权力地图里。', empty: '先看清架构，再去认人：哪个部门用、哪个部门买、谁拍板。', emptyExample: '多数公司会公开组织架构图，其余见员工手册和任命公告。一份带缩进的清单就够了。',
    bring: '导入组织架构', on: '查看日期', versions: '版本', version: (p) => (p.source === '' ? p.day : `${p.day}，${p.source}`), notYet: (p) => `${p.day}的架构还不清楚，第一个版本在此之后。`, inForce: (p) => `截至 ${p.day}，${grouped(p.n)} 个单位`, by: (p) => `${p.name}导入，${p.when}`,
    tree: '组织架构树', expand: '全部展开', collapse: '全部收起', people: (p) => `${grouped(p.n)} 人`, below: (p) => `下辖 ${grouped(p.n)} 个`, head: '负责岗位', copied: '已复制组织架构，可粘贴到表格', withdrawVersion: '撤回此版本', kept: (p) => `已保存截至 ${p.day} 的组织架构：${grouped(p.n)} 个单位`,
    compare: '变化对比', before: '从', after: '到', same: '这两个版本没有差别。', needTwo: '再导入一个版本，这里就会写出变化。',
    changes: {
      added: (p) => (p.to === '' ? `新增${p.name}，为顶层单位` : `新增${p.name}，隶属${p.to}`), gone: (p) => (p.from === '' ? `${p.name}已撤销` : `${p.name}已撤销，原隶属${p.from}`), moved: (p) => `${p.name}由${p.from || '顶层'}划归${p.to || '顶层'}`,
      renamed: (p) => `${p.from}更名为${p.to}`, head: (p) => (p.to === '' ? `${p.name}不再设负责岗位（原为${p.from}）` : p.from === '' ? `${p.name}由${p.to}负责` : `${p.name}改由${p.to}负责，原为${p.from}`),
      function: (p) => (p.to === '' ? `${p.name}不再承担${p.from}` : p.from === '' ? `${p.name}职能为${p.to}` : `${p.name}职能改为${p.to}，原为${p.from}`), people: (p) => `${p.name}人数 ${p.from || '不详'} → ${p.to || '不详'}`,
    },
    importTitle: '导入组织架构', importHint: '粘贴表格或带缩进的清单，或选择 CSV、Excel 文件。能识别：上级列（编码或名称）、层级列、每级一列、行首空格或制表符。还可带职能、负责岗位、人数。', positions: '负责的是岗位（如“采购总监”）。含人名的列不会读取。',
    text: '表格或清单', file: '选择文件', fileRead: (p) => `读自 ${p.name}`, asOf: '截至日期', source: '出处', sourceHint: '2025 年报第 31 页', keep: (p) => `保存 ${grouped(p.n)} 个单位`,
    found: (p) => `${grouped(p.n)} 个单位，${p.depth} 级`, tops: (p) => `有 ${grouped(p.n)} 个顶层单位。若同属一家，请补上总部。`, forms: { parents: '按上级识别', levels: '按层级识别', outline: '按缩进识别' }, persons: (p) => `含人名，未读取：${p.columns}`, unused: (p) => `不认识，未读取：${p.columns}`, mend: (p) => `${grouped(p.n)} 处有误，全部改好才会保存。`, more: (p) => `另有 ${grouped(p.n)} 处`, atRow: (p) => `第 ${p.row} 行`,
    faults: {
      name_required: () => '没有名称', too_long: () => '有文字超过 200 字', unknown_parent: (p) => `上级“${p['parent'] ?? ''}”不在表中`, parent_unclear: (p) => `上级“${p['parent'] ?? ''}”有 ${p['count'] ?? ''} 个同名，请改用编码`, cycle: (p) => `上下级成了一个圈：${p['way'] ?? ''}`,
      too_deep: (p) => `超过 ${p['deepest'] ?? ''} 级`, people_out_of_range: () => '人数不合理', code_twice: (p) => `编码 ${p['code'] ?? ''} 与第 ${p['first'] ?? ''} 行重复`, twice: (p) => `“${p['name'] ?? ''}”在同一上级下重复（见第 ${p['first'] ?? ''} 行）`, level_skipped: () => '跳了一级，上面没有单位', no_such_level: (p) => `层级“${p['value'] ?? ''}”不认识`,
      indent_unclear: () => '缩进对不上任何一级', not_a_number: (p) => `人数“${p['value'] ?? ''}”不是数字`, too_many_units: (p) => `起超出上限：共 ${p['count'] ?? ''} 个单位，最多 ${p['most'] ?? ''} 个`, no_units: () => '之后没有单位',
    },
    headings: { code: '编码', name: '名称', parent: '上级编码', function: '职能', head: '负责岗位', people: '人数' },
  },
};
