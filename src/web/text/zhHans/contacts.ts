import type { LaterTexts } from '../en/later.ts';

export const contacts: LaterTexts['contacts'] = {
  spoke: '最近一次往来', spokeHelp: '有来有往才算：你找过他，他也回过你。关系从那天起随时间变淡；不知道日期，强度就未知，也不会进入引荐路径。',
  unknown: '记不清', noneYet: '未填',
  spans: { week: '一周内', month: '一个月内', half_year: '半年内', year: '一年内', years: '更早' },
  shortSpans: { week: '一周内', month: '一个月内', half_year: '半年内', year: '一年内', years: '更早' },
  dayChoice: '具体日期……', day: '日期', vague: '只说了时间段的，按中间那天计算，并标明“约”。',
  about: (p) => `约 ${p.day}`, aboutHelp: (p) => `只说了“${p.span}”，按中间那天计算。`,
  tie: '关系', kind: '怎么认识的', last: '最近往来', strength: '强度',
  mark: '选中', markShown: '选中当前显示的全部', ofMarked: (n) => `已选 ${n} 人`, ofAll: (p) => `全部 ${p.all} 人`, markedMine: '仅自己可见', markedShared: '共享', unmark: '取消选择',
  findInFile: '在文件中查找',
  paste: '粘贴多行', pasteTitle: '从 Excel 粘贴', pasteHelp: '第一行写列名，至少有姓名和另一列。不读取生日、住址、家庭和备注。',
  pasteExample: '姓名\t公司\t职务\t手机\t邮箱\n王芳\t朝阳光伏\t采购总监\t138 0013 8000\twangfang@sunrise.example', pasteRead: '读取', pasted: '粘贴的联系人', pasteEmpty: '在 Excel 里复制几行，粘贴到这里。',
  all: '全部', noDay: '往来日期未知', show: '显示哪些联系人',
  pass: (n) => `补上最近往来：${n} 人`,
  passTitle: '最近一次往来是什么时候？', passLead: (n) => `有 ${n} 位联系人还不知道最近何时往来。说个大概就够了，这条关系就能用上。`,
  passKeys: 'j / k 上下移动 · 1–5 回答 · x 选中 · s 跳过 · Ctrl+Z 撤销', passDone: '所有联系人的最近往来都已知道。', passSkipped: (n) => `已跳过 ${n} 人`, passAgain: '再看跳过的人', passEnd: '先到这里',
  skip: '跳过', answerMarked: (n) => `为选中的 ${n} 人回答`,
  said: (p) => `${p.name}：${p.spoke}`, saidMany: (p) => `${p.n} 人：${p.spoke}`, kindSaid: (p) => `${p.name}：${p.kind}`,
  afterTaking: (p) => `${p.taken}；其中 ${p.n} 人还不知道最近何时往来`,
  whoKnows: '谁认识他', whoKnowsNone: '还不知道我们当中谁认识此人。', whoKnowsExample: '例如：“2021 年前在设计院是她的部下”。', whoKnowsAll: (n) => `显示全部 ${n} 人`, whoKnowsMore: (n) => `另有 ${n} 条更弱的关系未显示。`, whoKnowsCut: '周围的人太多，只看了 1,000 人；按姓名查找某人，可看到通向他的路径。', tellTie: '补充谁认识他', me: '你',
  sources: { vcard: '来自电子名片', jcard: '来自 jCard', linkedin: '来自领英', google: '来自谷歌通讯录', outlook: '来自 Outlook', table: '来自联系人表格' },
};
