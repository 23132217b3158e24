import { useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answerOf } from '../../../answers.ts';
import { useAllText } from '../../../text/locale.ts';
import { Field } from '../../field.tsx';
import type { StrategyView } from './changing.ts';

const SHOWN = 20;

/** Chooses the facts of a customer that something rests on. */
export function CiteField({ accountId, ids, known, change, fault = null }: { accountId: number; ids: readonly number[]; known: StrategyView['facts']; change: (ids: number[]) => void; fault?: string | null }) {
  const { strategy: t, common } = useAllText();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim().slice(0, 100));
  const found = useQuery({ ...answerOf('GET /api/accounts/{id}/facts', { params: { id: accountId }, query: { limit: SHOWN, ...(q ? { q } : {}) } }), placeholderData: keepPreviousData }).data?.rows ?? [];
  const shown = [...found, ...known.filter((fact) => ids.includes(fact.id) && !found.some((one) => one.id === fact.id))];
  return (
    <Field label={t.facts} hint={t.factsHint} fault={fault}>
      {(wiring) => (
        <Select
          {...wiring} mode="multiple" aria-label={t.facts} placeholder={t.findFacts} value={[...ids]} filterOption={false} onSearch={setWords} onChange={(next: number[]) => change(next)} maxCount={50}
          options={shown.map((fact) => ({ value: fact.id, label: fact.statement, title: `${fact.statement} (${common.evidence[fact.state]})` }))}
        />
      )}
    </Field>
  );
}
