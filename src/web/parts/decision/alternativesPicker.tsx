import { useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answerOf } from '../../answers.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { ClassMark } from '../portfolio/classMark.tsx';

export type Alternative = Answer<'GET /api/accounts/{id}/decisions'>['neighbours'][number];
type Listed = Pick<Alternative, 'id' | 'name' | 'rank' | 'total' | 'grade' | 'class'>;

/** What else might be chosen: the neighbours in rank as a list to tick, and any other customer by typing a part of its name. */
export function AlternativesPicker({ accountId, neighbours, value, choose }: { accountId: number; neighbours: readonly Alternative[]; value: readonly number[]; choose: (ids: number[]) => void }) {
  const { decisions: t, common } = useText();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [added, setAdded] = useState<readonly Listed[]>([]);
  const q = useDeferredValue(typed.trim());
  const found = useQuery({ ...answerOf('GET /api/find', { query: { q, limit: 12 } }), enabled: q !== '', placeholderData: keepPreviousData }).data?.accounts ?? [];
  const listed: readonly Listed[] = [...neighbours, ...added];
  const toggle = (id: number): void => choose(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <div className="vf-alternatives">
      {listed.length > 0 ? (
        <ul>
          {listed.map((one) => (
            <li key={one.id}>
              <label>
                <input type="checkbox" checked={value.includes(one.id)} onChange={() => toggle(one.id)} />
                <span className="vf-clip">{one.name}</span>
                <span className="vf-small vf-quiet vf-num">{one.rank === null ? t.unranked : t.frozenRank({ rank: format.number(one.rank) })}{one.total === null ? '' : ` · ${format.points(one.total)}`}</span>
                {one.grade ? <span className={`vf-grade vf-grade-${one.grade}`}>{one.grade}</span> : <span />}
                <span className="vf-small">{one.class ? <ClassMark kind={one.class} word={common.classes[one.class]} /> : null}</span>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
      <Select
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }} aria-label={t.addAlternative} placeholder={t.addAlternative} value={null} notFoundContent={<span className="vf-small vf-faint">{q === '' ? t.searching : t.nothingFound}</span>}
        options={q === '' ? [] : found.filter((one) => one.id !== accountId).map((one) => ({ value: one.id, label: one.name }))}
        onChange={(id: number | null) => {
          const one = found.find((account) => account.id === id);
          if (!one) return;
          if (!listed.some((known) => known.id === one.id)) setAdded((before) => [...before, { ...one, total: null }]);
          if (!value.includes(one.id)) choose([...value, one.id]);
          setTyped('');
        }}
      />
    </div>
  );
}
