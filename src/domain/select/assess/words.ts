import type { EvidenceKind, Words } from '../model.ts';

/** Columns beside the marks: who it is about (locked), and what the marks of the row rest on. */
export const WHO = ['id', 'code', 'name', 'grade', 'class', 'owner'] as const;
export const WHY = ['source', 'how', 'reason'] as const;
export type FixedColumn = (typeof WHO)[number] | (typeof WHY)[number];

export const FIXED_WORDS: Readonly<Record<FixedColumn, Words>> = {
  id: { en: 'ID', zh: '编号' }, code: { en: 'Customer code', zh: '客户编码' }, name: { en: 'Customer', zh: '客户名称' },
  grade: { en: 'Grade', zh: '等级' }, class: { en: 'Class', zh: '分类' }, owner: { en: 'Owner', zh: '负责人' },
  source: { en: 'Source of this row’s marks', zh: '本行评估的来源' }, how: { en: 'How it is known', zh: '怎么知道的' }, reason: { en: 'Reason or note', zh: '理由或说明' },
};

/** Ways of knowing that a source can be given for; an assumption has none. */
export const HOW_KNOWN = ['observed', 'document', 'person', 'hearsay', 'inferred'] as const satisfies readonly EvidenceKind[];
export type HowKnown = (typeof HOW_KNOWN)[number];
export const HOW_WORDS: Readonly<Record<HowKnown, Words>> = {
  observed: { en: 'Observed', zh: '亲眼所见' }, document: { en: 'From a document', zh: '文件记载' }, person: { en: 'Told by the person', zh: '本人所说' },
  hearsay: { en: 'Told by another', zh: '他人转述' }, inferred: { en: 'Inferred', zh: '推断' },
};

/** Everything else that the workbook says. */
export const BOOK_WORDS = {
  file: { en: 'Assessment', zh: '客户评估' },
  assess: { en: 'Assess', zh: '评估' },
  scales: { en: 'Scales', zh: '量表' },
  howTo: {
    en: 'Fill in the white cells: a level 1–5, a choice, or “yes”. Click a cell to read its levels. An emptied cell withdraws the mark. A red line needs its reason. Then bring the file back: Portfolio → Assess in Excel.',
    zh: '填写白色单元格：1–5 级、选项，或“是”。点单元格可看各级说明；清空表示撤回评估；触及红线须写理由。填好后在“客户组合 → 用 Excel 评估”交回。',
  },
  grounds: { en: 'What it rests on', zh: '依据' },
  exported: { en: '{model}, version {version} · {day}', zh: '{model} 第 {version} 版 · {day}' },
  cut: { en: 'Only the first {shown} of {all} customers are in this file: filter the portfolio to get the others.', zh: '共 {all} 家客户，本文件只含前 {shown} 家：请在客户组合中筛选后另行下载。' },
  group: { en: 'Lens', zh: '视角' }, factor: { en: 'Factor', zh: '维度' }, indicator: { en: 'Indicator', zh: '指标' }, choices: { en: 'Choices', zh: '选项' },
  scalesLead: { en: 'What each level looks like. Mark the highest level whose sentence holds.', zh: '每一级是什么样子。取句子成立的最高一级。' },
  deductionMeans: { en: 'takes {points} points off', zh: '扣 {points} 分' },
  vetoMeans: { en: 'caps the grade at D; needs its reason', zh: '等级封顶为 D；须写理由' },
  sourcePrompt: { en: 'Where it stands or who said it: title and page, a web address, a name. Every mark changed in this row then cites it.', zh: '出处：文件名和页码、网址，或谁说的。本行改动的评估都会引用它。' },
  howPrompt: { en: 'Left empty: from a document.', zh: '留空表示：文件记载。' },
  reasonPrompt: { en: 'Kept with every mark changed in this row. A red line needs it.', zh: '随本行改动的评估一起保存。触及红线时必填。' },
  levelError: { en: 'A whole number from 1 to 5, or nothing.', zh: '请填 1 到 5 的整数，或留空。' },
  choiceError: { en: 'Choose from the list, or leave it empty.', zh: '请从列表中选择，或留空。' },
  yesError: { en: 'Write “yes” when it applies, or leave it empty.', zh: '符合时填“是”，否则留空。' },
} as const satisfies Record<string, Words>;

/** A text with its places filled in. */
export function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Characters that Excel shows beside a cell; more and it calls the whole file damaged. */
export const PROMPT = 255;

/** The levels of a scale as the note beside a cell: all five, else the ends and the middle, else each cut short. */
export function levelPrompt(sentences: readonly string[]): string {
  const lines = sentences.map((sentence, n) => `${n + 1}  ${sentence}`);
  const ends = lines.filter((_, n) => n % 2 === 0);
  for (const some of [lines, ends]) if (some.join('\n').length <= PROMPT) return some.join('\n');
  const each = Math.floor((PROMPT - ends.length) / ends.length);
  return ends.map((line) => (line.length > each ? `${line.slice(0, each - 1)}…` : line)).join('\n');
}
