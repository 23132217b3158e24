import { grouped } from '../plural.ts';
import type { prospect as english } from '../en/prospect.ts';

export const prospect: typeof english = {
  add: '新增潜在客户', lead: '还没有与我方交易的客户。按已知情况评分：我方交易不计入，而不是按 0 分计。',
  one: '单个', several: '从 Excel 粘贴多个', how: '方式',
  name: '名称', nameHint: '以营业执照或官网上的名称为准', nameNeeded: '请填写名称。', key: '编码', keyHint: '系统建议的编码，也可以用自己的。', country: '国家', industry: '行业', note: '备注', save: '新增', saveMore: '新增并继续', saved: (p) => `已新增${p.name}`, savedMany: (p) => `已新增 ${grouped(p.n)} 家潜在客户`, open: '打开', namesake: (p) => `已有同名客户：${p.name}（${p.key}）`,
  paste: '在 Excel 中复制这些行，粘贴到这里（Ctrl+V）。最好带上列名。', pasteLabel: '来自 Excel 的行', pasteExample: '名称\t国家\t行业', columns: '每一列是什么', ignore: '不使用', column: (p) => `第 ${p.n} 列`, fields: { customerName: '名称', customerKey: '编码', country: '国家', industry: '行业' },
  noName: '请指明哪一列是名称。', tooMany: (p) => `共 ${p.all} 行，一次最多 ${p.most} 行。更多请用客户文件导入。`, checking: '正在检查…', good: '可以新增', row: '行', state: '状态', proposed: '建议', saveMany: (p) => `新增 ${grouped(p.n)} 家`, leaveOut: (p) => `${grouped(p.n)} 行不会新增`, allFaulty: '没有一行可以直接新增。', preview: '将要新增',
  filter: '潜在客户', filterMeans: '只看还没有任何交易的客户', fieldFault: (p) => `${p.field}：${p.fault}`,
};
