import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';

/** How many panels wait for the viewer, beside the page's name; nothing when none does. */
export function WaitingBadge() {
  const { panel: t } = useText();
  const format = useFormat();
  const waiting = useQuery(answerOf('GET /api/panels', { query: { state: 'waiting', limit: 1 } })).data?.waiting ?? 0;
  if (waiting === 0) return null;
  return <span className="vf-nav-badge vf-num" title={t.badge(waiting)}><span aria-hidden>{format.number(waiting)}</span><span className="vf-hidden">{t.badge(waiting)}</span></span>;
}
