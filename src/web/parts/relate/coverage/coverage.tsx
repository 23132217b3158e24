import './coverage.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { answerOf, forget } from '../../../answers.ts';
import { useLive } from '../../../live.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { say } from '../../../undo.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { tsv } from '../../portfolio/tsv.ts';
import { RowsSkeleton } from '../../skeleton.tsx';
import { coverageCells } from './coverageCells.ts';
import { GapList } from './gapList.tsx';
import { MatrixTable } from './matrixTable.tsx';
import { namesIn, type CoverageView } from './words.ts';

/** Coverage of a customer, or of the people on one project's power map (覆盖矩阵, R3 and R7): levels, functions, and what is missing. */
export default function Coverage({ account, project, choose, open, toList }: { account: { readonly id: number; readonly name: string }; project: number | undefined; choose: (project: number | undefined) => void; open: (person: number) => void; toList: () => void }) {
  const texts = useAllText();
  const { coverage: t } = texts;
  const format = useFormat();
  const { data: view, error, refetch } = useQuery({ ...answerOf('GET /api/accounts/{id}/coverage', { params: { id: account.id }, query: project === undefined ? {} : { project } }), placeholderData: keepPreviousData });
  useLive((message) => {
    if (message.type === 'change' && ['noted', 'teamAssigned', 'memberChanged'].includes(message.verb)) void forget('GET /api/accounts/{id}/coverage');
  });
  if (error && !view) return <><ErrorNote error={error} retry={() => void refetch()} />{project === undefined ? null : <Button onClick={() => choose(undefined)}>{t.everybody}</Button>}</>;
  if (!view) return <RowsSkeleton rows={10} />;
  if (view.them.length === 0 && view.project === null) return <Empty sentence={t.empty} example={t.emptyExample} action={view.can.add ? <Button type="primary" onClick={toList}>{t.emptyAction}</Button> : undefined} />;
  const names = namesIn(view, t.comma, (name) => t.unnamed({ name }));
  const copy = (): void => void navigator.clipboard.writeText(tsv(coverageCells(view, names, texts))).then(() => say(t.copied));
  return (
    <div className="vf-coverage">
      <div className="vf-cov-head">
        <h2 className="vf-paper">{[account.name, t.title, view.project?.name, format.day(view.asOf)].filter(Boolean).join(' · ')}</h2>
        <p className="vf-quiet vf-noprint vf-cov-lead">{t.lead}</p>
        <div className="vf-row vf-wrap vf-noprint">
          {view.projects.length > 0 ? (
            <Select aria-label={t.whose} value={view.project?.id ?? 0} popupMatchSelectWidth={false} onChange={(id: number) => choose(id === 0 ? undefined : id)}
              options={[{ value: 0, label: t.everybody }, ...view.projects.map(({ id, name, closed }) => ({ value: id, label: closed ? t.closed({ name }) : name }))]} />
          ) : null}
          <Button onClick={copy}>{t.copy}</Button><Button onClick={() => window.print()}>{t.print}</Button>
        </div>
      </div>
      {view.leftOut.beyond > 0 ? <p className="vf-note" role="status">{t.beyond({ first: format.number(view.them.length + view.leftOut.objecting + view.leftOut.outsiders), all: format.number(view.them.length + view.leftOut.objecting + view.leftOut.outsiders + view.leftOut.beyond), choose: view.projects.length > 0 })}</p> : null}
      <Figures view={view} />
      <div className="vf-cov-body">
        <div className="vf-cov-matrices">
          <MatrixTable title={t.levelMatrix} matrix={view.levels} labels={t.levels} help={t.levelHelp} names={names} open={open} />
          <MatrixTable title={t.functionMatrix} matrix={view.functions} labels={t.functions} names={names} open={open} />
          <Legend view={view} />
        </div>
        <GapList account={account} view={view} names={names} open={open} />
      </div>
    </div>
  );
}

/** Cells met of cells expected, with the denominator; whoever points at one reads how it is counted. */
function Figures({ view }: { view: CoverageView }) {
  const { coverage: t } = useAllText();
  const format = useFormat();
  const figures = { levels: view.levels.met, functions: view.functions.met, reached: view.reached };
  return (
    <dl className="vf-cov-figures">
      {(['levels', 'functions', 'reached'] as const).map((key) => (
        <div key={key} title={t.metHelp[key]}>
          <dt>{t.met[key]}</dt>
          <dd className="vf-num">{t.of({ met: format.number(figures[key].met), expected: format.number(figures[key].expected) })}{figures[key].assumed > 0 ? <span className="vf-small vf-faint vf-cov-assumed">{t.assumed(figures[key].assumed)}</span> : null}</dd>
        </div>
      ))}
    </dl>
  );
}

function Legend({ view }: { view: CoverageView }) {
  const { coverage: t } = useAllText();
  const unplaced = { theirs: Math.max(view.levels.unplaced.theirs, view.functions.unplaced.theirs), ours: Math.max(view.levels.unplaced.ours, view.functions.unplaced.ours) };
  return (
    <div className="vf-cov-legend vf-small vf-quiet">
      <ul>{(['proven', 'assumed', 'stale'] as const).map((state) => <li key={state}><span className={`vf-cov-pair vf-${state}`} aria-hidden>A–B</span> {t.legend[state]}</li>)}</ul>
      <p>{[...(unplaced.theirs + unplaced.ours > 0 ? [t.unplaced(unplaced)] : []), ...(view.leftOut.outsiders > 0 ? [t.outsiders(view.leftOut.outsiders)] : []), ...(view.leftOut.objecting > 0 ? [t.objecting(view.leftOut.objecting)] : [])].join(' ')}</p>
    </div>
  );
}
