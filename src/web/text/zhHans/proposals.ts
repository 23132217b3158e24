import type { LaterTexts } from '../en/later.ts';
import { grouped } from '../plural.ts';

export const proposals: LaterTexts['proposals'] = {
  settingsTitle: '语言模型', settingsText: '可选，默认关闭。它阅读来源的某几页并提议事实，每一条都由人确认。凡是 chat completions 接口都可以，也可以用自己机器上的模型。',
  base: '地址', baseHint: '填到 /v1，例如 http://127.0.0.1:11434/v1。留空即关闭。', model: '模型', modelHint: '接口所用的模型名。', timeout: '等待秒数', timeoutHint: '5 到 300。', key: (p) => `密钥（${p.state}）`, keyHint: '加密保存，不再显示。换了地址需重新填写。', keyStates: { set: '已设置', not_set: '未设置', unreadable: '由另一台服务器的密钥加密，请重新填写' }, keepKey: '留空则保持不变', forgetKey: '删除密钥',
  save: '保存', saved: '已设置语言模型', off: '已关闭语言模型', test: '试一下', works: (p) => `${p.host} 用 ${p.seconds} 秒作了回答。`, goes: (p) => `所选页的文字会发送到 ${p.host}。`, nowhere: '已关闭，文字不会离开这台服务器。',
  propose: '提议事实', title: '提议的事实', notice: (p) => `这些页的文字将发送到 ${p.host}（${p.model}）。没有你的确认，什么都不会记录。`, fromPage: '起始页', pages: '页数', send: (p) => `发送到 ${p.host}`, reading: (p) => `${p.host} 正在阅读……`, back: '返回事实',
  found: (p) => (p.n === 0 ? '这些页上没有可提议的。' : `${grouped(p.n)} 条提议。请对照原文逐条确认。`), dropped: (p) => `舍弃 ${grouped(p.n)} 条：引文与原文不符。`, known: (p) => `舍弃 ${grouped(p.n)} 条：已有这条事实。`, unusable: (p) => `回答中有 ${grouped(p.n)} 处不能用。`,
  choose: (p) => `选中“${p.statement}”`, statement: '内容', kind: '关于', show: '在原文中查看', accept: '记录', drop: '舍弃', acceptChosen: (p) => `记录选中的 ${grouped(p.n)} 条`, recorded: (p) => `已记录 ${grouped(p.n)} 条事实`, allDone: '全部看完。', again: '再看几页',
};
