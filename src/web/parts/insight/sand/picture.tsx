import { useId } from 'react';
import { squarify } from '#domain/insight/sand/squarify.ts';
import { totalsOf } from '#domain/insight/sand/wallet.ts';
import type { SandResult } from '#domain/insight/sand/simulate.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { useWidth } from '../../chart/useWidth.ts';
import type { Part } from './parts.ts';
import { dotsId, patternId, Patterns } from './patterns.tsx';
import type { LineView, MoveView, SandView } from './sandView.ts';
import { Tile } from './tile.tsx';
import { BAR_HEIGHT, WalletBar } from './walletBar.tsx';

const STRIP = { width: 132, height: 92, gap: 6 };

/** The wallet as a treemap, above it all of it as one bar with the goals, below it the lines whose size nobody knows. */
export function Picture({ view, suppliers, moves, result, plan }: { view: SandView; suppliers: readonly string[]; moves: readonly MoveView[]; result: SandResult | null; plan: ((line: LineView, part: Part) => void) | null }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const own = useId().replaceAll(/[^\w-]/g, '');
  const [frame, width] = useWidth<HTMLDivElement>();
  const totals = totalsOf(view.lines);
  const sized = view.lines.filter((line) => line.size !== null && line.size > 0);
  const unsized = view.lines.filter((line) => line.size === null || line.size === 0);
  const mapHeight = sized.length === 0 ? 0 : Math.round(width < 600 ? Math.min(560, 160 + sized.length * 90) : Math.max(280, Math.min(520, width * 0.4)));
  const top = sized.length === 0 ? 0 : BAR_HEIGHT;
  const boxes = squarify(sized.map((line) => line.size!), { x: 0, y: top, width, height: mapHeight });
  const perRow = Math.max(1, Math.floor((width + STRIP.gap) / (STRIP.width + STRIP.gap)));
  const stripTop = top + mapHeight + (unsized.length === 0 ? 0 : 30);
  const height = stripTop + Math.ceil(unsized.length / perRow) * (STRIP.height + STRIP.gap);
  return (
    <figure ref={frame} className="vf-sand-picture" aria-label={t.picture}>
      {width > 0 ? (
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={t.pictureLabel({ lines: view.lines.length, size: format.money(totals.size.value, view.currency), ours: format.money(totals.ours.value, view.currency) })}>
          <Patterns own={own} rivals={suppliers.length} />
          {sized.length > 0 ? <WalletBar own={own} width={width} totals={totals} goals={view.goals} suppliers={suppliers} currency={view.currency} p50={result?.p50 ?? null} /> : null}
          {sized.map((line, n) => <Tile key={line.id} own={own} line={line} box={boxes[n]!} suppliers={suppliers} moves={moves.filter((move) => move.lineId === line.id)} currency={view.currency} plan={plan} />)}
          {unsized.length > 0 ? <text className="vf-strip-name" x={0} y={stripTop - 10}>{t.sizeUnknown}</text> : null}
          <g className="vf-strip">
            {unsized.map((line, n) => (
              <Tile key={line.id} own={own} line={line} suppliers={suppliers} moves={moves.filter((move) => move.lineId === line.id)} currency={view.currency} plan={plan}
                box={{ x: (n % perRow) * (STRIP.width + STRIP.gap), y: stripTop + Math.floor(n / perRow) * (STRIP.height + STRIP.gap), width: STRIP.width, height: STRIP.height }} />
            ))}
          </g>
        </svg>
      ) : null}
      <Legend own={own} view={view} suppliers={suppliers} />
    </figure>
  );
}

/** Who is drawn how, each with its part of all wallets of known size. */
function Legend({ own, view, suppliers }: { own: string; view: SandView; suppliers: readonly string[] }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const totals = totalsOf(view.lines);
  const share = (value: number): string => (totals.size.value === 0 ? '' : ` ${format.percent(value / totals.size.value)}`);
  const swatch = (fill: string | undefined, kind: string) => <svg className="vf-swatch" width={22} height={14} aria-hidden><rect className={`vf-part-${kind}`} x={0.5} y={0.5} width={21} height={13} fill={fill} /></svg>;
  return (
    <figcaption className="vf-sand-legend vf-small" aria-label={t.legend}>
      <span title={t.legendHelp.ours}>{swatch(undefined, 'ours')}{t.ours}<span className="vf-num">{share(totals.ours.value)}</span></span>
      {suppliers.map((name, n) => {
        const sum = totals.rivals.find((one) => one.name === name) ?? totals.rivals[n];
        return <span key={name}>{swatch(`url(#${patternId(own, n)})`, 'rival')}{name}<span className="vf-num">{sum && (sum.value > 0 || sum.unknownLines === 0) ? share(sum.value) : ''}{sum && sum.unknownLines > 0 ? (sum.value > 0 ? ' + ?' : ' ?') : ''}</span></span>;
      })}
      <span title={t.legendHelp.open}>{swatch(undefined, 'open')}{t.open}<span className="vf-num">{share(totals.open)}</span> <span className="vf-faint">{t.openHelp}</span></span>
      <span title={t.legendHelp.unknown}>{swatch(`url(#${dotsId(own)})`, 'unknown')}{t.unknown}<span className="vf-num">{share(totals.unknown)}</span> <span className="vf-faint">{t.unknownHelp}</span></span>
      <span className="vf-faint">{t.legendHelp.move}</span>
    </figcaption>
  );
}
