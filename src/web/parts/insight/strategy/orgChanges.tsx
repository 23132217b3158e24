import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answerOf } from '../../../answers.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { ErrorNote } from '../../errorNote.tsx';
import type { StrategyView } from './changing.ts';

type Version = StrategyView['organisations'][number];

/** What changed between two versions of an organisation, in words (组织变化). */
export function OrgChanges({ accountId, versions, named }: { accountId: number; versions: readonly Version[]; named: (version: Version) => string }) {
  const { org: t } = useAllText().strategy;
  const format = useFormat();
  const shown = (kind: string, value: string | null): string => (value === null ? '' : kind === 'people' ? format.number(Number(value)) : value);
  const [chosen, setChosen] = useState<{ before: number; after: number } | null>(null);
  const known = (id: number | undefined): boolean => versions.some((one) => one.id === id);
  const pair = chosen && known(chosen.before) && known(chosen.after) ? chosen : versions.length >= 2 ? { before: versions[1]!.id, after: versions[0]!.id } : null;
  const { data, error } = useQuery({ ...answerOf('GET /api/accounts/{id}/organisation/compare', { params: { id: accountId }, query: pair ?? { before: 1, after: 1 } }), placeholderData: keepPreviousData, enabled: pair !== null });
  const choose = (end: 'before' | 'after') => (
    <Select size="small" aria-label={t[end]} value={pair?.[end] ?? null} popupMatchSelectWidth={false} onChange={(id: number | null) => pair && id !== null && setChosen({ ...pair, [end]: id })} options={versions.map((version) => ({ value: version.id as number | null, label: named(version) }))} />
  );
  return (
    <div className="vf-org-changes">
      <h3>{t.compare}</h3>
      {pair === null ? <p className="vf-small vf-quiet">{t.needTwo}</p> : (
        <>
          <div className="vf-row vf-wrap vf-small"><span>{t.before}</span>{choose('before')}<span>{t.after}</span>{choose('after')}</div>
          {error ? <ErrorNote error={error} /> : null}
          {data ? data.changes.length === 0 ? <p className="vf-small vf-quiet">{t.same}</p> : (
            <ul>{data.changes.map((change) => <li key={`${change.kind} ${change.path.join(' ')}`} className={`vf-org-${change.kind}`}>{t.changes[change.kind]({ name: change.name, from: shown(change.kind, change.from), to: shown(change.kind, change.to) })}</li>)}</ul>
          ) : null}
        </>
      )}
    </div>
  );
}
