import type { LaterTexts } from '../en/later.ts';

export const privacy: LaterTexts['privacy'] = {
  title: '隐私', text: '有人询问公司保存了他的哪些信息，或要求删除，在这里办理。范围是此人的全部记录，同事设为仅自己可见的也在内：删除时不显示内容，导出时不写明是谁的。',
  name: '姓名', contacts: '电话、邮箱或微信', contactsHint: '多个用逗号分开。姓名与其中一项须同时相符，同名的人不受影响。', reason: '谁在何时提出', reasonExample: '本人 3 月 3 日书面要求',
  export: '导出给本人', erase: '全部删除', sure: '无法恢复。确定删除所有相符的记录？', yes: '永久删除', no: '保留',
  exported: (n) => (n === 0 ? '没有保存此人的信息。' : `已导出 ${n} 条记录；其中的敏感信息记为一次查看。`),
  erased: (n, texts) => (n === 0 ? '没有与此姓名和号码相符的记录。' : `已删除 ${n} 条记录${texts > 0 ? `，遮盖 ${texts} 处文字` : ''}。`),
  notCleaned: '磁盘上已删除的内容暂时未能清除：运行“vitalfew doctor --repair”即可。',
  backups: (n) => (n === 0 ? '删除之前的备份里仍有此人。恢复这样的备份时会按删除登记立即再次删除。' : `数据目录中有 ${n} 份备份早于最近一次删除，里面仍有此人。恢复这样的备份时会按删除登记立即再次删除。`),
  register: '删除登记', registerLine: (people, holders) => [people > 0 ? `${people} 条记录` : '', holders > 0 ? `${holders} 个岗位的任职人` : ''].filter((part) => part !== '').join('，'),
  registerShown: (p) => `显示最近 ${p.shown} 次删除，共 ${p.all} 次。`,
  registerNone: '还没有删除过任何人。', inAudit: '在操作记录中查看全部请求',
  due: (n) => `${n} 人保存期将满`, decide: '决定去留', dueTitle: '保留还是删除？',
  dueLead: '仍需要的人延长保存，算作一次修改，可以撤销；不再需要的就删除。',
  dueShown: (p) => `显示前 ${p.shown} 人，共 ${p.all} 人；处理之后再显示其余的。`,
  choose: (p) => `选择${p.name}`, all: '全部', until: '保存至',
  keep: (n) => (n === 0 ? '延长保存' : `延长保存 ${n} 人`), kept: (n) => `已延长保存 ${n} 人`,
  eraseChosen: (n) => (n === 0 ? '删除' : `删除 ${n} 人`), eraseReason: '删除原因', sureChosen: (n) => `无法恢复。确定删除这 ${n} 人？`, eraseExample: '保存期已满', gone: (n) => `已删除 ${n} 人`,
};
