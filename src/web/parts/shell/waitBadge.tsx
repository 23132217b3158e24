import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../answers.ts';
import { useMe } from '../../me.ts';
import { useFormat } from '../../text/locale.ts';

/** What waits for the viewer: panels for their marks, requests for introductions for their next step. */
export function useWaiting(): { readonly panels: number; readonly introductions: number } {
  const panels = useQuery(answerOf('GET /api/panels', { query: { state: 'waiting', limit: 1 } })).data?.waiting ?? 0;
  return { panels, introductions: useMe().waiting.introductions };
}

/** How many wait, beside a name; `said` is what that means, for who hears it or points at it. Nothing when none does. */
export function WaitBadge({ n, said }: { n: number; said: (n: number) => string }) {
  const format = useFormat();
  return n === 0 ? null : <span className="vf-nav-badge vf-num" title={said(n)}><span aria-hidden>{format.number(n)}</span><span className="vf-hidden">{said(n)}</span></span>;
}
