import { CARD } from '#domain/relate/map/layout.ts';
import { PALETTES } from '../../tokens.ts';
import { escaped, LINE_WIDTH, STANCE_COLOUR } from './drawing.ts';
import { boundsOf, lineBetween, STANCE_SIGN, type CardView, type Scene } from './scene.ts';

/** English Metric Units: 360,000 a centimetre, 12,700 a point. Slide 16:9, 13.333 × 7.5 inches. */
const [WIDE, HIGH, MARGIN, HEAD] = [12_192_000, 6_858_000, 300_000, 760_000];
const POINT = 12_700;
/** Room of the sign on a line, × or −. */
const MARK = 240_000;
const { light } = PALETTES;
const rgb = (colour: string): string => colour.slice(1).toUpperCase();
const NS = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The map as a presentation of one slide (ECMA-376, PresentationML): each person a shape, each line a connector
 * glued to two of them, so that lines follow a shape that is moved there. Parts by name, to be zipped.
 */
export function presentationOf(scene: Scene, title: string, note: string): Record<string, string> {
  const part = (kind: string): string => `application/vnd.openxmlformats-officedocument.presentationml.${kind}+xml`;
  const relations = (...targets: [string, string][]): string => `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${RELS}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
  const map = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
  return {
    '[Content_Types].xml': `${HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="${part('presentation.main')}"/><Override PartName="/ppt/slides/slide1.xml" ContentType="${part('slide')}"/><Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="${part('slideLayout')}"/><Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="${part('slideMaster')}"/><Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`,
    '_rels/.rels': relations(['officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml': `${HEADER}<p:presentation ${NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="${WIDE}" cy="${HIGH}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(['slideMaster', 'slideMasters/slideMaster1.xml'], ['slide', 'slides/slide1.xml'], ['theme', 'theme/theme1.xml']),
    'ppt/slideMasters/slideMaster1.xml': `${HEADER}<p:sldMaster ${NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${TREE}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations(['slideLayout', '../slideLayouts/slideLayout1.xml'], ['theme', '../theme/theme1.xml']),
    'ppt/slideLayouts/slideLayout1.xml': `${HEADER}<p:sldLayout ${NS} type="blank" preserve="1"><p:cSld name="Blank"><p:spTree>${TREE}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations(['slideMaster', '../slideMasters/slideMaster1.xml']),
    'ppt/theme/theme1.xml': theme(),
    'ppt/slides/slide1.xml': `${HEADER}<p:sld ${NS}><p:cSld><p:spTree>${TREE}${shapesOf(scene, title, note)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    'ppt/slides/_rels/slide1.xml.rels': relations(['slideLayout', '../slideLayouts/slideLayout1.xml']),
  };
}

function shapesOf({ cards, lines }: Scene, title: string, note: string): string {
  const bounds = boundsOf(cards.map(({ place }) => place));
  // Never larger than on the screen at 96 points an inch: three people should not fill the wall.
  const scale = Math.min(9525, (WIDE - 2 * MARGIN) / bounds.width, (HIGH - HEAD - MARGIN) / bounds.height);
  const [left, top] = [(WIDE - bounds.width * scale) / 2, HEAD];
  const at = (x: number, y: number): [number, number] => [Math.round(left + (x - bounds.x) * scale), Math.round(top + (y - bounds.y) * scale)];
  const ids = new Map(cards.map(({ person }, n) => [person, 10 + n]));
  const places = new Map(cards.map(({ person, place }) => [person, place]));
  const words = text('2', title, MARGIN, 160_000, WIDE - 2 * MARGIN, 380_000, 20, true, light.text) + text('3', note, MARGIN, 460_000, WIDE - 2 * MARGIN, 260_000, 10, false, light.text2);
  const drawn = lines.map(({ from, to, kind, weight, sign: direction, state }, n) => {
    // From site to site, where the connector snaps to as soon as one of its shapes is moved.
    const [a, b] = [places.get(from)!, places.get(to)!];
    const { x1, y1, x2, y2 } = lineBetween(a, b);
    const [start, end] = [siteOf(a, { x: x1, y: y1 }), siteOf(b, { x: x2, y: y2 })];
    const [[ax, ay], [bx, by]] = [at(...sitesOf(a)[start]!), at(...sitesOf(b)[end]!)];
    const colour = kind === 'conflict' || direction < 0 ? light.bad : light.text2;
    const dash = kind === 'conflict' ? 'dash' : state === 'assumed' ? 'sysDash' : 'solid';
    const sign = kind === 'conflict' ? '×' : direction < 0 ? '−' : null;
    const mark = sign === null ? '' : text(String(8000 + n), sign, Math.round((ax + bx) / 2) - MARK / 2, Math.round((ay + by) / 2) - MARK / 2, MARK, MARK, 14, true, light.bad, 'ctr');
    return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${1000 + n}" name="${escaped(`${cards.find((card) => card.person === from)!.name} – ${cards.find((card) => card.person === to)!.name}`)}"/><p:cNvCxnSpPr><a:stCxn id="${ids.get(from)!}" idx="${start}"/><a:endCxn id="${ids.get(to)!}" idx="${end}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm${bx < ax ? ' flipH="1"' : ''}${by < ay ? ' flipV="1"' : ''}><a:off x="${Math.min(ax, bx)}" y="${Math.min(ay, by)}"/><a:ext cx="${Math.abs(bx - ax)}" cy="${Math.abs(by - ay)}"/></a:xfrm><a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom><a:ln w="${Math.round(LINE_WIDTH[weight]! * POINT * 0.75)}"><a:solidFill>${fill(colour, state === 'stale')}</a:solidFill><a:prstDash val="${dash}"/>${kind === 'conflict' ? '' : '<a:tailEnd type="triangle"/>'}</a:ln></p:spPr></p:cxnSp>${mark}`;
  });
  return words + drawn.join('') + cards.map((card) => cardShape(card, ids.get(card.person)!, at(card.place.x, card.place.y), scale)).join('');
}

