import { useEffect, useRef, useState } from 'react';
import { Button, Popconfirm } from 'antd';
import type { ScoreModel } from '#domain/select/model.ts';
import { call, ProblemError } from '../../call.ts';
import { useKeys } from '../../keys.ts';
import { useMe } from '../../me.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { useNames } from '../account/names.ts';
import { itemsOf, stepFrom } from '../assess/items.ts';
import { ErrorNote } from '../errorNote.tsx';
import type { PanelView } from './assessorStrip.tsx';
import { choicesOf } from './choices.ts';
import { EntryItem } from './entryItem.tsx';
import { useDrafts } from './useDrafts.ts';
import { useSteps } from './useSteps.ts';

/**
 * One's own marks, before anybody else's are seen. One item is open at a time: 1–9 marks and goes on, ↑ ↓ or j k move, n writes the
 * reason, c cites, 0 leaves out. Kept by itself; submitting makes it stand.
 */
export function EntryForm({ panel, model }: { panel: PanelView; model: ScoreModel }) {
  const { panel: t, account: a, common } = useText();
  const words = useWords();
  const format = useFormat();
  const me = useMe();
  const names = useNames(model);
  const { draftOf, change, saving, error, flush } = useDrafts(panel, me.id);
  const { busy, step } = useSteps();
  const chosen = new Set(panel.indicators);
  const items = itemsOf(model).filter((item) => chosen.has(item.key));
  const [current, setCurrent] = useState<string | null>(() => items.find((item) => draftOf(item.key).value === null)?.key ?? items[0]?.key ?? null);
  const [citing, setCiting] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const list = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const open = items.find((item) => item.key === current);
  const choose = (key: string | null): void => {
    moved.current = true;
    setCiting(false);
    setCurrent(key);
  };
  const move = (by: number): void => choose(stepFrom(items.map((item) => item.key), current, by));
  // The open one is brought to the eye and the keyboard, but only when somebody moved.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const body = list.current?.querySelector<HTMLElement>('.vf-item-body');
    body?.scrollIntoView({ block: 'nearest' });
    body?.querySelector<HTMLElement>('h4')?.focus({ preventScroll: true });
  }, [current]);

  const mark = (key: string, at: number): void => {
    const item = items.find((one) => one.key === key)!;
    const choice = choicesOf(item, a, words)[at];
    if (!choice) return;
    const first = draftOf(key).value === null;
    change(key, { value: choice.value });
    // Going on serves who fills in one after the other; a change of mind and a red line are looked at.
    if (first && !(item.kind === 'veto' && choice.value === true)) choose(stepFrom(items.map((one) => one.key), key, 1));
  };
  const leaveOut = (): void => { if (open) change(open.key, { value: null }); };
  useKeys({
    ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [String(n + 1), () => { if (open) mark(open.key, n); }])),
    0: leaveOut, Backspace: leaveOut, j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1), c: () => { if (open) setCiting(true); },
    n: () => list.current?.querySelector<HTMLElement>('.vf-item-note .vf-inline')?.click(),
  });

  const done = items.filter((item) => draftOf(item.key).value !== null).length;
  const left = items.length - done;
  const submit = async (): Promise<void> => {
    setRefused(null);
    if (!(await flush())) return;
    await step(async () => {
      try {
        return await call('POST /api/panels/{id}/submit', { params: { id: panel.id } });
      } catch (problem) {
        setRefused(problem);
        const path = problem instanceof ProblemError ? problem.problem.fields?.[0]?.path.split('.')[1] : undefined;
        if (path) choose(path);
        throw problem;
      }
    }, t.submitted, false);
  };
  return (
    <div className="vf-entry" ref={list}>
      <p className="vf-quiet vf-entry-lead">{t.entryLead}</p>
      <p className="vf-small vf-faint vf-noprint vf-wide-only vf-assess-keys"><kbd>1–5</kbd> {t.entryKeys.judge} <kbd>j</kbd> <kbd>k</kbd> {t.entryKeys.move} <kbd>n</kbd> {t.entryKeys.reason} <kbd>c</kbd> {t.entryKeys.cite} <kbd>0</kbd> {t.entryKeys.leaveOut}</p>
      {(['past', 'present', 'future', 'deductions', 'vetoes'] as const).map((group) => {
        const own = items.filter((item) => item.group === group);
        return own.length === 0 ? null : (
          <section key={group} className="vf-assess-group" aria-label={t.groups[group]}>
            <div className="vf-assess-lens"><h3>{t.groups[group]}</h3><span className="vf-small vf-faint vf-num">{t.marked({ n: format.number(own.filter((item) => draftOf(item.key).value !== null).length), all: format.number(own.length) })}</span></div>
            {own.map((item, n) => (
              <div key={item.key}>
                {item.factor && item.factor !== own[n - 1]?.factor ? <p className="vf-assess-factor vf-small vf-faint">{words(item.factor)}</p> : null}
                <EntryItem
                  item={item} draft={draftOf(item.key)} names={names} open={item.key === current} accountId={panel.account.id} citing={citing} setCiting={setCiting} choose={() => choose(item.key)}
                  mark={(at) => mark(item.key, at)} leaveOut={leaveOut} change={(patch) => change(item.key, patch)}
                />
              </div>
            ))}
          </section>
        );
      })}
      {refused ? <ErrorNote error={refused} /> : null}
      <div className="vf-entry-bar vf-noprint">
        <span className="vf-num"><strong>{t.marked({ n: format.number(done), all: format.number(items.length) })}</strong>{left > 0 ? <span className="vf-quiet"> · {t.leftOut({ n: left })}</span> : null}</span>
        <span className="vf-small vf-quiet vf-entry-saving" role="status">{saving === 'saving' ? t.saving : saving === 'saved' ? t.saved : saving === 'failed' ? <>{t.notSaved} <button type="button" className="vf-link" onClick={() => void flush()}>{common.retry}</button></> : null}</span>
        <Button disabled={busy} onClick={() => void step(() => call('POST /api/panels/{id}/decline', { params: { id: panel.id }, body: { declined: true } }), t.declined)}>{t.decline}</Button>
        <Popconfirm title={t.submitAsk} description={left > 0 ? t.submitLeaving({ n: left }) : undefined} okText={t.submit} cancelText={common.cancel} onConfirm={() => void submit()} placement="topRight">
          <Button type="primary" disabled={busy || done === 0}>{t.submit}</Button>
        </Popconfirm>
      </div>
      {saving === 'failed' && error ? <ErrorNote error={error} /> : null}
    </div>
  );
}
