import './strategy.css';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../answers.ts';
import { useLive } from '../../../live.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import type { InsightPart } from '../insightTab.tsx';
import { Business } from './business.tsx';
import { forgetStrategy } from './changing.ts';
import { Horizons } from './horizons.tsx';
import { Organisation } from './organisation.tsx';

/** Strategy of a customer (发展战略, I3): what business it is really in, where it wants to be by when, what it spends on it, who hangs below whom. */
export default function Strategy({ account }: InsightPart) {
  const { data, error, refetch } = useQuery(answerOf('GET /api/accounts/{id}/strategy', { params: { id: account.id } }));
  useLive((message) => {
    if (message.type === 'change' && message.accountId === account.id && (message.verb === 'noted' || message.verb.startsWith('fact'))) void forgetStrategy();
  });
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={10} />;
  return (
    <div className="vf-strategy">
      <Business accountId={account.id} view={data} />
      <Horizons accountId={account.id} view={data} />
      <Organisation accountId={account.id} view={data} />
    </div>
  );
}
