import { PALETTES } from '../../tokens.ts';
import type { Scene } from './scene.ts';
import { rgb, shapesOf, SLIDE } from './slideShapes.ts';

const { light } = PALETTES;
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
    'ppt/presentation.xml': `${HEADER}<p:presentation ${NS}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="${SLIDE.width}" cy="${SLIDE.height}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
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

function theme(): string {
  const colours = { dk1: light.text, lt1: light.surface, dk2: light.text2, lt2: light.bg, accent1: light.accent, accent2: light.good, accent3: light.doubt, accent4: light.bad, accent5: light.unknown, accent6: light.lineStrong, hlink: light.accent, folHlink: light.text2 };
  const fonts = '<a:latin typeface="Segoe UI"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/>';
  const plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  return `${HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Vitalfew"><a:themeElements><a:clrScheme name="Vitalfew">${Object.entries(colours).map(([name, colour]) => `<a:${name}><a:srgbClr val="${rgb(colour)}"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="Vitalfew"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Vitalfew"><a:fillStyleLst>${plain.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="9525">${plain}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plain.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
