import { useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answerOf } from '../../../answers.ts';
import { useAllText } from '../../../text/locale.ts';

const SHOWN = 12;

/** Finds a person by name, pinyin, initials or company. `typing` hears the first who fits while one types. */
export function PersonField({ id, label, value, known, choose, typing, large = false, autoFocus = false }: { id?: string; label: string; value: number | null; known?: { id: number; name: string } | undefined; choose: (person: number | null) => void; typing?: (person: number | null) => void; large?: boolean; autoFocus?: boolean }) {
  const { ways: t } = useAllText();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim().slice(0, 100));
  const { data } = useQuery({ ...answerOf('GET /api/people', { query: { limit: SHOWN, order: 'best', ...(q ? { q } : {}) } }), placeholderData: keepPreviousData, enabled: q !== '' });
  const rows = q === '' ? [] : data?.rows.filter((row) => row.userId === null || !large) ?? [];
  const options = rows.map((row) => ({ value: row.id, label: row.name, where: [row.title, row.account?.name || row.organisation].filter(Boolean).join(' · ') }));
  const chosen = value !== null && known && !options.some((option) => option.value === value) ? [{ value: known.id, label: known.name, where: '' }] : [];
  return (
    <Select
      {...(id ? { id } : {})} showSearch allowClear aria-label={label} placeholder={t.findHint} size={large ? 'large' : 'middle'} className="vf-person-field" autoFocus={autoFocus} value={value} filterOption={false} notFoundContent={q === '' ? null : t.nobody}
      onSearch={(next) => { setWords(next); if (next.trim() === '') typing?.(null); }} onActive={(one) => typing?.(q === '' || !(Number(one) > 0) ? null : Number(one))} onChange={(next: number | undefined) => choose(next ?? null)}
      popupRender={(list) => <>{list}{q !== '' && (data?.rows.length ?? 0) >= SHOWN ? <p className="vf-person-more vf-small vf-faint">{t.firstShown(SHOWN)}</p> : null}</>}
      options={[...options, ...chosen]} optionRender={({ data: option }) => <span className="vf-person-option"><strong>{option.label}</strong> <span className="vf-small vf-quiet">{option.where}</span></span>}
    />
  );
}
