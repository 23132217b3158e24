import type { Box } from '#domain/insight/sand/squarify.ts';
import { expectedPoints, poolOf } from '#domain/insight/sand/move.ts';
import { supplierKey } from '#domain/insight/sand/wallet.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { fitted, partsOf, textWidth, type Part } from './parts.ts';
import { dotsId, patternId } from './patterns.tsx';
import { lineName, type LineView, type MoveView } from './sandView.ts';

interface Props {
  own: string;
  line: LineView;
  box: Box;
  suppliers: readonly string[];
  moves: readonly MoveView[];
  currency: string;
  /** Plans a move from this part to us. */
  plan: ((line: LineView, part: Part) => void) | null;
}
const HEAD = 38;
const GAP = 2;
const ARROW_ROW = 22;

/** A line of the wallet: its name and size, its parts from left to right, and over them the moves to us. */
export function Tile({ own, line, box, suppliers, moves, currency, plan }: Props) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const [x, y, width, height] = [box.x + GAP / 2, box.y + GAP / 2, Math.max(0, box.width - GAP), Math.max(0, box.height - GAP)];
  const head = height > 64 && width > 54 ? HEAD : height > 34 && width > 40 ? 19 : 0;
  const parts = partsOf(line, suppliers);
  const body = { x, y: y + head, width, height: height - head };
  const places = placesOf(parts, body.x, body.width);
  const size = line.size === null ? t.sizeUnknown : format.money(line.size, currency);
  const said = parts.map((part) => `${nameOf(part, t)} ${format.percent(part.percent / 100)}`).join(' · ');
  return (
    <g className={`vf-tile vf-tile-${line.evidence}`}>
      <title>{`${lineName(line)}: ${size}. ${said}`}</title>
      <rect className="vf-tile-ground" x={x} y={y} width={width} height={height} />
      {parts.map((part, n) => {
        const { from, to } = places[n]!;
        const act = plan && part.holder !== 'ours' ? () => plan(line, part) : undefined;
        return (
          <g key={n} className={act ? 'vf-part vf-part-acts' : 'vf-part'} onClick={act}>
            <rect className={`vf-part-${part.holder}`} x={from} y={body.y} width={to - from} height={body.height} fill={part.holder === 'rival' ? `url(#${patternId(own, part.rival)})` : part.holder === 'unknown' ? `url(#${dotsId(own)})` : undefined} />
            <PartWords part={part} from={from} to={to} y={body.y} height={body.height} />
          </g>
        );
      })}
      {head > 0 ? <text className="vf-tile-name" x={x + 6} y={y + 14}>{fitted(lineName(line), width - 12, 12)}</text> : null}
      {head === HEAD ? <text className="vf-tile-size" x={x + 6} y={y + 30}>{fitted(size, width - 12)}</text> : null}
      <rect className={`vf-tile-edge vf-edge-of-${line.evidence}`} x={x} y={y} width={width} height={height} />
      <Arrows line={line} parts={parts} places={places} moves={moves} body={body} />
    </g>
  );
}

interface Place { readonly from: number; readonly to: number }
function placesOf(parts: readonly Part[], x: number, width: number): Place[] {
  let at = x;
  return parts.map((part) => {
    const from = at;
    at += (part.percent / 100) * width;
    return { from, to: at };
  });
}

type Words = ReturnType<typeof useAllText>['sand'];
export const nameOf = (part: Pick<Part, 'holder' | 'supplier'>, t: Words): string => (part.holder === 'ours' ? t.ours : part.holder === 'open' ? t.open : part.holder === 'unknown' ? t.unknown : part.supplier ?? '');

/** The name and the share of a part, at its foot, as far as there is room. */
function PartWords({ part, from, to, y, height }: { part: Part; from: number; to: number; y: number; height: number }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const room = to - from - 8;
  if (height < 18 || room < 14) return null;
  const share = format.percent(part.percent / 100, 0);
  const within = part.within.map((name) => `${name ?? t.ours} ?`).join(' ');
  const name = fitted(nameOf(part, t) + (within === '' ? '' : ` (${within})`), room);
  const words = part.holder === 'ours' ? 'vf-words vf-words-ours' : 'vf-words';
  return (
    <>
      {name !== '' && height > 34 ? <text className={words} x={from + 4} y={y + height - 19}>{name}</text> : null}
      {textWidth(share) <= room ? <text className={`${words} vf-words-share`} x={from + 4} y={y + height - 6}>{share}</text> : null}
    </>
  );
}

/** Moves as arrows from the part they take from to the edge of ours: solid where a proven point carries them, else dashed. */
function Arrows({ line, parts, places, moves, body }: { line: LineView; parts: readonly Part[]; places: readonly Place[]; moves: readonly MoveView[]; body: { x: number; y: number; width: number; height: number } }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const rows = Math.max(0, Math.floor((body.height - 40) / ARROW_ROW));
  if (moves.length === 0) return null;
  const shown = moves.slice(0, rows);
  const own = parts[0]?.holder === 'ours' ? places[0]!.to : body.x;
  return (
    <g className="vf-arrows">
      {shown.map((move, n) => {
        const place = placeOfSource(line, move, parts, places);
        if (!place) return null;
        const y = body.y + 15 + n * ARROW_ROW;
        const start = Math.max(own + 16, (place.from + place.to) / 2);
        const end = Math.max(body.x + 2, own - Math.min(12, (own - body.x) / 2));
        const right = body.x + body.width - start - 12;
        const words = t.moveMark({ points: format.number(Math.min(expectedPoints(move) / (move.chance || 1), poolOf(move, line).room), 1), chance: format.percent(move.chance, 0) });
        const size = textWidth(words);
        // Beside the arrow where there is room: right of its start, else left of its tip.
        const at = size <= right ? start + 6 : size <= end - body.x - 8 ? end - size - 4 : null;
        return (
          <g key={move.id} className={move.opportunity?.evidence === 'proven' ? 'vf-arrow' : 'vf-arrow vf-arrow-assumed'}>
            <path className="vf-arrow-halo" d={`M${start} ${y}H${end}`} />
            <circle cx={start} cy={y} r={3} />
            <path className="vf-arrow-line" d={`M${start} ${y}H${end + 4}`} />
            <path className="vf-arrow-tip" d={`M${end} ${y}l7 -4v8z`} />
            {at === null ? null : <text className="vf-arrow-words" x={at} y={y + 4}>{words}</text>}
          </g>
        );
      })}
      {moves.length > shown.length && body.width > 60 && body.height > 20 ? <text className="vf-arrow-words" x={body.x + 6} y={body.y + 13 + shown.length * ARROW_ROW}>{t.moreMoves({ n: moves.length - shown.length })}</text> : null}
    </g>
  );
}

function placeOfSource(line: LineView, move: MoveView, parts: readonly Part[], places: readonly Place[]): Place | undefined {
  const inUnknown = poolOf(move, line).key.endsWith(':unknown');
  const at = parts.findIndex((part) => (inUnknown ? part.holder === 'unknown' : part.holder === move.from && (move.from !== 'rival' || supplierKey(part.supplier ?? '') === supplierKey(move.supplier ?? ''))));
  return places[at];
}
