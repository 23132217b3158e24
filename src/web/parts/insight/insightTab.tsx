import './insight.css';
import { lazy, Suspense, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { Block } from '#domain/blocks.ts';
import { useAllText, type AllTexts } from '../../text/locale.ts';
import { RowsSkeleton } from '../skeleton.tsx';
import { AskHere } from './canvas/askHere.tsx';

const Canvas = lazy(() => import('./canvas/canvas.tsx'));
const Strategy = lazy(() => import('./strategy/strategy.tsx'));
const Needs = lazy(() => import('./needs/needs.tsx'));
const Opportunities = lazy(() => import('./opportunities/opportunities.tsx'));
const Positions = lazy(() => import('./positions/positions.tsx'));
const Sand = lazy(() => import('./sand/sand.tsx'));

/** What every part of insight is given. */
export interface InsightPart { readonly account: { readonly id: number; readonly name: string } }
type PartKey = keyof AllTexts['insight']['parts'];

/** The parts of insight in the order of the method (I1, I3–I6), each a lazy component: `canvas: (props) => <Canvas {...props} />`. */
const PARTS: Partial<Record<PartKey, (props: InsightPart) => ReactNode>> = {
  canvas: (props) => <Canvas {...props} />,
  strategy: (props) => <Strategy {...props} />,
  needs: (props) => <Needs {...props} />,
  opportunities: (props) => <Opportunities {...props} />,
  sand: (props) => <Sand {...props} />,
  positions: (props) => <Positions {...props} />,
};
/** The block of the full view into which a question goes that is asked in a part. */
const BLOCK_OF: Partial<Record<PartKey, Block>> = { strategy: 'strategy', needs: 'businessDesign', opportunities: 'winElements', sand: 'supply', positions: 'positions' };
const KEYS = Object.keys(PARTS) as PartKey[];

/** Insight (大客户洞察): what we understand of the customer before the first visit, part by part. */
export default function InsightTab({ account, part }: InsightPart & { readonly part: unknown }) {
  const { insight: t } = useAllText();
  const navigate = useNavigate();
  const shown = KEYS.find((key) => key === part) ?? KEYS[0];
  const asked = shown && BLOCK_OF[shown];
  const choose = (key: PartKey): void => void navigate({ to: '/accounts/$id', params: { id: String(account.id) }, search: { tab: 'insight', ...(key === KEYS[0] ? {} : { part: key }) } as never, replace: true, resetScroll: false });
  return (
    <div className="vf-insight">
      <div className="vf-insight-head vf-noprint">
        <nav className="vf-insight-parts" aria-label={t.partsLabel}>
          {KEYS.map((key) => <button key={key} type="button" aria-current={key === shown ? 'page' : undefined} onClick={() => choose(key)}>{t.parts[key]}</button>)}
        </nav>
        {asked ? <div className="vf-insight-ask"><AskHere key={asked} accountId={account.id} block={asked} /></div> : null}
      </div>
      <Suspense fallback={<RowsSkeleton rows={10} />}>{shown ? PARTS[shown]?.({ account }) : null}</Suspense>
    </div>
  );
}
