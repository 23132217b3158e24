import { Select } from 'antd';
import { useAllText } from '../../text/locale.ts';
import type { Plan, Trap } from './types.ts';

type Group = NonNullable<Trap['groups']>[number];

/** Customers that look like one: keep apart, or merge the group into one of them. */
export function Duplicates({ groups, count, plan, change }: { groups: readonly Group[]; count: number; plan: Plan; change: (plan: Plan) => void }) {
  const { imports: t, common } = useAllText();
  const targetOf = (group: Group): string => group.map((customer) => plan.merge[customer.key]).find((key) => key !== undefined) ?? '';
  const choose = (group: Group, target: string): void => {
    const keys = new Set(group.map((customer) => customer.key));
    const others = Object.entries(plan.merge).filter(([from]) => !keys.has(from));
    const merged = target === '' ? [] : group.filter((customer) => customer.key !== target).map((customer) => [customer.key, target] as const);
    change({ ...plan, merge: Object.fromEntries([...others, ...merged]) });
  };
  return (
    <ul className="vf-duplicates">
      {groups.map((group) => (
        <li key={group.map((customer) => customer.key).join()}>
          <ul>{group.map((customer) => <li key={customer.key}>{customer.name} <span className="vf-small vf-faint">{customer.key} · {common.lines(customer.lines)}</span></li>)}</ul>
          <Select
            aria-label={t.mergeGroup(group[0]?.name ?? '')} value={targetOf(group)} popupMatchSelectWidth={false} onChange={(target: string) => choose(group, target)}
            options={[{ value: '', label: t.keepApart }, { label: t.mergeInto, options: group.map((customer) => ({ value: customer.key, label: `${customer.name} (${customer.key})` })) }]}
          />
        </li>
      ))}
      {count > groups.length ? <li className="vf-faint">{t.moreGroups(count - groups.length)}</li> : null}
    </ul>
  );
}
