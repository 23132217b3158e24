import './assess.css';
import '../facts/facts.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ScoreModel } from '#domain/select/model.ts';
import type { Answer } from '../../call.ts';
import { useKeys } from '../../keys.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import type { ModelNames } from '../account/names.ts';
import { Standing } from '../account/standing.tsx';
import { Segments } from '../segments.tsx';
import { AssessBar } from './assessBar.tsx';
import { FILTERS, progressOf, stepFrom, valuesOf, visibleItems, type Filter, type Item, type MarkValue } from './items.ts';
import { ItemLine } from './itemLine.tsx';
import { OpenItem } from './openItem.tsx';
import { EvidenceStrip } from './strip.tsx';
import { useAssessing } from './useAssessing.ts';
import type { Entry } from './useMarking.ts';
import { valueWord } from './valueWord.ts';

type Detail = Answer<'GET /api/accounts/{id}'>;
const GROUPS = ['past', 'present', 'future', 'deductions', 'vetoes'] as const;

/**
 * Assess (评估, S3, S4): one judgement is open at a time. 1–5 judges and goes on, ↑ ↓ or j k move, c cites, n notes, Backspace withdraws.
 * Everything is kept at once and taken back by Undo. `at` opens a judgement that a link names.
 */
export default function Assess({ detail, model, names, at }: { detail: Detail; model: ScoreModel; names: ModelNames; at: string | undefined }) {
  const { assess: t, account: a } = useText();
  const words = useWords();
  const format = useFormat();
  const { items, valueOf, stateOf, markOf, factsOf, judge, waitingFor, awaitFact } = useAssessing(detail, model);
  const may = detail.can.mark;
  const [filter, setFilter] = useState<Filter>('all');
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(() => at ?? items.find((item) => item.indicator && stateOf(item.key) === 'missing')?.key ?? items[0]?.key ?? null);
  const [citing, setCiting] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const moved = useRef(at !== undefined);
  const visible = useMemo(() => visibleItems(items, filter, stateOf, kept), [items, filter, stateOf, kept]);
  const open = visible.find((item) => item.key === current);
  const all = progressOf(items, stateOf);

  const choose = (key: string | null, cite = false): void => {
    moved.current = true;
    setCiting(cite);
    setCurrent(key);
  };
  const step = (by: number): void => choose(stepFrom(visible.map((item) => item.key), current, by));
  useEffect(() => {
    if (at !== undefined && items.some((item) => item.key === at)) choose(at);
  }, [at, items]);
  // The open one is brought to the eye and the keyboard, but only when somebody moved.
  useEffect(() => {
    if (!moved.current || citing) return;
    moved.current = false;
    const body = list.current?.querySelector<HTMLElement>('.vf-item-body');
    body?.scrollIntoView({ block: 'nearest' });
    body?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }, [current, citing]);

  const judgeItem = (item: Item, value: MarkValue, more: Omit<Entry, 'value'> = {}): void => {
    const before = valueOf(item.key);
    setKept((keys) => new Set(keys).add(item.key));
    const name = words(item.name);
    void judge(item.key, { value, ...more }, value === null ? t.withdrawn({ name }) : t.judged({ name, value: valueWord(item, value, t, words) }));
    // Going on serves who fills in one after the other; a red line and a change of mind are looked at.
    if (value !== null && item.kind !== 'veto' && (before === null || before === false)) step(1);
    else setCiting(false);
  };
  const press = (n: number): void => {
    if (!may || !open) return;
    if (open.kind === 'veto') return list.current?.querySelector<HTMLElement>('.vf-item-body [data-draws]')?.click();
    const value = valuesOf(open)[n - 1];
    if (value === undefined) return;
    const again = valueOf(open.key) !== null;
    judgeItem(open, value);
    if (again) step(1);
  };
  const withdraw = (): void => {
    if (may && open && valueOf(open.key) !== null && valueOf(open.key) !== false) judgeItem(open, null);
  };
  const note = (): void => list.current?.querySelector<HTMLElement>('.vf-item-note .vf-inline')?.click();
  useKeys({
    ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [String(n + 1), () => press(n + 1)])),
    j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1), Backspace: withdraw, Delete: withdraw, n: note,
    c: () => { if (may && open) setCiting(true); },
  });
  const setFilterTo = (next: Filter): void => {
    setFilter(next);
    setKept(new Set());
    choose(visibleItems(items, next, stateOf, new Set())[0]?.key ?? null);
  };
  const counts: Record<Filter, number> = { all: all.all, missing: all.all - all.done, assumed: visibleItems(items, 'assumed', stateOf, new Set()).length, stale: visibleItems(items, 'stale', stateOf, new Set()).length };
  const { explanation } = detail;
  return (
    <div className="vf-account-body vf-assess">
      <div className="vf-account-main" ref={list}>
        <header className="vf-assess-head">
          <p className="vf-assess-progress" role="status"><strong className="vf-num">{t.progress({ done: format.number(all.done), all: format.number(all.all) })}</strong>{explanation.total === null ? null : <span className="vf-assess-score vf-quiet vf-num">{t.scoreNow({ total: format.points(explanation.total), grade: explanation.grade ?? '–', confidence: format.percent(explanation.confidence, 0) })}</span>}</p>
          <span className="vf-noprint"><Segments label={t.show} value={filter} options={FILTERS.map((value) => ({ value, text: t.filters[value]({ n: format.number(counts[value]) }) }))} choose={setFilterTo} /></span>
        </header>
        {may ? <p className="vf-small vf-faint vf-noprint vf-wide-only vf-assess-keys"><kbd>1–5</kbd> {t.keys.judge} <kbd>j</kbd> <kbd>k</kbd> {t.keys.move} <kbd>c</kbd> {t.keys.cite} <kbd>n</kbd> {t.keys.note} <kbd>⌫</kbd> {t.keys.withdraw} <kbd>f</kbd> {t.keys.fact}</p> : <p className="vf-small vf-quiet">{t.readOnly}</p>}
        {visible.length === 0 ? <p className="vf-quiet vf-assess-none">{t.noneLeft[filter]}</p> : null}
        {GROUPS.map((group) => {
          const own = visible.filter((item) => item.group === group);
          if (own.length === 0) return null;
          const progress = progressOf(items.filter((item) => item.group === group), stateOf);
          const title = group === 'deductions' ? t.deductions : group === 'vetoes' ? t.vetoes : a.lens[group];
          return (
            <section key={group} className="vf-assess-group" aria-label={title}>
              <div className="vf-assess-lens"><h2>{title}</h2>{progress.all > 0 ? <><EvidenceStrip items={items.filter((item) => item.group === group)} stateOf={stateOf} current={current} choose={choose} /><span className="vf-small vf-faint vf-num">{t.ofLens({ done: format.number(progress.done), all: format.number(progress.all) })}</span></> : null}</div>
              {own.map((item, n) => {
                const factor = item.factor && item.factor !== own[n - 1]?.factor ? <p className="vf-assess-factor vf-small vf-faint">{words(item.factor)}</p> : null;
                const props = { item, value: valueOf(item.key), state: stateOf(item.key), mark: markOf(item.key), facts: factsOf(item.key), may };
                return (
                  <div key={item.key}>
                    {factor}
                    {item.key === current ? (
                      <OpenItem
                        {...props} accountId={detail.account.id} waiting={waitingFor(item.key)} citing={citing} setCiting={(on) => { moved.current = !on; setCiting(on); }} judge={(value, more) => judgeItem(item, value, more)}
                        change={(entry) => judge(item.key, { value: valueOf(item.key), ...entry }, entry.note === undefined ? t.cited({ name: words(item.name) }) : t.noted({ name: words(item.name) }))} awaitFact={(fact, on) => awaitFact(item.key, fact, on)}
                      />
                    ) : <ItemLine {...props} choose={() => choose(item.key)} cite={() => choose(item.key, true)} />}
                  </div>
                );
              })}
            </section>
          );
        })}
        {may && open ? <AssessBar step={step} cite={() => setCiting(true)} withdraw={valueOf(open.key) === null || valueOf(open.key) === false ? null : withdraw} /> : null}
      </div>
      <aside className="vf-account-side vf-assess-side"><Standing explanation={explanation} account={detail.account} names={names} /></aside>
    </div>
  );
}
