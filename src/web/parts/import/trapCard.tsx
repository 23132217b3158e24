import { Switch } from 'antd';
import { useFormat, useAllText } from '../../text/locale.ts';
import { Amount } from '../amount.tsx';
import { canLeaveOut } from '#domain/select/traps.ts';
import { Duplicates } from './duplicates.tsx';
import type { Plan, Trap } from './types.ts';

/** Traps that count as they are: only worth a look. The rest asks for a decision. */
const NOTICE = new Set<Trap['code']>(['cancelled', 'several_currencies', 'repeated_line', 'unknown_status']);

/** One trap: how many, how much, why it matters, examples, and whether to leave its rows out. */
export function TrapCard({ trap, plan, change }: { trap: Trap; plan: Plan; change: (plan: Plan) => void }) {
  const { imports: t } = useAllText();
  const format = useFormat();
  const words = t.traps[trap.code];
  const { code } = trap;
  const left = canLeaveOut(code) && plan.leaveOut.includes(code);
  return (
    <li className={['vf-trap', NOTICE.has(code) ? '' : 'vf-trap-weighty', trap.groups ? 'vf-trap-wide' : ''].join(' ')}>
      <div className="vf-trap-head">
        <h3>{words.title(trap.count)}</h3>
        {trap.amount !== null && trap.currency !== null ? <span className="vf-trap-amount"><Amount minor={trap.amount} currency={trap.currency} /></span> : null}
        {canLeaveOut(code) ? (
          <label className="vf-trap-switch"><span>{t.leaveOut}</span><Switch size="small" checked={left} aria-label={`${t.leaveOut}: ${words.title(trap.count)}`} onChange={(on) => change({ ...plan, leaveOut: on ? [...plan.leaveOut, code] : plan.leaveOut.filter((one) => one !== code) })} /></label>
        ) : null}
      </div>
      <p className="vf-quiet">{words.why}</p>
      {trap.groups ? <Duplicates groups={trap.groups} count={trap.count} plan={plan} change={change} /> : null}
      {trap.rows.length > 0 && code !== 'several_currencies' ? (
        <details>
          <summary>{t.examples}</summary>
          <ol className="vf-trap-rows">{trap.rows.map((row, i) => <li key={i}><span className="vf-faint vf-num">{t.row(format.number(row.row))}</span><span>{row.text}</span></li>)}</ol>
        </details>
      ) : null}
      {code === 'several_currencies' ? <p className="vf-small vf-num">{trap.rows.map((row) => row.text).join(' · ')}</p> : null}
    </li>
  );
}
