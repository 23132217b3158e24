import type { IBorderOptions, IParagraphOptions, Paragraph as DocxParagraph, TableCell as DocxCell } from 'docx';
import type { Day } from '#domain/day.ts';
import { linesOf, type BriefContent, type BriefPoint } from '#domain/insight/kpi/brief.ts';
import { BRIEF_WORDS as W, factSource, FUNCTION_WORDS, LEVEL_WORDS, STATE_WORDS } from '#domain/insight/kpi/briefWords.ts';
import type { Two } from '#domain/insight/kpi/kpi.ts';
import type { ExportLocale } from '#domain/select/exportColumns.ts';
import { wording } from '../../wording.ts';

/** Fonts of Latin letters and of Chinese ones: a reader without the second takes its own for Chinese, never for all. */
const FONTS: Record<ExportLocale, { latin: string; chinese: string; language: string }> = {
  en: { latin: 'Calibri', chinese: 'Microsoft YaHei', language: 'zh-CN' }, 'zh-Hans': { latin: 'Calibri', chinese: 'Microsoft YaHei', language: 'zh-CN' },
  'zh-Hant': { latin: 'Calibri', chinese: 'Microsoft JhengHei', language: 'zh-TW' },
};
/** Half points: 9 pt, and 8 pt where more lines are to stand on the page than 9 pt has room for. */
const [SIZE, SMALL, ROOM] = [18, 16, 56];
/** Twentieths of a point: margins of 14 mm, and what they leave of the width of A4. */
const MARGIN = 794;
const WIDTH = 11906 - 2 * MARGIN;
/** Widths of the KPI table. */
const COLUMNS = [3600, WIDTH - 5200, 1600] as const;

export interface BriefFile { readonly name: string; readonly bytes: Uint8Array }

/**
 * A brief as a Word document of one A4 page: headings, the KPI table, lists, and facts numbered as they are cited. What is assumed is
 * in italics and says so, what is stale says so too. The library is loaded at first use (0.2 s).
 */
