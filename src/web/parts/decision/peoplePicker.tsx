import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answerOf } from '../../answers.ts';
import { useText } from '../../text/locale.ts';
import type { FieldWiring } from '../field.tsx';

/** Who decided: people of the workspace, several. */
export function PeoplePicker({ value, choose, wiring }: { value: readonly string[]; choose: (ids: string[]) => void; wiring: FieldWiring }) {
  const { decisions: t } = useText();
  const members = useQuery({ ...answerOf('GET /api/members'), staleTime: 300_000 }).data?.members ?? [];
  return (
    <Select
      {...wiring} mode="multiple" showSearch={{ optionFilterProp: 'label' }} placeholder={t.peoplePlaceholder} value={[...value]} onChange={choose} status={wiring['aria-invalid'] ? 'error' : undefined}
      options={members.filter((member) => !member.disabled || value.includes(member.id)).map((member) => ({ value: member.id, label: member.name }))}
    />
  );
}
