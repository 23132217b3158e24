import type { Level } from './scales.ts';

/** What a word in a title says of the level; null: it is there so that the words below do not read it (an independent director is no director). */
type Says = Level | null;

/** Chief officers and who runs a company. */
export const TOP = /董事长|董事局主席|理事长|首席[^\s,]{0,8}?官|总裁|总经理|执行董事|创始人|创办人|老板|法定代表人|法人代表|行长|(?<![a-z])(?:c[a-z]{1,2}o|chief [a-z ]{2,30}? officer|chief executive|chair(?:man|woman|person)?|president|managing (?:director|partner)|director general|general manager|g\.?m\.?|(?:co-?)?founder|owner|proprietor)(?![a-z])/;
/** Of whom a deputy stands as high. */
export const OWNERS = /董事长|理事长|董事局主席|chair|founder|创始|owner/;

/** In this order at each place of the title; what is above is not read again as what is below. */
export const RANKS: readonly (readonly [RegExp, Says])[] = [
  [/独立董事|外部董事|监事|(?:independent|non-?executive) (?:non-?executive )?directors?|board member|member of the (?:supervisory )?board|(?<![a-z])board of directors/y, null],
  [/董事会秘书|董秘|总会计师|总经济师|首席代表|chief representative/y, 'director'],
  [/(?:采购|品类|产品|项目|客户|大客户|商品)经理人/y, null],
  // Managers of things, not of people.
  [/(?:高级|资深|大|重点|关键|kam)?(?:客户|产品|项目|品类|商品)经理|(?<![a-z])(?:(?:key |global |senior |national |major )*account|product|project|program(?:me)?|category|commodity|case) managers?(?![a-z])/y, 'lead'],
  [/总工程师|总工(?![程厂作])|总设计师|首席(?:工程师|科学家|设计师|专家)|(?<![a-z])(?:chief (?:engineer|scientist|designer|architect)|distinguished engineer)(?![a-z])/y, 'director'],
  [/主任(?:工程师|设计师|研究员)|(?<![a-z])(?:principal|lead|team lead(?:er)?|group lead(?:er)?|shift lead(?:er)?|project lead(?:er)?|section (?:head|chief|manager|leader)|team (?:head|manager)|supervisor|foreman|forewoman)(?![a-z])/y, 'lead'],
  [/(?:车间|室|部|中心|厂)主任|(?:head|chief) of (?:the )?department|department (?:head|manager)/y, 'manager'],
  [/总监|厂长|院长|副总|本部长|协理|(?<![a-z])(?:[es]?vp|vice[ -]president|director|plant (?:manager|director)|factory manager|(?:global |group |corporate )?head)(?![a-z])/y, 'director'],
  [/经理|部长|处长|副理|负责人|(?<![a-z])managers?(?![a-z])/y, 'manager'],
  [/主管|组长|班长|线长|拉长|领班|科长|课长|股长|系长|队长|工段长/y, 'lead'],
  [/工程师|专员|(?:采购|业务|质检|检验|操作|计划|跟单|仓管|销售|文|技术|会计|资料|调度|统计|驾驶|服务|客服|安全|品质|化验|研究|办事|职|科)员|买手|会计|出纳|技师|技工|助理|秘书|实习生|代表|顾问|设计师|分析师|检验|内勤|前台|工人/y, 'staff'],
  [/(?<![a-z])(?:engineers?|specialists?|officer|clerk|analysts?|buyers?|technicians?|operators?|represent\w+|executive|consultants?|coordinators?|inspectors?|auditors?|accountants?|planners?|designers?|developers?|scientists?|research(?:er|ers)|assistants?|secretary|interns?|trainees?|associates?|expediters?|cashier|receptionist|sqe|qe|fae)(?![a-z])/y, 'staff'],
];

/** Heads a part of the company and not the company: the general manager of a division, a region, a department. */
export const OF_A_PART = /(?:部|中心|事业群|分公司|大区|区域|片区|工厂|基地|门店|支行|分行|办事处|项目|(?<![a-z])bu)\s*(?:副|常务副|执行)?(?:总经理|总裁|行长)|(?<![a-z])(?:regional|division\w*|branch|department\w*|plant|site|business unit|bu|area|country) (?:managing director|general manager|president|gm|ceo)(?![a-z])/;
/** Second to: vice, deputy. */
export const DEPUTY = /副|(?<![a-z])(?:vice|deputy)(?![a-z])/;
/** In training for, or one step below. */
export const BELOW = /助理(?=\p{Script=Han}{0,6}(?:总|经理|部长|协理|主管|厂长))|襄理|(?<![a-z])(?:assistant|associate|asst\.?|avp)(?=(?: vice)?(?: general)? (?:manager|director|president|supervisor)|$|[^a-z ])/u;
/** Serves somebody of that rank. Who serves the top may be a secretary or the second man: nobody can tell from the title. */
export const SERVES = /(?:总监|经理|部长|厂长|主管|主任|总工|行长|总裁|董事长|总经理|总)(?:特别|高级|行政)?(?:助理|特?助(?!理))|(?:总监|经理|部长|厂长|主任|总裁|董事长|总经理)(?:的)?秘书|(?<![a-z])(?:(?:executive |personal |special )?assistant|secretary|advis[eo]r|pa) (?:to|of)(?![a-z])|(?<![a-z])(?:executive|personal) (?:assistant|secretary)/;
/** … of the top, and not by name its secretary. */
export const SECOND = /(?:总裁|董事长|总经理|总|行长)(?:特别|高级|行政)?(?:助理|特?助$)/;
/** Names somebody else or a room: "to the CEO", "office of the CEO", 总经理办公室. */
export const NOT_OWN = /(?<![a-z])(?:reporting to|reports? to|to the|to|office of|for)(?![a-z]).*$|(?:总经理|总裁|董事长|ceo|president'?s?|chairman'?s?)(?:'s)?\s*(?:办公室|办$|办(?=主任)|office)/;
/** Banks call a clerk with clients vice president. */
export const BANK = /银行|证券|(?<![a-z])(?:bank|banking|securities)(?![a-z])/;

/** Second to the top by name; ends in the name of the top. */
export const VICE = /副总裁|副总经理|副行长|(?<![a-z])(?:[aes]?vp|[ad]gm|(?:senior |executive |assistant |associate )?vice[ -]president)(?![a-z])/;
