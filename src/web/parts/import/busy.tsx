import { Button } from 'antd';
import { useChange } from '../../answers.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Progress } from '../progress.tsx';
import type { Import } from './types.ts';

/** While the server reads, takes or takes out: rows, rows per second, time left, and "Stop" as long as nothing is taken. */
export function Busy({ view }: { view: Import }) {
  const { imports: t } = useAllText();
  const format = useFormat();
  const cancel = useChange('POST /api/imports/{id}/cancel', { forgets: ['GET /api/imports/{id}', 'GET /api/imports'], done: () => say(t.stopped) });
  const { progress } = view;
  const stage = progress?.stage ?? (view.state === 'committing' ? 'committing' : view.state === 'undoing' ? 'undoing' : 'reading');
  const notes = progress ? [
    progress.total === null ? t.rowsSoFar(format.number(progress.done)) : t.rowsDone(format.number(progress.done), format.number(progress.total)),
    progress.rowsPerSecond > 0 ? t.perSecond(format.number(Math.round(progress.rowsPerSecond))) : null,
    progress.secondsLeft !== null && progress.secondsLeft >= 1 ? t.left(format.duration(progress.secondsLeft)) : null,
  ].filter(Boolean).join(' · ') : null;
  return (
    <section className="vf-stack vf-busy">
      <Progress label={t.busy[stage]} share={progress?.total ? Math.min(1, progress.done / progress.total) : null} note={notes} />
      <div className="vf-spread vf-wrap">
        <p className="vf-quiet">{view.state === 'reading' ? t.nothingYet : t.takenWhole}</p>
        {view.state === 'reading' ? <Button loading={cancel.isPending} onClick={() => cancel.mutate({ params: { id: view.id } })}>{t.stop}</Button> : null}
      </div>
      {cancel.error ? <ErrorNote error={cancel.error} /> : null}
    </section>
  );
}
