import { useDeferredValue, useState, type Ref } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, type RefSelectProps } from 'antd';
import { answerOf } from '../../answers.ts';
import { useText } from '../../text/locale.ts';

/** Finds a customer by any writing of its name and hands on its id. */
export function AccountPicker({ taken, pick, label, reference, disabled = false }: { taken: readonly number[]; pick: (id: number) => void; label: string; reference?: Ref<RefSelectProps>; disabled?: boolean }) {
  const { compare: t, common } = useText();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useQuery({ ...answerOf('GET /api/find', { query: { q, limit: 12 } }), enabled: q !== '', placeholderData: keepPreviousData });
  const options = q === '' ? [] : (found.data?.accounts ?? []).filter((one) => !taken.includes(one.id)).map((one) => ({ value: one.id, label: one.name, hint: one.class ? common.classes[one.class] : '' }));
  return (
    <Select<number, (typeof options)[number]>
      ref={reference} className="vf-picker" showSearch disabled={disabled} value={null as never} placeholder={t.addHint} aria-label={label} filterOption={false} notFoundContent={null} suffixIcon={null} popupMatchSelectWidth={false}
      searchValue={words} onSearch={setWords} options={options} optionRender={(option) => <span className="vf-spread"><span>{option.label}</span><span className="vf-small vf-faint">{option.data.hint}</span></span>}
      onChange={(id) => { setWords(''); if (id) pick(id); }}
    />
  );
}
