import { useEffect, useRef, useState } from 'react';
import { Button } from 'antd';
import type { FactKind } from '#domain/factKinds.ts';
import type { NewFact } from '#domain/select/fact.ts';
import { forget, useChange } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote, problemIn } from '../errorNote.tsx';
import { Segments } from '../segments.tsx';
import { shortened } from '../audit/sentence.ts';
import { draftFaults, emptyDraft, statementsIn, type FactDraft } from './factDraft.ts';
import { FactFields } from './factFields.tsx';

/** A set is recorded at once; the server takes no more. */
const MOST = 200;

/** One line to write a fact (`place`: where on the full view it goes, `kind`: what it is about unless chosen otherwise), its source below it. Several lines are offered as several facts of one source. Ctrl+Enter (⌘ Enter) records. */
export function QuickAdd({ accountId, focus, place, kind }: { accountId: number; focus: number; place?: Pick<NewFact, 'block' | 'topic'>; kind?: FactKind }) {
  const { facts: t, errors } = useText();
  const format = useFormat();
  const today = localDay();
  const [text, setText] = useState('');
  const [draft, setDraft] = useState<FactDraft>(() => ({ ...emptyDraft(today), ...(kind ? { kind } : {}) }));
  const [asOne, setAsOne] = useState(false);
  const [tried, setTried] = useState(false);
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);

  const lines = statementsIn(text);
  const statements = (lines.length > 1 && asOne ? [text.trim()] : lines).slice(0, MOST);
  const faults = draftFaults({ ...draft, statement: statements[0] ?? '' }, today);
  const record = useChange('POST /api/accounts/{id}/facts', {
    done: (answer, question) => {
      sayDone(t.recorded({ n: answer.ids.length, statement: shortened(question.body.facts[0]!.statement) }), answer.event);
      // The next one is often from the same source and day.
      setText('');
      setTried(false);
      setAsOne(false);
      field.current?.focus();
      void forget('GET /api/accounts/{id}/facts', 'GET /api/accounts/{id}', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts/{id}/canvas');
    },
  });
  const save = (): void => {
    setTried(true);
    if (faults.size > 0 || record.isPending) return;
    record.mutate({ params: { id: accountId }, body: { facts: statements.map((statement) => ({ ...draft, statement, ...place })) } });
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape' && event.target === field.current) field.current?.blur();
  };
  const refused = record.error ? problemIn(record.error) : null;
  return (
    <form className={`vf-fact-add vf-noprint${open || text ? ' vf-open' : ''}`} aria-label={t.addTitle} onKeyDown={press} onFocus={() => setOpen(true)} onSubmit={(event) => (event.preventDefault(), save())}>
      <textarea
        ref={field} rows={Math.min(8, Math.max(1, text.split('\n').length))} value={text} aria-label={t.statement} placeholder={t.placeholder} maxLength={20_000} aria-invalid={tried && faults.has('statement')} enterKeyHint="enter"
        onChange={(event) => setText(event.target.value)}
      />
      {open || text ? (
        <>
          {lines.length > 1 ? (
            <div className="vf-row vf-wrap">
              <Segments label={t.severalLines} value={asOne ? 'one' : 'each'} options={[{ value: 'each', text: t.eachLine({ n: Math.min(MOST, lines.length) }) }, { value: 'one', text: t.oneFact }]} choose={(value) => setAsOne(value === 'one')} />
              <span className="vf-small vf-quiet">{lines.length > MOST && !asOne ? t.tooMany({ most: format.number(MOST) }) : t.sharedSource}</span>
            </div>
          ) : null}
          <FactFields accountId={accountId} draft={draft} change={setDraft} faults={tried ? faults : NONE} today={today} />
          <div className="vf-fact-add-foot">
            {tried && faults.has('statement') ? <span className="vf-field-fault" role="alert">{t.statement}: {errors.fields['required']}</span> : <span className="vf-small vf-faint vf-wide-only"><kbd>Ctrl</kbd> <kbd>Enter</kbd> {t.records}</span>}
            <Button type="primary" htmlType="submit" loading={record.isPending}>{statements.length > 1 ? t.addMany({ n: statements.length }) : t.add}</Button>
          </div>
          {refused ? <ErrorNote error={record.error} /> : null}
        </>
      ) : null}
    </form>
  );
}

const NONE: ReadonlyMap<string, string> = new Map();
