import type { LaterTexts } from '../en/later.ts';
import { grouped } from '../plural.ts';

export const mapEditing: LaterTexts['mapEditing'] = {
  project: {
    change: '编辑', edit: '编辑项目', title: '项目', name: '要决策什么', note: '备注', noteHint: '内容、决策日期、金额等。', closedOn: '结束日期', closedHint: '作出决策的日子。留空表示还在进行。', save: '保存',
    close: '今天结束', reopen: '重新打开', withdraw: '撤回这个项目', withdrawHint: '连同地图一起撤回，可以撤销。',
    renamed: (name) => `项目已改名为“${name}”`, noted: '备注已保存', closed: (day) => `项目已于 ${day} 结束`, reopened: '项目已重新打开', withdrawn: (name) => `已撤回项目“${name}”`, changed: '项目已修改',
    nameNeeded: '项目要有名称。',
  },
  name: {
    title: '这个人是谁？', typeOn: '还有其他相符的人：输入完整姓名即可看到。', label: '姓名', placeholder: '输入姓名', source: '谁说的，或在哪里看到的', sourceNeeded: '请写明姓名从哪里来。', known: '已有的人', same: (name) => `就是${name}`, others: '或者新建一个人', nameThem: (name) => `姓名写为${name}`,
    kept: '地图上的记录都保留：角色、立场、连线和位置。', onMap: '已在这张地图上', named: (before, name) => `${before}就是${name}`, merged: (before, name) => `${before}与${name}已合为一人`,
  },
  many: {
    chosen: (n) => `已选 ${grouped(n)} 人`, set: '批量设定', off: '移出地图', clear: '取消选择', choose: '多选', hint: '拖动框选，点击增减。按住 Shift 随时可用，Ctrl+A 全选。', chooseOne: (name) => `选择${name}`, chooseAll: '全选',
    title: (n, field) => `${field}：${grouped(n)} 人`, who: '对象', marked: (n, field) => `已记录 ${grouped(n)} 人的${field}`, moved: (n) => `已移动 ${grouped(n)} 人`, removed: (n) => `已将 ${grouped(n)} 人移出地图`, keys: '方向键移动，Delete 移出地图，Esc 取消选择。',
  },
  nobodyYet: '请写下岗位，或在下面勾选人员。', chooseValue: '请选一个值。',
  together: {
    set: (p) => `你选择期间，${p.by}已设为“${p.value}”（${p.how}，${p.day}）。`, gone: (now) => (now === null ? '你选择期间，原来的记录被撤回了。' : `你选择期间，原来的记录被撤回了，现在又是“${now}”。`), yours: (value) => `你选的是“${value}”。`,
    earlier: '你填的日子更早：会记入历史，显示的仍是同事设的。', today: '今天', then: (before, after) => `${before}${after}`, keep: '保留同事的', mine: '改用我的', mineForAll: '全部改用我的', keepSetOthers: (n) => `保留同事的，只设其余 ${grouped(n)} 人`,
  },
  paste: {
    open: '粘贴连线', title: '粘贴连线', label: '从 Excel 复制两到四列：谁、对谁、强度 1–3、类型', placeholder: '王芳\t李强\t2\n李强\t质量总监', hint: '强度为负表示反向；类型写“影响”或“冲突”。第一行可以是列名。',
    reading: '两列的关系', asks: '前者请教后者', influences: '前者影响后者',
    asksHelp: '被请教的人有影响力：“甲请教乙”画成 乙 → 甲。', influencesHelp: '照原样画：“甲影响乙”就是 甲 → 乙。',
    preview: '将画出', row: '行', line: '连线', weight: '强度', kind: '类型', faults: (n) => `${grouped(n)} 行有问题`, allOrNothing: '请在上面改好：要么全部画上，要么都不画。',
    faultOf: (row, reason) => `第 ${row} 行：${reason}`,
    reasons: {
      paste_name: () => '缺少姓名。', paste_several: (value) => `叫“${value}”的不止一人，请在后面空一格写上部门。`, paste_weight: (value) => `“${value}”不是强度，请写 1、2 或 3，反向写负数。`, paste_kind: (value) => `“${value}”不是类型，请写“影响”或“冲突”。`,
      paste_self: (value) => `${value}不能连向自己。`, paste_twice: (value) => `${value} 重复了。`,
    },
    inRows: (_, list) => `第 ${list} 行`,
    unknown: (n) => `${grouped(n)} 个名字还没有记录`, unknownHint: '他们会随连线一起放上地图。', asPerson: '新的人', asPosition: '姓名未知的岗位', joining: (names) => `已有的人，将新放上这张地图：${names}。`, as: (name) => `${name}是`,
    evidence: '怎么知道的', source: '谁说的，或在哪里看到了什么', sourceNeeded: '请写明来源。只有已有的人之间的推断连线不需要。', day: '日期', draw: (n) => (n === 0 ? '画线' : `画 ${grouped(n)} 条线`), drawn: (n) => `已画 ${grouped(n)} 条线`, more: (n) => `另有 ${grouped(n)} 条`, tooMany: '一次最多 1,000 条线、200 个新的人。',
  },
  copy: {
    lines: '复制连线（Excel）', people: '复制人员表（Excel）', copiedLines: (n) => `已复制 ${grouped(n)} 条线，可粘贴到 Excel`, copiedPeople: (n) => `已复制 ${grouped(n)} 人，可粘贴到 Excel`, failed: '浏览器不允许复制。',
    lineColumns: { from: '影响者', to: '被影响者', weight: '强度', kind: '类型', evidence: '怎么知道的', day: '日期', source: '来源' }, columns: { name: '姓名', title: '岗位', organisation: '部门或单位', real: '真实影响力', asked: '被请教人数', gap: '差距' },
  },
  othersCut: (n) => `只列出最先录入的 ${n} 人。其他人：先放一个岗位，再写明是谁。`,
  asked: '大家有事最常找谁', askedBy: '被请教', real: '真实影响力', askedOf: (n) => `${grouped(n)} 人`, sortBy: (column) => `按${column}排序`,
};