export async function briefDocx(brief: { readonly content: BriefContent; readonly meetingOn: Day; readonly purpose: string }, locale: ExportLocale): Promise<BriefFile> {
  const docx = await import('docx');
  const { Paragraph, TextRun, HeadingLevel, Table, TableRow, TableCell, WidthType, BorderStyle } = docx;
  const words = await wording(locale);
  const { content, meetingOn, purpose } = brief;
  const size = linesOf(content, purpose) > ROOM ? SMALL : SIZE;
  const fonts = FONTS[locale];
  const font = { ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia: fonts.chinese };

  const text = (said: string, options: { bold?: boolean; italics?: boolean; color?: string; size?: number } = {}) => new TextRun({ text: said, font, size, ...options });
  const cites = (numbers: readonly number[]) => (numbers.length === 0 ? [] : [new TextRun({ text: ` [${numbers.join(', ')}]`, font, size: size - 3, color: '1F4B8F' })]);
  const paragraph = (children: IParagraphOptions['children'], options: Omit<IParagraphOptions, 'children'> = {}): DocxParagraph => new Paragraph({ spacing: { after: 20 }, ...options, children: children! });
  const heading = (two: Two) => new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 100, after: 30 }, children: [new TextRun({ text: words(two), font, bold: true, size: size + 2, color: '1F4B8F' })] });
  const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: 'C6CCD3' };
  const cell = (children: DocxParagraph[], n: 0 | 1 | 2): DocxCell => new TableCell({ children, width: { size: COLUMNS[n], type: WidthType.DXA }, margins: { top: 30, bottom: 30, left: 60, right: 60 }, borders: { top: line, bottom: line, left: { style: BorderStyle.NONE }, right: { style: BorderStyle.NONE } } });
  const stateOf = (state: 'proven' | 'assumed' | 'stale') => (state === 'proven' ? [] : [text(` (${words(STATE_WORDS[state])})`, { color: '646C77', italics: true })]);
  const bullet = (children: IParagraphOptions['children']) => paragraph(children, { numbering: { reference: 'points', level: 0 }, indent: { left: 280, hanging: 200 } });
  const points = (some: readonly BriefPoint[]) => (some.length === 0 ? [none()] : some.map((one) => bullet([text(one.text, { italics: one.state === 'assumed' }), ...stateOf(one.state), ...cites(one.cites)])));
  const none = () => paragraph([text(words(W.none), { color: '646C77', italics: true })]);
  const list = (lines: readonly string[]) => (lines.length === 0 ? [none()] : lines.map((one) => bullet([text(one)])));

  const proofs = () => (content.proofs.length === 0 ? [none()] : content.proofs.map((one) => bullet([text(one.name, { bold: true }), ...(one.building ? [text(` (${words(W.building)})`, { color: '646C77', italics: true })] : []), text(`${words(W.colon)}${one.proofs.join(words(W.comma))}`)])));
  // Side by side in a table without lines: Word keeps columns of a table on one page, those of a section not.
  const bare = { style: BorderStyle.NONE } as const;
  const half = (children: DocxParagraph[]): DocxCell => new TableCell({ children, width: { size: WIDTH / 2, type: WidthType.DXA }, margins: { left: 0, right: 160 }, borders: { top: bare, bottom: bare, left: bare, right: bare } });
  const two = (left: DocxParagraph[], right: DocxParagraph[]) => new Table({ width: { size: WIDTH, type: WidthType.DXA }, columnWidths: [WIDTH / 2, WIDTH / 2], rows: [new TableRow({ children: [half(left), half(right)] })] });

  const { position } = content;
  const who = [position.title, ...(position.holder === null ? [] : [position.holder])].join(' · ');
  const table = new Table({
    width: { size: COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA }, columnWidths: [...COLUMNS],
    rows: [
      new TableRow({ tableHeader: true, children: ([W.kpi, W.need, W.known] as const).map((two, n) => cell([paragraph([text(words(two), { bold: true, color: '646C77', size: size - 2 })])], n as 0 | 1 | 2)) }),
      ...content.kpis.map((kpi) => new TableRow({ cantSplit: true, children: [
        cell([paragraph([text(kpi.text, { bold: true, italics: kpi.state === 'assumed' }), ...(kpi.target === '' ? [] : [text(`  ${kpi.target}`)])])], 0),
        cell([paragraph([text(kpi.need, { italics: kpi.state === 'assumed' })])], 1),
        cell([paragraph([text(words(STATE_WORDS[kpi.state]), { color: kpi.state === 'proven' ? '16191D' : '646C77' }), ...cites(kpi.cites)])], 2),
      ] })),
    ],
  });
  const file = new docx.Document({
    creator: 'Vitalfew', title: `${words(W.title)} ${content.account.name}`, styles: { default: { document: { run: { font, size, language: { value: locale === 'en' ? 'en-GB' : fonts.language, eastAsia: fonts.language } } } } },
    // A point of the text's own font: the library's is of another one, and as large as a letter where that is missing.
    numbering: { config: [{ reference: 'points', levels: [{ level: 0, format: docx.LevelFormat.BULLET, text: '•', alignment: docx.AlignmentType.LEFT }] }] },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      children: [
        new Paragraph({ heading: HeadingLevel.HEADING_1, spacing: { after: 40 }, children: [new TextRun({ text: `${content.account.name} · ${words(W.title)}`, font, bold: true, size: 28, color: '16191D' })] }),
        paragraph([text(who, { bold: true, size: 22 }), text(`  ${words(FUNCTION_WORDS[position.function])} · ${words(LEVEL_WORDS[position.level])}`, { color: '646C77' })]),
        paragraph([text(`${words(W.meeting)}${words(W.colon)}${meetingOn}`), ...(purpose === '' ? [] : [text(`    ${words(W.purpose)}${words(W.colon)}`, { color: '646C77' }), text(purpose)])]),
        heading(W.kpis), ...(content.kpis.length === 0 ? [none()] : [table]),
        two([heading(W.topics), ...points(content.topics)], [heading(W.opportunities), ...points(content.opportunities), heading(W.proofs), ...proofs()]),
        two([heading(W.questions), ...list(content.questions)], [heading(W.leaveBehind), ...list(content.leaveBehind)]),
        heading(W.facts), ...(content.facts.length === 0 ? [none()] : content.facts.map((fact) => paragraph([text(`[${fact.n}] `, { color: '1F4B8F', size: size - 2 }), text(fact.statement, { size: size - 2, italics: fact.state === 'assumed' }), text(`  ${factSource(fact, words)}`, { size: size - 3, color: '646C77' })]))),
      ],
    }],
  });
  const buffer = await docx.Packer.toBuffer(file);
  return { name: `${words(W.title)} ${content.account.name} ${meetingOn}.docx`, bytes: new Uint8Array(buffer) };
}
