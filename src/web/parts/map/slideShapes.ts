import { CARD, type Place } from '#domain/relate/map/layout.ts';
import { PALETTES } from '../../tokens.ts';
import { connectorOf, sitesOf, type Connector } from './connector.ts';
import { BOLD, cutTo, escaped, LINE_WIDTH, STANCE_COLOUR } from './drawing.ts';
import { boundsOf, STANCE_SIGN, type CardView, type LineView, type Scene } from './scene.ts';

/** English Metric Units: 360,000 a centimetre, 12,700 a point. Slide 16:9, 13.333 × 7.5 inches. */
export const SLIDE = { width: 12_192_000, height: 6_858_000 } as const;
const [MARGIN, HEAD, POINT] = [300_000, 800_000, 12_700];
/** At most so many units to a point of the canvas: four people stand large enough for the last row of a room, and do not fill the wall. */
const LARGEST = 14_300;
/** No type is smaller, in points; what does not fit is left out. */
const SMALLEST = 4;
/** Height of a line of type, in sizes of it. */
const LEADING = 1.25;
/** Room of the sign on a line, × or −. */
const MARK = 240_000;
const { light } = PALETTES;
export const rgb = (colour: string): string => colour.slice(1).toUpperCase();

type At = (place: Place) => [number, number];

/** Title, note, connectors and cards of a slide, in that order: lines lie below cards. */
export function shapesOf({ cards, lines }: Scene, title: string, note: string): string {
  const places = new Map(cards.map(({ person, place }) => [person, place]));
  const all = [...places.values()];
  const used = new Map<string, Set<string>>();
  /** Sites of the lines from one to the other. */
  const taken = (from: number, to: number): Set<string> => used.get(`${from} ${to}`) ?? used.set(`${from} ${to}`, new Set()).get(`${from} ${to}`)!;
  const drawn = lines.map((line) => {
    const connector = connectorOf(places.get(line.from)!, places.get(line.to)!, all, taken(line.from, line.to));
    taken(line.from, line.to).add(`${connector.from}-${connector.to}`);
    taken(line.to, line.from).add(`${connector.to}-${connector.from}`);
    return { line, connector };
  });
  const bounds = boundsOf(all, drawn.flatMap(({ connector }) => connector.points));
  const [width, height] = [SLIDE.width - 2 * MARGIN, SLIDE.height - HEAD - MARGIN];
  const scale = Math.min(LARGEST, width / bounds.width, height / bounds.height);
  const [left, top] = [(SLIDE.width - bounds.width * scale) / 2, HEAD + (height - bounds.height * scale) / 2];
  const at: At = ({ x, y }) => [Math.round(left + (x - bounds.x) * scale), Math.round(top + (y - bounds.y) * scale)];
  // 1 is the slide's own tree. Numbers go on as shapes do, so that none comes twice however many people there are.
  let next = 1;
  const id = (): number => ++next;
  const words = text(id(), cutTo(title, width / POINT, 20 * BOLD), MARGIN, 200_000, width, 340_000, 20, true, light.text) + text(id(), cutTo(note, width / POINT, 10), MARGIN, 540_000, width, 200_000, 10, false, light.text2);
  const ids = new Map(cards.map(({ person }) => [person, id()]));
  const names = new Map(cards.map(({ person, name }) => [person, name]));
  const connectors = drawn.map(({ line, connector }) => lineShape(line, connector, id(), `${names.get(line.from)!} – ${names.get(line.to)!}`, [ids.get(line.from)!, ids.get(line.to)!], [places.get(line.from)!, places.get(line.to)!], at) + signShape(line, connector, id, all, at));
  return words + connectors.join('') + cards.map((card) => cardShape(card, ids.get(card.person)!, id(), at(card.place), scale)).join('');
}

/**
 * A line as a connector from site to site: nothing jumps once one of its cards is moved. Flips come before the turn, about the middle of the
 * frame (DrawingML, `a:xfrm`): what runs up or down is written as lying, and turned by a right angle.
 */
function lineShape({ kind, weight, sign, state }: LineView, { preset, from, to, turn, upright, points }: Connector, id: number, name: string, [start, end]: readonly [number, number], [a, b]: readonly [Place, Place], at: At): string {
  const [[ax, ay], [bx, by]] = [at(sitesOf(a)[from]!), at(sitesOf(b)[to]!)];
  const turned = upright && preset !== 'straightConnector1';
  const [du, dv] = turned ? [by - ay, ax - bx] : [bx - ax, by - ay];
  // A share of no width says nothing: PowerPoint, too, gives such a curve one point.
  const wide = turn === null ? Math.abs(du) : Math.max(POINT, Math.abs(du));
  const high = Math.abs(dv);
  const middle = turn === null ? '<a:avLst/>' : `<a:avLst><a:gd name="adj1" fmla="val ${Math.round(((at(points[(points.length - 1) / 2]!)[turned ? 1 : 0] - (turned ? ay : ax)) / (du < 0 ? -wide : wide)) * 100_000)}"/></a:avLst>`;
  const frame = `<a:xfrm${turned ? ' rot="5400000"' : ''}${du < 0 ? ' flipH="1"' : ''}${dv < 0 ? ' flipV="1"' : ''}><a:off x="${Math.round((ax + bx - wide) / 2)}" y="${Math.round((ay + by - high) / 2)}"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm>`;
  const conflict = kind === 'conflict';
  const dash = conflict ? 'dash' : state === 'assumed' ? 'sysDash' : 'solid';
  return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvCxnSpPr><a:stCxn id="${start}" idx="${from}"/><a:endCxn id="${end}" idx="${to}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${frame}<a:prstGeom prst="${preset}">${middle}</a:prstGeom><a:ln w="${Math.round(LINE_WIDTH[weight]! * POINT * 0.75)}"><a:solidFill>${fill(conflict || sign < 0 ? light.bad : light.text2, state === 'stale')}</a:solidFill><a:prstDash val="${dash}"/>${conflict ? '' : '<a:tailEnd type="triangle"/>'}</a:ln></p:spPr></p:cxnSp>`;
}

