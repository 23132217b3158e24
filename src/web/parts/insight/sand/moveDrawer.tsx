import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { moveFaults } from '#domain/insight/sand/check.ts';
import { poolOf, type Source } from '#domain/insight/sand/move.ts';
import { divide } from '#domain/insight/sand/wallet.ts';
import { readPercent } from '#domain/insight/sand/walletBlock.ts';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { Field } from '../../field.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { stageWord } from './moves.tsx';
import { lineName, useSandChange, type MoveView, type SandView } from './sandView.ts';

export interface MoveStart { readonly lineId?: number; readonly from?: Source; readonly supplier?: string | null }

/** Plans a move or changes one: which line, from whom, how many points, how likely, carried by what. Says what there is to take. */
export function MoveDrawer({ accountId, view, scenarioId, move, start, close }: { accountId: number; view: SandView; scenarioId: number; move: MoveView | null; start: MoveStart; close: () => void }) {
  const { sand: t, errors } = useAllText();
  const format = useFormat();
  const change = useSandChange();
  const [lineId, setLineId] = useState(move?.lineId ?? start.lineId ?? view.lines[0]!.id);
  const [source, setSource] = useState(keyOf(move ?? { from: start.from ?? 'unknown', supplier: start.supplier ?? null }));
  const [points, setPoints] = useState(move ? { low: String(move.low), likely: String(move.likely), high: String(move.high) } : { low: '', likely: '', high: '' });
  const [chance, setChance] = useState(move ? String(Math.round(move.chance * 1000) / 10) : '50');
  const [opportunityId, setOpportunity] = useState<number | null>(move?.opportunity ? move.opportunityId : null);
  const [text, setText] = useState(move?.text ?? '');
  const [tried, setTried] = useState(false);
  const opportunities = useQuery(answerOf('GET /api/accounts/{id}/opportunities', { params: { id: accountId } })).data?.rows ?? [];
  const line = view.lines.find((one) => one.id === lineId);
  const rivals = line ? divide(line).rivals.map((one) => one.supplier) : [];
  const sources = [...rivals.map((name) => ({ value: keyOf({ from: 'rival', supplier: name }), label: name })), { value: 'open', label: t.fromOpen }, { value: 'unknown', label: t.fromUnknown }];
  const chosen = sources.some((one) => one.value === source) ? source : sources[0]!.value;
  const { from, supplier } = sourceOf(chosen);
  const figures = { low: readPercent(points.low), likely: readPercent(points.likely), high: readPercent(points.high), chance: readPercent(chance) };
  const entered = { lineId, from, supplier, low: figures.low ?? -1, likely: figures.likely ?? -1, high: figures.high ?? -1, chance: (figures.chance ?? -1) / 100 };
  const missing = Object.values(figures).some((value) => value === null || value === undefined);
  const [wrong] = missing ? [] : moveFaults(entered, view.lines);
  const pool = line ? poolOf({ from, supplier }, line) : null;
  const room = pool ? format.number(pool.room, Number.isInteger(pool.room) ? 0 : 1) : '';
  const over = pool !== null && (figures.high ?? 0) > pool.room;
  const save = async (): Promise<void> => {
    setTried(true);
    if (missing || wrong) return;
    const body = { ...entered, opportunityId, text: text.trim() };
    if (await change(() => (move ? call('PATCH /api/sand-moves/{id}', { params: { id: move.id }, body }) : call('POST /api/scenarios/{id}/moves', { params: { id: scenarioId }, body })), t.moveKept)) close();
  };
  const number = (name: 'low' | 'likely' | 'high') => (
    <Field label={t[name]} fault={tried && (figures[name] === null || figures[name] === undefined) ? t.notFigure({ cell: points[name] }) : null}>
      {(wiring) => <Input {...wiring} inputMode="decimal" value={points[name]} onChange={(event) => setPoints({ ...points, [name]: event.target.value })} autoFocus={name === 'low'} />}
    </Field>
  );
  return (
    <SideDrawer title={move ? t.editMove : t.addMove} open close={close} footer={<Button type="primary" onClick={() => void save()}>{t.saveMove}</Button>}>
      <form className="vf-stack" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Field label={t.line}>{(wiring) => <Select {...wiring} showSearch={{ optionFilterProp: 'label' }} value={lineId} onChange={setLineId} options={view.lines.map((one) => ({ value: one.id, label: lineName(one) }))} />}</Field>
        <Field label={t.from} hint={pool === null ? undefined : from === 'rival' && pool.key.endsWith(':unknown') ? t.roomUnknown({ room }) : t.room({ room })}>{(wiring) => <Select {...wiring} value={chosen} onChange={setSource} options={sources} />}</Field>
        <fieldset className="vf-move-points"><legend className="vf-small vf-quiet">{t.pointsHint}</legend>{number('low')}{number('likely')}{number('high')}</fieldset>
        {over ? <p className="vf-small vf-sand-warn" role="status">{t.overRoom({ room })}</p> : null}
        {tried && wrong ? <p className="vf-small vf-field-fault" role="alert">{errors.fields[wrong.reason] ?? wrong.message}</p> : null}
        <Field label={t.chance} fault={tried && (figures.chance === null || figures.chance === undefined) ? t.notFigure({ cell: chance }) : null}>{(wiring) => <Input {...wiring} inputMode="decimal" value={chance} onChange={(event) => setChance(event.target.value)} />}</Field>
        <Field label={t.carriedBy}>
          {(wiring) => <Select {...wiring} value={opportunityId ?? 0} onChange={(id) => setOpportunity(id === 0 ? null : id)} options={[{ value: 0, label: t.noPoint }, ...opportunities.map((one) => ({ value: one.id, label: `${one.title} · ${stageWord(one.stage, t)} · ${t.priority({ points: format.points(one.priority.priority) })}` }))]} />}
        </Field>
        <Field label={t.words}>{(wiring) => <Input.TextArea {...wiring} rows={2} maxLength={500} placeholder={t.wordsHint} value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <button type="submit" hidden />
      </form>
    </SideDrawer>
  );
}

const keyOf = ({ from, supplier }: { from: Source; supplier: string | null }): string => (from === 'rival' ? `rival:${supplier}` : from);
const sourceOf = (key: string): { from: Source; supplier: string | null } => (key.startsWith('rival:') ? { from: 'rival', supplier: key.slice(6) } : { from: key as Source, supplier: null });
