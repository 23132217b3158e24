import type { Verdict } from './robust/verdict.ts';

/** Languages a file can be written in. */
export type ExportLocale = 'en' | 'zh-Hans' | 'zh-Hant';

/** Columns of the exported ranked list, in their order: what the viewer reads on the portfolio page, with exact figures. */
export const EXPORT_COLUMNS = [
  { name: 'rank', kind: 'whole', width: 7, header: { en: 'Rank', 'zh-Hans': '排名', 'zh-Hant': '排名' } },
  { name: 'key', kind: 'text', width: 16, header: { en: 'Customer code', 'zh-Hans': '客户编码', 'zh-Hant': '客戶編碼' } },
  { name: 'name', kind: 'text', width: 34, header: { en: 'Customer', 'zh-Hans': '客户名称', 'zh-Hant': '客戶名稱' } },
  { name: 'country', kind: 'text', width: 18, header: { en: 'Country', 'zh-Hans': '国家', 'zh-Hant': '國家' } },
  { name: 'industry', kind: 'text', width: 26, header: { en: 'Industry', 'zh-Hans': '行业', 'zh-Hant': '產業' } },
  { name: 'owner', kind: 'text', width: 16, header: { en: 'Owner', 'zh-Hans': '负责人', 'zh-Hant': '負責人' } },
  { name: 'keyAccountSince', kind: 'day', width: 20, header: { en: 'Key account since', 'zh-Hans': '大客户选定日', 'zh-Hant': '大客戶選定日' } },
  { name: 'class', kind: 'text', width: 12, header: { en: 'Class', 'zh-Hans': '分类', 'zh-Hant': '分類' } },
  { name: 'grade', kind: 'text', width: 8, header: { en: 'Grade', 'zh-Hans': '等级', 'zh-Hant': '等級' } },
  { name: 'total', kind: 'decimal', width: 10, header: { en: 'Score', 'zh-Hans': '得分', 'zh-Hant': '得分' } },
  { name: 'past', kind: 'decimal', width: 10, header: { en: 'Past', 'zh-Hans': '看过去', 'zh-Hant': '看過去' } },
  { name: 'present', kind: 'decimal', width: 10, header: { en: 'Present', 'zh-Hans': '看现在', 'zh-Hant': '看現在' } },
  { name: 'future', kind: 'decimal', width: 10, header: { en: 'Future', 'zh-Hans': '看未来', 'zh-Hant': '看未來' } },
  { name: 'confidence', kind: 'percent', width: 13, header: { en: 'Confidence', 'zh-Hans': '置信度', 'zh-Hant': '置信度' } },
  { name: 'valueToday', kind: 'decimal', width: 14, header: { en: 'Value today', 'zh-Hans': '当前价值', 'zh-Hant': '當前價值' } },
  { name: 'potential', kind: 'decimal', width: 12, header: { en: 'Potential', 'zh-Hans': '潜力', 'zh-Hant': '潛力' } },
  { name: 'currency', kind: 'text', width: 11, header: { en: 'Currency', 'zh-Hans': '币种', 'zh-Hant': '幣別' } },
  { name: 'revenue', kind: 'money', width: 22, header: { en: 'Revenue, 12 months', 'zh-Hans': '近12个月收入', 'zh-Hant': '近12個月營收' } },
  { name: 'revenueBefore', kind: 'money', width: 28, header: { en: 'Revenue, 12 months before', 'zh-Hans': '前12个月收入', 'zh-Hant': '前12個月營收' } },
  { name: 'margin', kind: 'money', width: 16, header: { en: 'Gross margin', 'zh-Hans': '毛利', 'zh-Hant': '毛利' } },
  { name: 'contribution', kind: 'money', width: 16, header: { en: 'Contribution', 'zh-Hans': '贡献利润', 'zh-Hant': '貢獻利潤' } },
  { name: 'invoices', kind: 'whole', width: 12, header: { en: 'Invoices', 'zh-Hans': '发票数', 'zh-Hant': '發票數' } },
  { name: 'firstDay', kind: 'day', width: 15, header: { en: 'First invoice', 'zh-Hans': '首次开票', 'zh-Hant': '首次開票' } },
  { name: 'lastDay', kind: 'day', width: 16, header: { en: 'Latest invoice', 'zh-Hans': '最近开票', 'zh-Hant': '最近開票' } },
] as const satisfies readonly { name: string; kind: 'text' | 'whole' | 'decimal' | 'percent' | 'money' | 'day'; width: number; header: Record<ExportLocale, string> }[];
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]['name'];

/** Columns that follow where the list is exported with its robustness. */
export const ROBUST_COLUMNS = [
  { name: 'chance', kind: 'percent', width: 22, header: { en: 'Chance to be picked', 'zh-Hans': '入选概率', 'zh-Hant': '入選機率' } },
  { name: 'verdict', kind: 'text', width: 20, header: { en: 'Robustness', 'zh-Hans': '稳健性', 'zh-Hant': '穩健性' } },
] as const;

/** Names of the file and of its sheet. */
export const EXPORT_TITLE: Record<ExportLocale, string> = { en: 'Customers', 'zh-Hans': '客户组合', 'zh-Hant': '客戶組合' };

/** Classes as the glossary words them. */
export const CLASS_WORDS: Record<ExportLocale, Record<'strategic' | 'key' | 'growth' | 'maintain' | 'exit', string>> = {
  en: { strategic: 'strategic', key: 'key', growth: 'growth', maintain: 'maintain', exit: 'exit' },
  'zh-Hans': { strategic: '战略客户', key: '重点客户', growth: '成长客户', maintain: '维持客户', exit: '退出' },
  'zh-Hant': { strategic: '戰略客戶', key: '重點客戶', growth: '成長客戶', maintain: '維持客戶', exit: '退出' },
};

/** Verdicts of the robustness as the glossary words them; most customers are outside, and that needs no word. */
export const VERDICT_WORDS: Record<ExportLocale, Record<Verdict, string>> = {
  en: { solid: 'solid', open: 'depends on weights', fragile: 'fragile pick', barred: 'red line', overlooked: 'overlooked', outside: '' },
  'zh-Hans': { solid: '稳健入选', open: '视权重而定', fragile: '脆弱入选', barred: '红线', overlooked: '遗珠', outside: '' },
  'zh-Hant': { solid: '穩健入選', open: '視權重而定', fragile: '脆弱入選', barred: '紅線', overlooked: '遺珠', outside: '' },
};
