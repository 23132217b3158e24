import './door.css';
import type { ReactNode } from 'react';
import { useText } from '../../text/locale.ts';
import { BrandMark } from '../shell/brand.tsx';
import { LanguageChoice, ThemeChoice } from '../shell/choices.tsx';

/** The page before the rooms: a form on the left, on the right the idea of the whole thing in one drawing. */
export function Door({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const { shell, start: t } = useText();
  return (
    <div className={wide ? 'vf-door vf-door-wide' : 'vf-door'}>
      <div className="vf-door-form">
        <header className="vf-door-brand"><BrandMark />{shell.product}</header>
        <main className="vf-door-body">{children}</main>
        <footer className="vf-door-foot"><LanguageChoice /><ThemeChoice /></footer>
      </div>
      {wide ? null : (
        <aside className="vf-door-idea">
          <div>
            <p>{t.idea}</p>
            <p>{t.ideaText}</p>
          </div>
          <IdeaCurve />
        </aside>
      )}
    </div>
  );
}

/** Thirty customers by rank, shares falling as 1/rank^1.1: bars for each, the line for their sum; the first six carry most of it. */
const SHARES = ((): number[] => {
  const raw = Array.from({ length: 30 }, (_, i) => 1 / (i + 1) ** 1.45);
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((value) => value / sum);
})();
const FEW = 6;

function IdeaCurve() {
  const { start: t } = useText();
  const [width, height] = [560, 280];
  const x = (i: number): number => 8 + (i / SHARES.length) * (width - 16);
  const y = (share: number): number => height - 24 - share * (height - 48);
  const cumulative = SHARES.map((_, i) => SHARES.slice(0, i + 1).reduce((a, b) => a + b, 0));
  const path = [`M${x(0)} ${y(0)}`, ...cumulative.map((share, i) => `L${x(i + 1).toFixed(1)} ${y(share).toFixed(1)}`)].join('');
  const few = cumulative[FEW - 1] ?? 0;
  return (
    <svg className="vf-door-curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.ideaCurve}>
      {SHARES.map((share, i) => <rect key={i} className={i < FEW ? 'bar' : 'bar rest'} x={x(i) + 2} width={(width - 16) / SHARES.length - 4} y={y(share)} height={y(0) - y(share)} />)}
      <path className="guide" d={`M${x(FEW)} ${y(0)}V${y(few)}M${x(FEW)} ${y(few)}H${width - 8}`} />
      <path className="curve" d={path} />
      <path className="axis" d={`M8 ${y(0)}H${width - 8}`} />
      <circle className="bar" cx={x(FEW)} cy={y(few)} r="4" />
      <text x={width - 8} y={y(few) + 16} textAnchor="end">{t.ideaShare}</text>
      <text x={x(FEW / 2)} y={height - 6} textAnchor="middle">{t.ideaFew}</text>
    </svg>
  );
}
