import { useMemo, useState } from 'react';
import { Checkbox, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { EvidenceKind, Indicator, ScoreModel, Words } from '#domain/select/model.ts';
import { answerOf, forget } from '../../answers.ts';
import { call, type Answer } from '../../call.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { say, sayDone } from '../../undo.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { EvidenceMark, type EvidenceState } from '../evidenceMark.tsx';
import type { ModelNames } from './names.ts';

type Detail = Answer<'GET /api/accounts/{id}'>;
type Mark = Detail['marks'][number];
type MarkValue = number | string | boolean | null;
interface Entry { value: MarkValue; evidence?: EvidenceKind; note?: string; observedOn?: string }

const KINDS: readonly EvidenceKind[] = ['observed', 'document', 'person', 'hearsay', 'inferred', 'assumption'];

/** What people judge: anchored scales, categories, deductions and red lines, each with how it is known. Kept at once, taken back by Undo. */
export function Marks({ detail, model, names }: { detail: Detail; model: ScoreModel; names: ModelNames }) {
  const { account: t, errors } = useText();
  const words = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const [open, setOpen] = useState<string | null>(null);
  /** Shown before the server has answered. */
  const [sent, setSent] = useState<ReadonlyMap<string, MarkValue>>(new Map());
  const { account, explanation, can } = detail;
  const marks = useMemo(() => new Map(detail.marks.map((mark) => [mark.indicator, mark])), [detail.marks]);
  const states = useMemo(() => new Map(explanation.indicators.map((one) => [one.key, one])), [explanation]);

  const keep = async (key: string, entry: Entry): Promise<void> => {
    const before = marks.get(key);
    setSent((all) => new Map(all).set(key, entry.value));
    try {
      const answer = await call('POST /api/accounts/{id}/marks', {
        params: { id: account.id },
        body: { marks: [{ indicator: key, value: entry.value, note: entry.note ?? before?.note ?? '', ...(entry.observedOn ?? before?.observedOn ? { observedOn: entry.observedOn ?? before?.observedOn } : {}) }] },
      });
      // The waterfall moves at once; the marks themselves, ranks and lists follow.
      client.setQueryData(answerOf('GET /api/accounts/{id}', { params: { id: account.id } }).queryKey, (old: Detail | undefined) => (old ? { ...old, explanation: answer.explanation } : old));
      const name = names.indicator(key);
      sayDone(entry.value === null ? t.withdrawn({ name }) : t.marked({ name, value: valueWord(key, entry.value) }), answer.event);
      await forget('GET /api/accounts/{id}', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet');
    } catch (error) {
      say(wordProblem(problemIn(error), errors, format));
    } finally {
      setSent((all) => {
        const rest = new Map(all);
        rest.delete(key);
        return rest;
      });
    }
  };
  const valueWord = (key: string, value: MarkValue): string => {
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return t.units.level({ n: value });
    return names.option(key, value ?? '');
  };
  const valueOf = (key: string): MarkValue => (sent.has(key) ? sent.get(key)! : (marks.get(key)?.value ?? null));

  const judged = model.lenses.flatMap((lens) => lens.factors.flatMap((factor) => factor.indicators)).filter((one) => one.kind !== 'computed');
  const done = judged.filter((one) => valueOf(one.key) !== null).length;
  const others: { title: string; list: readonly { key: string; name: Words; points?: number }[] }[] = [{ title: t.deductionsMark, list: model.deductions }, { title: t.vetoMark, list: model.vetoes }];
  return (
    <section className="vf-section vf-marks" id="assess">
      <div className="vf-spread"><h2>{t.marks}</h2><span className="vf-small vf-faint vf-num">{t.marksProgress({ done, all: judged.length })}</span></div>
      {can.mark ? <p className="vf-small vf-quiet vf-noprint">{t.marksHint}</p> : null}
      {model.lenses.map((lens) => {
        const factors = lens.factors.map((factor) => ({ factor, parts: factor.indicators.filter((one) => one.kind !== 'computed') })).filter((one) => one.parts.length > 0);
        return factors.length === 0 ? null : (
          <div key={lens.key}>
            {factors.map(({ factor, parts }) => (
              <div key={factor.key} className="vf-mark-group">
                <h3><span className="vf-faint">{t.lens[lens.key]} ›</span> {words(factor.name)}</h3>
                {parts.map((indicator) => (
                  <MarkLine
                    key={indicator.key} indicator={indicator as Exclude<Indicator, { kind: 'computed' }>} mark={marks.get(indicator.key)} value={valueOf(indicator.key)} explained={states.get(indicator.key)}
                    may={can.mark} open={open === indicator.key} setOpen={(on) => setOpen(on ? indicator.key : null)} keep={(entry) => void keep(indicator.key, entry)} names={names}
                  />
                ))}
              </div>
            ))}
          </div>
        );
      })}
      {others.map(({ title, list }) => (list.length === 0 ? null : (
        <div key={title} className="vf-mark-group">
          <h3>{title}</h3>
          {list.map((one) => (
            <div key={one.key} className="vf-mark-line vf-mark-check">
              <Checkbox checked={valueOf(one.key) === true} disabled={!can.mark} onChange={(event) => void keep(one.key, { value: event.target.checked ? true : null, evidence: marks.get(one.key)?.evidence ?? 'person' })}>
                {words(one.name)}{one.points === undefined ? null : <span className="vf-small vf-faint"> · {t.deduction({ points: format.number(one.points) })}</span>}
              </Checkbox>
              {marks.get(one.key) ? <MarkSource mark={marks.get(one.key)!} state="proven" /> : null}
            </div>
          ))}
        </div>
      )))}
    </section>
  );
}

function MarkSource({ mark, state }: { mark: Mark; state: EvidenceState }) {
  const { account: t, common } = useText();
  const format = useFormat();
  return <EvidenceMark state={state}>{common.evidenceKinds[mark.evidence]} · {t.markBy({ name: mark.by?.name ?? t.someone, day: format.day(mark.observedOn) })}</EvidenceMark>;
}

interface LineProps {
  indicator: Exclude<Indicator, { kind: 'computed' }>; mark: Mark | undefined; value: MarkValue; explained: ExplainedState | undefined; may: boolean; open: boolean;
  setOpen: (on: boolean) => void; keep: (entry: Entry) => void; names: ModelNames;
}
type ExplainedState = Detail['explanation']['indicators'][number];

function MarkLine({ indicator, mark, value, explained, may, open, setOpen, keep, names }: LineProps) {
  const { account: t, common } = useText();
  const words = useWords();
  const name = words(indicator.name);
  const state: EvidenceState = value === null ? 'missing' : (explained?.state === 'missing' ? 'assumed' : (explained?.state ?? 'assumed'));
  const press = (event: React.KeyboardEvent): void => {
    if (!may || indicator.kind !== 'assessed' || event.ctrlKey || event.metaKey || event.altKey || !/^[1-5]$/.test(event.key)) return;
    if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName) && (event.target as HTMLInputElement).type !== 'radio') return;
    event.preventDefault();
    keep({ value: Number(event.key) });
  };
  return (
    <div className={`vf-mark-line${open ? ' vf-open' : ''}`} onKeyDown={press}>
      <button type="button" className="vf-mark-name" aria-expanded={open} aria-label={t.openMark({ name })} onClick={() => setOpen(!open)}>{name}</button>
      {indicator.kind === 'assessed' ? (
        <div className="vf-levels" role="radiogroup" aria-label={t.chooseLevel({ name })}>
          {[1, 2, 3, 4, 5].map((level) => (
            <label key={level} title={t.level({ level, sentence: words(indicator.anchors[level - 1]!) })} className={value === level ? `vf-level vf-on vf-${state}` : 'vf-level'}>
              <input type="radio" name={`mark-${indicator.key}`} checked={value === level} disabled={!may} onChange={() => keep({ value: level })} />
              <span>{level}</span>
            </label>
          ))}
        </div>
      ) : (
        <Select size="small" className="vf-mark-select" aria-label={t.chooseOption({ name })} disabled={!may} placeholder={t.noMark} value={typeof value === 'string' ? value : undefined} onChange={(next: string) => keep({ value: next })}
          options={indicator.options.map((option) => ({ value: option.key, label: words(option.name) }))} popupMatchSelectWidth={false} />
      )}
      <span className="vf-mark-source">{mark ? <MarkSource mark={mark} state={state} /> : <span className="vf-small vf-faint">{t.noMark}</span>}</span>
      {open ? (
        <div className="vf-mark-detail">
          {indicator.kind === 'assessed' ? (
            <ol className="vf-anchors">
              {indicator.anchors.map((anchor, i) => (
                <li key={i}><button type="button" className={value === i + 1 ? 'vf-on' : undefined} aria-pressed={value === i + 1} disabled={!may} onClick={() => keep({ value: i + 1 })}><b>{i + 1}</b><span>{words(anchor)}</span></button></li>
              ))}
            </ol>
          ) : null}
          {may && value !== null ? <Details mark={mark} value={value} keep={keep} label={name} /> : mark?.note ? <p className="vf-quiet">{mark.note}</p> : null}
        </div>
      ) : mark?.note ? <p className="vf-mark-note vf-small vf-quiet">{mark.note}</p> : null}
      <span className="vf-hidden">{value === null ? common.evidence.missing : names.indicator(indicator.key)}</span>
    </div>
  );
}

