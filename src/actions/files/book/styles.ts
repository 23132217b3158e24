import { attribute, HEAD, MAIN } from '../officeXml.ts';

type Format = 'general' | 'whole';
interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly line?: string;
  readonly across?: 'left' | 'center' | 'right';
  readonly down?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: boolean;
  /** May be changed on a locked sheet. */
  readonly open?: boolean;
  readonly format?: Format;
}

const INK = '1F4B8F';
const LINE = 'C6CCD3';
const QUIET = '4D545E';

/** How cells look, by what they are; colours are those of the screen's light theme. */
const LOOKS = {
  plain: {},
  /** Over a group of columns. */
  group: { bold: true, colour: 'FFFFFF', fill: INK, line: 'FFFFFF', across: 'center', down: 'center', wrap: true },
  factor: { size: 10, colour: INK, fill: 'E9EFF8', line: LINE, across: 'center', down: 'center', wrap: true },
  header: { bold: true, size: 10, fill: 'F1F3F5', line: LINE, across: 'center', down: 'center', wrap: true },
  note: { size: 10, colour: QUIET, down: 'top', wrap: true },
  alert: { bold: true, size: 10, colour: 'AD241C', down: 'top', wrap: true },
  /** Cells that say whom a row is about. */
  locked: { colour: QUIET, fill: 'F1F3F5', line: LINE, across: 'left', down: 'center', indent: true },
  lockedNumber: { colour: QUIET, fill: 'F1F3F5', line: LINE, across: 'right', down: 'center', indent: true, format: 'whole' },
  lockedMiddle: { colour: QUIET, fill: 'F1F3F5', line: LINE, across: 'center', down: 'center' },
  /** Cells to be filled in. */
  mark: { line: LINE, across: 'center', down: 'center', open: true },
  choice: { line: LINE, across: 'left', down: 'center', wrap: true, indent: true, open: true },
  words: { line: LINE, down: 'center', wrap: true, open: true },
  text: { line: LINE, down: 'top', wrap: true },
  name: { bold: true, line: LINE, down: 'top', wrap: true },
} as const satisfies Record<string, Look>;
export type BookStyle = keyof typeof LOOKS;
const NAMES = Object.keys(LOOKS) as BookStyle[];

/** Number of a style in the cell formats of `stylesXml`. */
export const styleNumber = (name: BookStyle): number => NAMES.indexOf(name);

/** The styles part of a workbook. */
export function stylesXml(font: string): string {
  const looks: Look[] = NAMES.map((name) => LOOKS[name]);
  const fonts = listOf(looks.map(({ bold, size, colour }) => `<font>${bold ? '<b/>' : ''}<sz val="${size ?? 11}"/>${colour ? `<color rgb="FF${colour}"/>` : ''}<name val="${attribute(font)}"/></font>`), `<font><sz val="11"/><name val="${attribute(font)}"/></font>`);
  const fills = listOf(looks.map(({ fill }) => (fill ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>` : NO_FILL)), NO_FILL, '<fill><patternFill patternType="gray125"/></fill>');
  const borders = listOf(looks.map(({ line }) => (line ? `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF${line}"/></${side}>`).join('')}<diagonal/></border>` : NO_BORDER)), NO_BORDER);
  const formats = looks.map((look, n) => {
    const alignment = [look.across && `horizontal="${look.across}"`, look.down && `vertical="${look.down}"`, look.wrap && 'wrapText="1"', look.indent && 'indent="1"'].filter(Boolean).join(' ');
    const inside = `${alignment ? `<alignment ${alignment}/>` : ''}${look.open ? '<protection locked="0"/>' : ''}`;
    return `<xf numFmtId="${look.format === 'whole' ? 1 : 0}" fontId="${fonts.place[n]}" fillId="${fills.place[n]}" borderId="${borders.place[n]}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment ? ' applyAlignment="1"' : ''}${look.open ? ' applyProtection="1"' : ''}${inside ? `>${inside}</xf>` : '/>'}`;
  });
  return `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="${fonts.all.length}">${fonts.all.join('')}</fonts><fills count="${fills.all.length}">${fills.all.join('')}</fills><borders count="${borders.all.length}">${borders.all.join('')}</borders>`
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';

/** Each different entry once, the given ones first as the format wants them, and where each look finds its own. */
function listOf(entries: readonly string[], ...first: string[]): { all: string[]; place: number[] } {
  const all = [...new Set([...first, ...entries])];
  return { all, place: entries.map((entry) => all.indexOf(entry)) };
}
