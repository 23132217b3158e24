import type { WorkFunction } from './scales.ts';

/**
 * Words that say a function, as they stand in titles, simplified and in lower case. Of several at one place the first row counts: compounds stand
 * above their parts (customer service before customer, supplier quality before supplier). Null: the word must not be read as one of the others.
 */
const STRONG: readonly (readonly [RegExp, WorkFunction | null])[] = [
  // Offices, works on software and the like: no function that trades with us.
  [/办公自动化|前台|前端|后端/y, 'other'],
  [/(?:总经理|总裁|董事长|ceo)?(?:办公室|办$)/y, null],
  [/采购质量|供应商质量|客户质量|质量审核|供应商审核|体系审核/y, 'quality'],
  [/supplier quality|quality (?:audit\w*|assurance|control|engineering)|supplier audit\w*/y, 'quality'],
  [/供应商(?:管理|开发)|supplier (?:management|development|relations?\w*)/y, 'purchasing'],
  [/战略规划|strategic planning|战略|strategy/y, null],
  [/财务(?:计划|分析)|financial planning|fp&a/y, 'finance'],
  [/商务拓展|业务拓展|业务发展|市场拓展|business development/y, 'sales'],
  [/人才发展|组织发展|(?:organi[sz]ation\w*|talent|people) development/y, 'other'],
  [/客户服务|售后|客服|技术支持|技术服务|现场服务|维修|after-?\s?sales|customer (?:service|support|care)|technical support|field (?:service|support)|aftermarket/y, 'service'],
  [/工业工程|生产技术|工艺|制程|process engineer\w*|(?:manufacturing|industrial|production) engineer\w*/y, 'production'],
  [/生产计划|物料(?:计划|控制)?|物控|资材|生管|production (?:planning|planner|control)|materials? (?:management|planning|control|planner)/y, 'supply_chain'],
  [/信息技术|信息化|信息中心|数字化|information technology|digital\w*|首席信息官|(?<![a-z])(?:it|cio|chief information)(?![a-z])/y, 'other'],
  [/供应链|物流|仓储|仓库|仓管|货运|关务|报关|计划|调度|(?<![a-z])pmc(?![a-z])|supply[ -]chain|logistics?|warehous\w*|inventory|customs|planning|planner|demand|dispatch\w*/y, 'supply_chain'],
  [/采购|采办|寻源|招标|招采|买手|(?<![a-z])(?:purchas\w*|procure\w*|sourcing|buyers?|buying|commodity)(?![a-z])/y, 'purchasing'],
  [/质量|品质|品管|品保|质检|检验|质控|体系|(?<![a-z])(?:quality|cqo|q[ace]|sqe|sqm|iqc|oqc|ipqc|sqa|qms|inspect\w*)(?![a-z])/y, 'quality'],
  [/财务|会计|出纳|税务|资金|审计|融资|投融资|(?<![a-z])(?:financ\w*|account(?:ant|ants|ing)|controller|controlling|treasur\w*|tax|audit\w*|cfo)(?![a-z])/y, 'finance'],
  [/人力|人事|招聘|薪酬|培训|行政|法务|法律|合规|公关|党委|工会|安全环保|(?<![a-z])(?:hr|hrbp|chro|human resources?|people operations|admin\w*|legal|counsel|compliance|public relations|pr|ehs|hse|training|communications?)(?![a-z])/y, 'other'],
  [/研发|研究|开发|设计|产品技术|实验室|(?<![a-z])(?:r ?& ?d|research\w*|develop\w*|design\w*|scientists?|laborator\w*|cto|innovation)(?![a-z])/y, 'engineering'],
  [/生产|制造|车间|工厂|装配|组装|设备|产线|线长|拉长|厂长|工段|操作员|操作工|首席运营官|(?<![a-z])(?:coo|operating officer|production|manufactur\w*|plant|factory|operations|assembly|workshop|maintenance|operator)(?![a-z])/y, 'production'],
  [/销售|营销|市场|商务|业务|大客户|客户|渠道|内销|外贸|(?<![a-z])(?:sales|selling|(?:key |global |national )?accounts?|marketing|commercial|cmo|customers?)(?![a-z])/y, 'sales'],
  [/服务|(?<![a-z])services?(?![a-z])/y, 'service'],
];
/** Words that say engineering unless a stronger one stands beside them: a quality engineer works in quality. */
const WEAK = /工程|技术|技工|技师|试验|测试|总工|(?<![a-z])(?:engineer\w*|technical|technology|technician|technologies|test\w*|architect\w*)(?![a-z])/;
/** Where a title lists rather than composes: "purchasing and supply chain". */
const LISTED = /[/&、+]|与|和|及|(?<![a-z])and(?![a-z])/;

/**
 * The function a piece of a title says, null where it says none. In a compound the last word counts, as in both languages the head stands last (R&D
 * purchasing buys); in a list the first, which is the main one (purchasing and supply chain).
 */
export function functionIn(piece: string): WorkFunction | null {
  const guarded = piece.replace(/r ?& ?d/g, 'r&d').replace(/r&d/g, 'research').replace(/fp&a/g, 'financial planning');
  for (const part of guarded.split(LISTED)) {
    const words = strongWords(part);
    const last = words.findLast((word) => word !== null);
    if (last) return last;
    // A null word said that this part is about something else (the office of the general manager).
    if (words.length === 0 && WEAK.test(part)) return 'engineering';
  }
  return null;
}

function strongWords(part: string): (WorkFunction | null)[] {
  const found: (WorkFunction | null)[] = [];
  for (let at = 0; at < part.length;) {
    const hit = STRONG.map(([word, says]) => ({ says, length: matchAt(word, part, at) })).find(({ length }) => length > 0);
    if (hit) found.push(hit.says);
    at += hit?.length ?? 1;
  }
  return found;
}

function matchAt(word: RegExp, text: string, at: number): number {
  word.lastIndex = at;
  return word.exec(text)?.[0].length ?? 0;
}
