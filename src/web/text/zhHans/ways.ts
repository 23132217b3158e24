import type { LaterTexts } from '../en/later.ts';
import { grouped } from '../plural.ts';

export const ways: LaterTexts['ways'] = {
  title: '引荐', lead: '想见的人，总有人认识认识他的人。输入姓名，看从我们到他最靠得住的几条路，每一环凭什么相信都写明白。',
  find: '要见谁？', findHint: '姓名、拼音、首字母或单位', nobody: '你可以查看的范围内没有这个人。',
  empty: '每一扇关着的门后面，都有我们当中某人认识的人。', emptyExample: '例如：技术总监一直约不上，直到教授的一位学生、设计院的工程师，把我们带到了她面前。', emptyAction: '说说你认识谁',
  show: '显示', shows: { ways: '路径', mine: '我请求的', waiting: '等我答复的' },
  to: (p) => `到${p.name}的路径`, found: (n) => (n === 0 ? '没有已知路径' : `${grouped(n)} 条路径`),
  noWay: '六度以内，没有发现我们当中谁能到达此人。', noWayHint: '说说你认识谁、导入你的通讯录，或者启用强度未知的关系。',
  mine: '只看从我开始的', unknown: '也用强度未知的关系', unknownHint: '每条按 0.10 计，相当于交换过名片。', disjoint: '中间不重复任何人',
  objects: '此人不希望被联系，不显示路径。', opposedTarget: '在进行中的权力地图上，此人反对我们。',
  avoided: (p) => [...(p.opposed > 0 ? [`绕开反对我们的 ${grouped(p.opposed)} 人`] : []), ...(p.declined > 0 ? [`不再找已婉拒你这一请求的 ${grouped(p.declined)} 人`] : [])].join('，'),
  us: '我方', goal: '目标', private: '仅自己可见', placeholder: '姓名未知', self: '你自己就认识此人。',
  strength: '强度', weakest: '最弱一环', weakestOf: (p) => `${p.a}—${p.b}`, worth: '计入转请意愿', worthHint: (p) => `按“强度 × ${p.willingness} 的转请次数次方”排序：多转一次手，打一次折。`,
  ask: '请求引荐', askOf: (p) => `请${p.name}引荐`, load: (n) => `${grouped(n)} 个未完请求`, busy: '对方手上的请求已经不少，换个人，或者等一等。',
  unknownStrength: '未知',
  kinds: { family: '亲属或挚友', team: '同一团队共事', deal: '做成过生意', classmates: '同班', employer: '同一单位', club: '同一小圈子', met: '见过几次', school: '同校同期', card: '换过名片', home_town: '同乡', knows: '相识' },
  how: { told: '告知', imported: '来自通讯录', inferred: '推断' }, howHelp: { told: '同事告知。', imported: '写在同事导入的通讯录里。', inferred: '没有人说过，只因两人同时在同一处；推断不入库。' },
  weak: '仅仅是同乡，关系很弱：没有人说他们见过面。', tieTitle: (p) => `${p.a} — ${p.b}`, why: '凭什么相信', formula: '公式', prior: '起始', since: (p) => `已知最近往来 ${p.day}`, noDay: '最近往来日期未知，强度未知', noPrior: '这一类型本身不说明强度',
  halved: (p) => `${p.days}后减半`, notCounted: '同类只计最强的一条', together: '合计', saidBy: (p) => `${p.name}于 ${p.day} 修正：${p.why}`, byFormula: (p) => `按公式为 ${p.value}。`, toldBy: (p) => `${p.name}告知`,
  correct: '修正', correctTo: '强度（0 到 1）', correctWhy: '为什么公式不准', corrected: '已修正强度', cannotSay: '说不准', toFormula: '恢复公式', spoke: '今天联系过', contactNoted: '已记下往来', withdraw: '撤回', withdrawn: '已撤回关系', keepPrivate: '仅自己可见', share: '共享', keptPrivate: '这条关系现在仅你自己可见', shared: '这条关系现在大家都能用', save: '保存',
  tell: '记一条关系', tellLead: '两个互相认识的人。写明你怎么知道的，走这条路的人会看到。', tellA: '谁', tellMe: '我', tellB: '认识谁', tellKind: '怎么认识的', tellEvidence: '你怎么知道的', tellEvidenceHint: '例如：“2021 年前在设计院是她的部下”。', tellPlace: '在哪里', tellLast: '最近一次双向往来', tellLastHint: '没有日期，强度就是未知。', tellPrivate: '仅自己可用，不进入别人的路径', told: '已记下关系',
  askTitle: (p) => `请${p.name}把我们引荐给${p.target}`, learns: (p) => `${p.name}会由此得知对方的姓名、职务和单位。`, speaksFor: (p) => `${p.name}不使用本系统：请当面提出，并代为记下答复。`,
  purpose: '为什么事', purposeHint: '一句话。', forThem: '对方能得到什么', forThemHint: '凭什么值得对方花一小时见面。', message: '可转发的话', due: '希望何时', send: '提出请求', asked: (p) => `已请${p.name}引荐`,
  emptyMine: '你还没有提出过引荐请求。', emptyWaiting: '没有等你答复的请求。', byWhom: (p) => `${p.name}请求`, through: (p) => `经${p.name}`, cut: '路径的一部分只有请求人知道。', dueOn: (p) => `${p.day} 前`,
  states: { requested: '已请求', accepted: '已答应', declined: '已婉拒', introduced: '已引荐', met: '已见面', thanked: '已致谢', cancelled: '已撤回' },
  steps: { requested: '请求', accepted: '答应', declined: '婉拒', introduced: '已引荐', met: '已见面', thanked: '已致谢', cancelled: '撤回' }, stepped: (p) => `已记下：${p.state}`, note: '附言', notePlaceholder: '附一句话（可不填）', thanksOwed: '还欠一声谢谢。', more: '显示更多',
};
