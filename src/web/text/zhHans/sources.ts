import type { Texts } from '../en.ts';

export const sources: Texts['sources'] = {
  title: '来源',
  empty: '拜访之前先读：一份年报一晚上告诉你的，销售跑一年才听得到。', emptyExample: '上传年报 PDF、对方供应商手册 Word、演示文稿、网页，或直接粘贴文字。选中一句话，就是一条带出处的事实。',
  drop: '把文档拖到这里，或', choose: '选择文件', dropNow: '松开即可上传', formats: 'PDF、Word、PowerPoint、Excel、HTML、文本，每个不超过 100 MB', paste: '粘贴文字', cite: '引用网址',
  sending: (p) => `正在上传 ${p.name}，${p.share}`,
  name: '标题', namePlaceholder: '是什么、哪一年的', text: '文字', address: '网址', publishedOn: '发布日期', keep: '存为来源', nothingFetched: '只保存网址，不会抓取内容。',
  added: (p) => `已添加：${p.title}`, putAway: '收起', putAwayDone: (p) => `已收起：${p.title}`, open: '阅读', download: '下载原文件', openAddress: '打开网址',
  reading: (p) => `正在读取第 ${p.pages} 页，共 ${p.all} 页`, readingSome: (p) => `正在读取，已有 ${p.n} 页`, pages: (p) => `${p.n} 页`, facts: (p) => `${p.n} 条事实`, noText: '没有文字，可能是扫描件', failed: '无法读取', published: (p) => `${p.day} 发布`, addedBy: (p) => `${p.name}，${p.day}`, someone: '某人',
  find: '在这些来源中查找', findIn: '在本文中查找', findHint: '中文、拼音、英文', nothing: (p) => `没有哪一页提到“${p.q}”。`, found: (p) => `${p.n} 页`, moreFound: '显示更多', place: (p) => (/^\d/.test(p.label) ? `第 ${p.label} 页` : p.label),
  notFound: '没有这个来源，或者你不能查看。', back: (p) => `${p.name}的来源`, page: '页', goTo: '跳到页', of: (p) => `共 ${p.all} 页`, body: '来源全文',
  record: '记为事实', recordHint: '选中一段文字，按 f 或点按钮，就成为一条带出处的事实。', factTitle: '新事实', statement: '内容', statementHint: '用自己的话写一句；引文会一并保留。', quotation: '引文', kind: '关于', known: '依据', observedOn: '日期', save: '记录事实', recorded: '已记录事实', factsHere: '出自本文的事实', noFacts: '还没有。', tooLong: '请选短一些：最多 4,000 字。', onePage: '请在同一页内选取。',
  languages: { zh: '中文', en: '英文', ja: '日文', ko: '韩文', de: '德文', fr: '法文', es: '西班牙文', it: '意大利文', pt: '葡萄牙文', nl: '荷兰文', ru: '俄文', pl: '波兰文', sv: '瑞典文', tr: '土耳其文', vi: '越南文', th: '泰文', id: '印尼文' },
  formatNames: { pdf: 'PDF 文档', docx: 'Word 文档', pptx: 'PPT 演示文稿', xlsx: 'Excel 表格', html: 'HTML 网页', text: '文本' }, kinds: { file: '文件', paste: '粘贴的文字', web: '网址' },
};