/** The sign of a line: in its middle; on one that goes out around cards near its beginning, for programs that draw such a curve less wide (LibreOffice 7) leave and arrive as it does. */
function signShape({ kind, sign }: LineView, { points, preset, from, to }: Connector, id: () => number, cards: readonly Place[], at: At): string {
  if (kind !== 'conflict' && sign > 0) return '';
  const places = (preset === 'curvedConnector3' && from === to ? [0.1, 0.9, 0.06, 0.94] : [0.5]).map((share) => {
    const place = (points.length - 1) * share;
    const [one, other] = [points[Math.floor(place)]!, points[Math.ceil(place)]!];
    return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  });
  const [x, y] = at(places.find((place) => !cards.some((card) => place.x > card.x && place.x < card.x + CARD.width && place.y > card.y && place.y < card.y + CARD.height)) ?? places[0]!);
  return text(id(), kind === 'conflict' ? '×' : '−', x - MARK / 2, y - MARK / 2, MARK, MARK, 14, true, light.bad, 'ctr');
}

const fill = (colour: string, faded: boolean): string => (faded ? `<a:srgbClr val="${rgb(colour)}"><a:alpha val="45000"/></a:srgbClr>` : `<a:srgbClr val="${rgb(colour)}"/>`);

function cardShape(card: CardView, id: number, edgeId: number, [x, y]: [number, number], scale: number): string {
  const [width, height] = [Math.round(CARD.width * scale), Math.round(CARD.height * scale)];
  const size = (points: number): number => Math.max(SMALLEST, (points * scale) / POINT);
  const [left, right] = [Math.round(width * 0.07), Math.round(width * 0.03)];
  const colour = STANCE_COLOUR[card.stance];
  const faded = card.state === 'stale';
  const run = (words: string, points: number, bold: boolean, ink: string): string => `<a:p><a:r><a:rPr lang="zh-CN" sz="${Math.round(size(points) * 100)}"${bold ? ' b="1"' : ''}><a:solidFill>${fill(ink, faded)}</a:solidFill></a:rPr><a:t>${escaped(words)}</a:t></a:r></a:p>`;
  const dots = card.closeness === null ? '' : '●'.repeat(card.closeness) + '○'.repeat(3 - card.closeness);
  const edge = card.vital === null ? { colour: light.lineStrong, width: 1 } : { colour: light.accent, width: 2.5 };
  const dash = card.placeholder ? 'sysDot' : card.state === 'assumed' ? 'dash' : 'solid';
  const name = card.vital === null ? card.name : `${card.vital} · ${card.name}`;
  // As many lines of position as there is room for beside name and stance, two at most; a little less than their length, for words are not torn.
  const room = (width - left - right) / POINT;
  const lines = Math.min(2, Math.floor((height / POINT / LEADING - size(13) - size(11)) / size(11)));
  const rows = [
    run(card.sub === '' ? cutTo(name, room * 1.9, size(13) * BOLD) : cutTo(name, room, size(13) * BOLD), 13, true, light.text),
    card.sub === '' || lines < 1 ? '' : run(cutTo(card.sub, lines === 1 ? room : room * 1.9, size(11)), 11, false, light.text2),
    run([`${STANCE_SIGN[card.stance]} ${card.stanceWord}`, dots, card.owner].filter((one) => one !== '').join('  '), 11, false, card.stance === 'unknown' ? light.text3 : colour),
  ];
  const body = `<p:txBody><a:bodyPr wrap="square" lIns="${left}" tIns="0" rIns="${right}" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/>${rows.join('')}</p:txBody>`;
  const box = (boxId: number, title: string, w: number, ink: string, line: string, content: string): string => `<p:sp><p:nvSpPr><p:cNvPr id="${boxId}" name="${escaped(title)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>${fill(ink, faded && ink !== light.surface)}</a:solidFill>${line}</p:spPr>${content}</p:sp>`;
  return box(id, card.name, width, light.surface, `<a:ln w="${Math.round(edge.width * POINT)}"><a:solidFill><a:srgbClr val="${rgb(edge.colour)}"/></a:solidFill><a:prstDash val="${dash}"/></a:ln>`, body)
    + box(edgeId, card.stanceWord, Math.max(1, Math.round(6 * scale)), colour, '<a:ln><a:noFill/></a:ln>', '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody>');
}

function text(id: number, words: string, x: number, y: number, width: number, height: number, size: number, bold: boolean, ink: string, align: 'l' | 'ctr' = 'l'): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(words.slice(0, 40))}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:pPr algn="${align}"/><a:r><a:rPr lang="zh-CN" sz="${size * 100}"${bold ? ' b="1"' : ''}><a:solidFill><a:srgbClr val="${rgb(ink)}"/></a:solidFill></a:rPr><a:t>${escaped(words)}</a:t></a:r></a:p></p:txBody></p:sp>`;
}
