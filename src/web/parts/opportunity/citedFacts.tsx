import { useDeferredValue, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answerOf } from '../../answers.ts';
import { useAllText } from '../../text/locale.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import type { Cited } from './opportunityDraft.ts';

/** The facts something rests on: taken out with a click, added by looking for words of the customer's facts. */
export function CitedFacts({ accountId, facts, change, may = true }: { accountId: number; facts: readonly Cited[]; change: (next: readonly Cited[]) => void; may?: boolean }) {
  const { opportunity: t, common } = useAllText();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useQuery({ ...answerOf('GET /api/accounts/{id}/facts', { params: { id: accountId }, query: { limit: 20, ...(q ? { q } : {}) } }), enabled: may });
  const chosen = new Set(facts.map((fact) => fact.id));
  const offered = (found.data?.rows ?? []).filter((fact) => !chosen.has(fact.id));
  return (
    <div className="vf-opportunity-facts">
      {facts.length === 0 ? <p className="vf-small vf-quiet">{t.noFacts}</p> : (
        <ul>{facts.map((fact) => (
          <li key={fact.id} className={`vf-opportunity-fact ${fact.state ? evidenceClass(fact.state) : ''}`}>
            <span>{fact.state ? <span className="vf-hidden">{common.evidence[fact.state]}: </span> : null}{fact.statement}</span>
            {may ? <button type="button" className="vf-icon-button" aria-label={t.takeOut({ statement: fact.statement })} onClick={() => change(facts.filter((other) => other.id !== fact.id))}>×</button> : null}
          </li>
        ))}</ul>
      )}
      {may ? (
        <Select<number> showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }} size="small" className="vf-cite-find" aria-label={t.citeFact} placeholder={t.citeFact} value={null} loading={found.isFetching} notFoundContent={t.noFactFound}
          options={offered.map((fact) => ({ value: fact.id, label: fact.statement }))} onChange={(id) => {
            const fact = offered.find((one) => one.id === id);
            if (fact) change([...facts, { id: fact.id, statement: fact.statement, state: fact.state }]);
            setWords('');
          }} />
      ) : null}
    </div>
  );
}
