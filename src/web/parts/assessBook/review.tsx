import { useMemo, useState } from 'react';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { markColumns } from '#domain/select/assess/columns.ts';
import { assessSentence, ASSESS_NOTES } from '#domain/select/assess/faultWords.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf, forgetAll, useChange } from '../../answers.ts';
import { useFormat, useLocale, useText, useWords } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote, problemIn } from '../errorNote.tsx';
import { Progress } from '../progress.tsx';
import { RowsSkeleton } from '../skeleton.tsx';
import { Changes } from './changes.tsx';
import { Conflicts } from './conflicts.tsx';
import { keyOf, outcomeOf, setsOf, type Change, type Choice, type Choices, type Read } from './decide.ts';
import { Faults } from './faults.tsx';
import { bringBack, keepReturned, type Returned } from './returned.ts';
import { useAfter } from './useAfter.ts';

/** A workbook that came back: what it would change, conflicts first; recorded at one go or not at all. */
export function Review({ returned }: { returned: Returned }) {
  const { read, file } = returned;
  const { assessBook: t } = useText();
  const words = useWords();
  const language = useLocale();
  const navigate = useNavigate();
  const [choices, setChoices] = useState<Choices>(new Map());
  const [leaving, setLeaving] = useState(false);
  const [rereading, setRereading] = useState<{ error: unknown } | 'busy' | null>(null);
  const model = useQuery(answerOf('GET /api/models/{id}', { params: { id: read.model.active.id } }));
  const columns = useMemo(() => new Map(model.data ? markColumns(model.data.model as ScoreModel).map((column) => [column.key, column]) : []), [model.data]);
  const accounts = useMemo(() => new Map(read.accounts.map((account) => [account.id, account])), [read]);
  const conflicts = useMemo(() => read.changes.filter((change) => change.conflict), [read]);
  const plain = useMemo(() => read.changes.filter((change) => !change.conflict), [read]);
  const { taken, undecided } = useMemo(() => outcomeOf(read.changes, choices), [read, choices]);
  const record = useChange('POST /api/assessments', { done: (answer) => {
    sayDone(t.recorded(answer.marks, answer.accounts), answer.event);
    void forgetAll();
    void navigate({ to: '/portfolio' }).then(() => keepReturned(null));
  } });
  const late = useAfter(record.isPending, 1000);
  const choose = (changes: readonly Change[], choice: Choice): void => setChoices((before) => new Map([...before, ...changes.map((change) => [keyOf(change), choice] as const)]));
  const readAgain = async (): Promise<void> => {
    setRereading('busy');
    record.reset();
    try {
      await bringBack(file, language);
      setRereading(null);
    } catch (error) {
      setRereading({ error });
    }
  };
  const waits = undecided > 0 ? t.undecided(undecided) : read.faultCount > 0 && !leaving ? t.faultsFirst : null;

  return (
    <div className="vf-book-review">
      <Sums read={read} conflicts={conflicts.length} />
      {read.notes.map((note) => <p key={note.code} className="vf-note">{words({ en: assessSentence(ASSESS_NOTES, note.code, note.params, 'en'), zh: assessSentence(ASSESS_NOTES, note.code, note.params, 'zh') })}</p>)}
      {read.changes.length === 0 ? <p>{read.faultCount > 0 ? t.nothingReadable : t.nothing}</p> : null}
      {read.faultCount > 0 ? <Faults read={read} leaving={leaving} leave={setLeaving} more={read.changes.length > 0} /> : null}
      {model.error ? <ErrorNote error={model.error} retry={() => void model.refetch()} /> : model.isPending ? <RowsSkeleton rows={6} /> : (
        <>
          {conflicts.length > 0 ? <Conflicts changes={conflicts} columns={columns} accounts={accounts} choices={choices} choose={choose} /> : null}
          {plain.length > 0 ? <Changes read={read} changes={plain} columns={columns} /> : null}
        </>
      )}
      {record.error ? <ErrorNote error={record.error}>{problemIn(record.error).reason === 'marked_since' ? <p><Button size="small" onClick={() => void readAgain()}>{t.readAgain}</Button></p> : null}</ErrorNote> : null}
      {rereading && rereading !== 'busy' ? <ErrorNote error={rereading.error} retry={() => void readAgain()} /> : null}
      <div className="vf-book-actions vf-noprint">
        {late ? <Progress label={t.recording} share={null} /> : <p className="vf-quiet" role="status">{waits ?? (taken.length > 0 ? t.untilThen : '')}</p>}
        <Button onClick={() => void navigate({ to: '/portfolio' }).then(() => keepReturned(null))} disabled={record.isPending}>{t.leave}</Button>
        <Button
          type="primary" loading={record.isPending || rereading === 'busy'} disabled={waits !== null || taken.length === 0 || model.data === undefined}
          onClick={() => record.mutate({ body: { fileName: read.fileName, sets: setsOf(read, taken, columns, words) } })}
        >
          {taken.length === 0 ? t.recordNone : t.record(taken.length)}
        </Button>
      </div>
    </div>
  );
}

function Sums({ read, conflicts }: { read: Read; conflicts: number }) {
  const { assessBook: t } = useText();
  const format = useFormat();
  const sums: [string, number, string?][] = [
    [t.sums.changes, read.changes.length], [t.sums.customers, read.accounts.length], [t.sums.conflicts, conflicts, 'vf-book-doubt'], [t.sums.faults, read.faultCount, 'vf-negative'], [t.sums.unchanged, read.unchanged], [t.sums.already, read.already],
  ];
  return (
    <dl className="vf-book-sums">
      {sums.map(([name, count, mark]) => <div key={name} className={count > 0 ? mark : 'vf-faint'}><dd className="vf-num">{format.number(count)}</dd><dt>{name}</dt></div>)}
    </dl>
  );
}
