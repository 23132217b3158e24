import { Switch } from 'antd';
import { useAllText } from '../../text/locale.ts';
import type { Plan, Trap } from './types.ts';

type LeaveOut = Plan['leaveOut'][number];
const ALL: readonly LeaveOut[] = ['total_row', 'no_customer', 'not_won', 'cancelled', 'non_product'];

/** Kinds of rows without a card of their own (none found, or counted and so no trap): whether to leave them out stays a choice. */
export function LeaveOutAlways({ traps, plan, change }: { traps: readonly Trap[]; plan: Plan; change: (plan: Plan) => void }) {
  const { imports: t } = useAllText();
  const others = ALL.filter((code) => !traps.some((trap) => trap.code === code));
  if (plan.kind === 'customers' || others.length === 0) return null;
  return (
    <fieldset className="vf-always">
      <legend>{t.leaveOutAlways}</legend>
      {others.map((code) => (
        <label key={code} className="vf-trap-switch">
          <Switch size="small" checked={plan.leaveOut.includes(code)} onChange={(on) => change({ ...plan, leaveOut: on ? [...plan.leaveOut, code] : plan.leaveOut.filter((one) => one !== code) })} />
          <span>{t.rowKinds[code]}</span>
        </label>
      ))}
    </fieldset>
  );
}
