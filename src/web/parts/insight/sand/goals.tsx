import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { GOAL_KINDS, type GoalKind } from '#domain/insight/sand/goal.ts';
import type { SandResult } from '#domain/insight/sand/simulate.ts';
import { readPercent, readSize } from '#domain/insight/sand/walletBlock.ts';
import { toMajor } from '#domain/money.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { Amount } from '../../amount.tsx';
import { Field } from '../../field.tsx';
import { Segments } from '../../segments.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { useSandChange, type GoalView, type SandView } from './sandView.ts';

/** Goals of the period: the market, our sales, what a rival is held to; each with how the scenario fares. */
export function Goals({ accountId, view, result, suppliers }: { accountId: number; view: SandView; result: SandResult | null; suppliers: readonly string[] }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const change = useSandChange();
  const [open, setOpen] = useState<GoalView | 'new' | null>(null);
  const may = view.can.describe;
  return (
    <section className="vf-sand-goals" aria-label={t.goals}>
      <div className="vf-spread"><h3>{t.goals}</h3>{may ? <Button size="small" className="vf-noprint" onClick={() => setOpen('new')}>{t.addGoal}</Button> : null}</div>
      {view.goals.length === 0 ? <p className="vf-small vf-quiet">{t.noGoals}</p> : (
        <ul>
          {view.goals.map((goal) => {
            const rival = result?.rivals.find((one) => one.id === goal.id);
            return (
              <li key={goal.id}>
                <span className="vf-tag">{t.kinds[goal.kind]}</span>
                <span className="vf-goal-words">
                  {goal.amount !== null ? <Amount minor={goal.amount} currency={goal.currency ?? view.currency} /> : null}{goal.kind === 'competition' ? t.rivalGoalMark({ rival: goal.rival ?? '', percent: format.percent((goal.percent ?? 0) / 100) }) : null} {goal.text}
                  {rival && rival.now !== null && rival.p50 !== null ? <span className="vf-small vf-quiet"> {t.rivalNow({ now: format.percent(rival.now / 100), p50: format.percent(rival.p50 / 100) })}{rival.chance === null ? '' : ` · ${t.rivalChance({ n: format.number(rival.chance * 100) })}`}{rival.unknownLines > 0 ? ` · ${t.rivalUnknown({ n: rival.unknownLines })}` : ''}</span> : null}
                </span>
                {may ? <span className="vf-row vf-noprint"><Button type="text" size="small" onClick={() => setOpen(goal)} aria-label={`${t.renameGoal}: ${t.kinds[goal.kind]} ${goal.rival ?? ''}`}>{t.renameGoal}</Button><Button type="text" size="small" aria-label={`${t.takeBack}: ${t.kinds[goal.kind]} ${goal.rival ?? ''}`} onClick={() => void change(() => call('POST /api/sand-goals/{id}/withdraw', { params: { id: goal.id }, body: { withdrawn: true } }), t.goalGone)}>×</Button></span> : null}
              </li>
            );
          })}
        </ul>
      )}
      {open === null ? null : <GoalDrawer accountId={accountId} view={view} goal={open === 'new' ? null : open} suppliers={suppliers} close={() => setOpen(null)} />}
    </section>
  );
}

/** One goal: its kind, and what that kind needs. */
function GoalDrawer({ accountId, view, goal, suppliers, close }: { accountId: number; view: SandView; goal: GoalView | null; suppliers: readonly string[]; close: () => void }) {
  const { sand: t, errors } = useAllText();
  const change = useSandChange();
  const [kind, setKind] = useState<GoalKind>(goal?.kind ?? (view.goals.some((one) => one.kind === 'sales') ? 'competition' : 'sales'));
  const [amount, setAmount] = useState(goal?.amount == null ? '' : String(toMajor(goal.amount, goal.currency ?? view.currency)));
  const [rival, setRival] = useState(goal?.rival ?? suppliers[0] ?? '');
  const [percent, setPercent] = useState(goal?.percent == null ? '' : String(goal.percent));
  const [text, setText] = useState(goal?.text ?? '');
  const [tried, setTried] = useState(false);
  const minor = readSize(amount, view.currency);
  const share = readPercent(percent);
  const faults = {
    amount: minor === undefined || (minor === null && kind === 'sales') ? t.notFigure({ cell: amount }) : null, percent: share === undefined || share === null ? t.notFigure({ cell: percent }) : null,
    rival: rival.trim() === '' ? errors.fields['required']! : null, text: kind === 'market' && text.trim() === '' ? errors.fields['required']! : null,
  };
  const wrong = kind === 'competition' ? faults.percent !== null || faults.rival !== null : faults.amount !== null || faults.text !== null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (wrong) return;
    const body = kind === 'competition' ? { text, rival: rival.trim(), percent: share! } : { text, amount: minor ?? null, currency: minor === null ? null : view.currency };
    const done = await change(() => (goal ? call('PATCH /api/sand-goals/{id}', { params: { id: goal.id }, body }) : call('POST /api/accounts/{id}/sand/goals', { params: { id: accountId }, body: { period: view.period, kind, ...body } })), t.goalKept);
    if (done) close();
  };
  return (
    <SideDrawer title={t.addGoal} open close={close} width={440} footer={<Button type="primary" onClick={() => void save()}>{t.saveGoal}</Button>}>
      <form className="vf-stack" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        {goal ? null : <Segments label={t.goals} value={kind} options={GOAL_KINDS.map((value) => ({ value, text: t.kinds[value] }))} choose={setKind} />}
        {kind === 'competition' ? (
          <>
            <Field label={t.rival} fault={tried ? faults.rival : null}>{(wiring) => <Select {...wiring} value={rival || undefined} onChange={setRival} options={suppliers.map((value) => ({ value, label: value }))} />}</Field>
            <Field label={t.atMost} fault={tried ? faults.percent : null}>{(wiring) => <Input {...wiring} autoFocus inputMode="decimal" value={percent} onChange={(event) => setPercent(event.target.value)} />}</Field>
          </>
        ) : <Field label={t.amount} hint={`${t.amountHint}. ${t.currencyNote({ currency: view.currency })}`} fault={tried ? faults.amount : null}>{(wiring) => <Input {...wiring} autoFocus inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />}</Field>}
        <Field label={kind === 'market' ? t.goalTextMarket : t.goalText} fault={tried ? faults.text : null}>{(wiring) => <Input.TextArea {...wiring} rows={2} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <button type="submit" hidden />
      </form>
    </SideDrawer>
  );
}