/** Connection sites of a rectangle, in the middle of its sides. */
function sitesOf({ x, y }: CardView['place']): readonly [number, number][] {
  return [[x + CARD.width / 2, y], [x, y + CARD.height / 2], [x + CARD.width / 2, y + CARD.height], [x + CARD.width, y + CARD.height / 2]];
}

/** Side of a rectangle on which a point lies, as connection sites are counted: above, left, below, right. */
function siteOf(place: CardView['place'], { x, y }: { x: number; y: number }): number {
  const far = [place.y - y, place.x - x, y - place.y - CARD.height, x - place.x - CARD.width];
  return far.indexOf(Math.max(...far));
}

const fill = (colour: string, faded: boolean): string => (faded ? `<a:srgbClr val="${rgb(colour)}"><a:alpha val="45000"/></a:srgbClr>` : `<a:srgbClr val="${rgb(colour)}"/>`);

function cardShape(card: CardView, id: number, [x, y]: [number, number], scale: number): string {
  const [width, height] = [Math.round(CARD.width * scale), Math.round(CARD.height * scale)];
  const size = (points: number): number => Math.max(400, Math.round(((points * scale) / POINT) * 100));
  const colour = STANCE_COLOUR[card.stance];
  const faded = card.state === 'stale';
  const run = (words: string, points: number, bold: boolean, ink: string): string => `<a:p><a:r><a:rPr lang="zh-CN" sz="${size(points)}"${bold ? ' b="1"' : ''}><a:solidFill>${fill(ink, faded)}</a:solidFill></a:rPr><a:t>${escaped(words)}</a:t></a:r></a:p>`;
  const dots = card.closeness === null ? '' : '●'.repeat(card.closeness) + '○'.repeat(3 - card.closeness);
  const edge = card.vital === null ? { colour: light.lineStrong, width: 1 } : { colour: light.accent, width: 2.5 };
  const dash = card.placeholder ? 'sysDot' : card.state === 'assumed' ? 'dash' : 'solid';
  const body = `<p:txBody><a:bodyPr lIns="${Math.round(width * 0.07)}" tIns="0" rIns="${Math.round(width * 0.03)}" bIns="0" anchor="ctr" wrap="square"><a:normAutofit/></a:bodyPr>${run(card.vital === null ? card.name : `${card.vital} · ${card.name}`, 13, true, light.text)}${run(card.sub, 11, false, light.text2)}${run([`${STANCE_SIGN[card.stance]} ${card.stanceWord}`, dots, card.owner].filter((one) => one !== '').join('  '), 11, false, card.stance === 'unknown' ? light.text3 : colour)}</p:txBody>`;
  const box = (boxId: number, name: string, w: number, ink: string, line: string, content: string): string => `<p:sp><p:nvSpPr><p:cNvPr id="${boxId}" name="${escaped(name)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>${fill(ink, faded && ink !== light.surface)}</a:solidFill>${line}</p:spPr>${content}</p:sp>`;
  return box(id, card.name, width, light.surface, `<a:ln w="${Math.round(edge.width * POINT)}"><a:solidFill><a:srgbClr val="${rgb(edge.colour)}"/></a:solidFill><a:prstDash val="${dash}"/></a:ln>`, body)
    + box(id + 5000, card.stanceWord, Math.max(1, Math.round(6 * scale)), colour, '<a:ln><a:noFill/></a:ln>', '<p:txBody><a:bodyPr/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody>');
}

function text(id: string, words: string, x: number, y: number, width: number, height: number, size: number, bold: boolean, ink: string, align: 'l' | 'ctr' = 'l'): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(words.slice(0, 40))}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" wrap="square"/><a:p><a:pPr algn="${align}"/><a:r><a:rPr lang="zh-CN" sz="${size * 100}"${bold ? ' b="1"' : ''}><a:solidFill><a:srgbClr val="${rgb(ink)}"/></a:solidFill></a:rPr><a:t>${escaped(words)}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

function theme(): string {
  const colours = { dk1: light.text, lt1: light.surface, dk2: light.text2, lt2: light.bg, accent1: light.accent, accent2: light.good, accent3: light.doubt, accent4: light.bad, accent5: light.unknown, accent6: light.lineStrong, hlink: light.accent, folHlink: light.text2 };
  const fonts = '<a:latin typeface="Segoe UI"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/>';
  const plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  return `${HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Vitalfew"><a:themeElements><a:clrScheme name="Vitalfew">${Object.entries(colours).map(([name, colour]) => `<a:${name}><a:srgbClr val="${rgb(colour)}"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="Vitalfew"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Vitalfew"><a:fillStyleLst>${plain.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="9525">${plain}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plain.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
