import { CARD } from '#domain/relate/map/layout.ts';
import { PALETTES } from '../../tokens.ts';
import { extentOf, lineBetween, pathOf, STANCE_SIGN, type CardView, type LineView, type Scene } from './scene.ts';

const { light } = PALETTES;
/** Paper and slides are light, whatever the screen is. */
export const STANCE_COLOUR: Readonly<Record<CardView['stance'], string>> = { champion: light.good, supporter: light.good, neutral: light.unknown, doubtful: light.doubt, opposed: light.bad, unknown: light.lineStrong };
export const LINE_WIDTH: readonly number[] = [0, 1.5, 3, 5];
const MARGIN = 24;
const HEAD = 56;

/** Text as XML; signs that XML cannot hold are left out. */
export function escaped(text: string): string {
  const held = [...text].filter((sign) => sign >= ' ' || sign === '\t' || sign === '\n').filter((sign) => sign !== '\ufffe' && sign !== '\uffff').join('');
  return held.replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign]!);
}

/** Bold type is so much wider than plain. */
export const BOLD = 1.12;
const widthOf = (sign: string, size: number): number => (/[\u2e80-\uffef]/u.test(sign) ? 1 : 0.56) * size;

/** Cuts a text to a width in points; wide signs (Chinese) count double. */
export function cutTo(text: string, width: number, size: number): string {
  let used = 0;
  for (const [n, sign] of [...text].entries()) {
    used += widthOf(sign, size);
    if (used > width) return `${[...text].slice(0, Math.max(1, n - 1)).join('')}…`;
  }
  return text;
}

/** A text on up to two lines of a width in points: parted at the last space that fits, Chinese after any sign. */
export function onTwoLines(text: string, width: number, size: number): string[] {
  const signs = [...text];
  let [used, part] = [0, 0];
  for (const [n, sign] of signs.entries()) {
    used += widthOf(sign, size);
    if (used > width) return part === 0 ? [cutTo(text, width, size)] : [signs.slice(0, part).join('').trimEnd(), cutTo(signs.slice(part).join(''), width, size)];
    if (sign === ' ' || widthOf(sign, 1) === 1) part = n + 1;
  }
  return [text];
}

/** The map as an SVG drawing in print colours; with a heading where it goes about alone. */
export function svgOf(scene: Scene, heading: { readonly title: string; readonly note: string } | null, font: string): { readonly text: string; readonly width: number; readonly height: number } {
  const { cards, lines } = scene;
  const bounds = extentOf(scene);
  const head = heading === null ? 0 : HEAD;
  const [width, height] = [Math.max(bounds.width, 480) + 2 * MARGIN, bounds.height + 2 * MARGIN + head].map(Math.ceil) as [number, number];
  const places = new Map(cards.map(({ person, place }) => [person, place]));
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}">`,
    `<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="${light.text2}"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="${light.surface}"/>`,
    heading === null ? '' : `<text x="${MARGIN}" y="${MARGIN + 14}" font-size="18" font-weight="600" fill="${light.text}">${escaped(cutTo(heading.title, width - 2 * MARGIN, 18 * BOLD))}</text><text x="${MARGIN}" y="${MARGIN + 36}" font-size="12" fill="${light.text2}">${escaped(cutTo(heading.note, width - 2 * MARGIN, 12))}</text>`,
    `<g transform="translate(${MARGIN - bounds.x} ${MARGIN + head - bounds.y})">`,
    ...lines.map((line) => lineSvg(line, places)), ...cards.map(cardSvg), '</g></svg>',
  ].join('');
  return { text, width, height };
}

function lineSvg({ from, to, kind, weight, sign, state, bow }: LineView, places: ReadonlyMap<number, CardView['place']>): string {
  const ends = lineBetween(places.get(from)!, places.get(to)!, bow);
  const conflict = kind === 'conflict';
  const dash = conflict ? ' stroke-dasharray="8 5"' : state === 'assumed' ? ' stroke-dasharray="3 4"' : '';
  const middle = conflict || sign < 0 ? `<text x="${ends.mx}" y="${ends.my + 5}" font-size="14" font-weight="700" text-anchor="middle" fill="${light.bad}">${conflict ? '×' : '−'}</text>` : '';
  return `<g opacity="${state === 'stale' ? 0.35 : 1}"><path d="${pathOf(ends)}" fill="none" stroke="${conflict ? light.bad : light.text2}" stroke-width="${LINE_WIDTH[weight]}"${dash}${conflict ? '' : ' marker-end="url(#to)"'}/>${middle}</g>`;
}

function cardSvg(card: CardView): string {
  const { x, y } = card.place;
  const colour = STANCE_COLOUR[card.stance];
  const dashed = card.placeholder ? ' stroke-dasharray="2 3"' : card.state === 'assumed' ? ' stroke-dasharray="6 4"' : '';
  // Last, over the card: its number must not be covered, nor fade with it.
  const ring = card.vital === null ? '' : `<rect x="-5" y="-5" width="${CARD.width + 10}" height="${CARD.height + 10}" rx="10" fill="none" stroke="${light.accent}" stroke-width="2.5"/><circle cx="${CARD.width}" cy="0" r="10" fill="${light.accent}"/><text x="${CARD.width}" y="4" font-size="12" font-weight="600" text-anchor="middle" fill="${light.onAccent}">${card.vital}</text>`;
  // A position whose holder nobody knows is its own name, and has the line of the position for it.
  const name = card.sub === '' ? onTwoLines(card.name, CARD.width - 24, 14 * BOLD) : [cutTo(card.name, CARD.width - 24, 14 * BOLD)];
  const dots = [1, 2, 3].map((n) => `<circle cx="${20 + (n - 1) * 11}" cy="${CARD.height - 13}" r="3.5" fill="${card.closeness !== null && card.closeness >= n ? light.text2 : 'none'}" stroke="${light.text2}"${card.closeness === null ? ' stroke-dasharray="1.5 1.5"' : ''}/>`).join('');
  return `<g transform="translate(${x} ${y})"><rect width="${CARD.width}" height="${CARD.height}" rx="6" fill="${light.surface}" stroke="${light.lineStrong}" stroke-width="1.2"${dashed}/><g opacity="${card.state === 'stale' ? 0.6 : 1}">`
    + `<rect width="6" height="${CARD.height}" rx="3" fill="${colour}"/>${name.map((line, n) => `<text x="14" y="${22 + n * 19}" font-size="14" font-weight="600" fill="${light.text}">${escaped(line)}</text>`).join('')}`
    + `<text x="14" y="42" font-size="12" fill="${light.text2}">${escaped(cutTo(card.sub, CARD.width - 24, 12))}</text>${dots}`
    + `<text x="58" y="${CARD.height - 9}" font-size="12" fill="${card.stance === 'unknown' ? light.text3 : colour}">${escaped(`${STANCE_SIGN[card.stance]} ${card.stanceWord}`)}</text>`
    + (card.owner === '' ? '' : `<text x="${CARD.width - 8}" y="${CARD.height - 9}" font-size="11" text-anchor="end" fill="${light.text2}">${escaped(card.owner)}</text>`) + `</g>${ring}</g>`;
}

/** The drawing as a PNG of twice its size, at most 8,000 points wide: browsers refuse larger pictures. */
export async function pngOf({ text, width, height }: ReturnType<typeof svgOf>): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(2, 8000 / width, 8000 / height);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'));
}