/** How it is known, when it was seen, and a note: each kept when changed. */
function Details({ mark, value, keep, label }: { mark: Mark | undefined; value: MarkValue; keep: (entry: Entry) => void; label: string }) {
  const { account: t, common } = useText();
  const [note, setNote] = useState(mark?.note ?? '');
  return (
    <div className="vf-mark-fields vf-noprint">
      <Select size="small" aria-label={`${label}: ${t.evidenceKind}`} value={mark?.evidence ?? 'assumption'} onChange={(evidence: EvidenceKind) => keep({ value, evidence })} options={KINDS.map((kind) => ({ value: kind, label: common.evidenceKinds[kind] }))} popupMatchSelectWidth={false} />
      <DayInput label={`${label}: ${t.observedOn}`} value={mark?.observedOn ?? ''} keep={(observedOn) => keep({ value, observedOn })} />
      <Input size="small" aria-label={`${label}: ${t.markNote}`} placeholder={t.markNotePlaceholder} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} onBlur={() => note.trim() !== (mark?.note ?? '') && keep({ value, note: note.trim() })} onPressEnter={(event) => event.currentTarget.blur()} />
      <button type="button" className="vf-link vf-small" onClick={() => keep({ value: null })}>{t.withdraw}</button>
    </div>
  );
}

/** The browser's own day field: small, native on phones, no calendar library for one date. */
function DayInput({ label, value, keep }: { label: string; value: string; keep: (day: string) => void }) {
  return <input type="date" className="vf-day" aria-label={label} value={value} onChange={(event) => event.target.value && keep(event.target.value)} />;
}
