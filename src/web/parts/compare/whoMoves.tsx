import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { CLASSES, GRADES, type ScoreModel } from '#domain/select/model.ts';
import { call } from '../../call.ts';
import { useFormat, useAllText, useWords } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Segments } from '../segments.tsx';
import { RowsSkeleton } from '../skeleton.tsx';
import { MoverTable } from './moverTable.tsx';
import { namesOfBoth } from './moveSentence.ts';
import { TransitionTable, type Cell } from './transitionTable.tsx';

type Show = 'all' | 'up' | 'down';
type Names = { grades: readonly string[]; classes: readonly string[] };
const NAMES: Names = { grades: [...GRADES, 'none'], classes: [...CLASSES, 'none'] };

/** What the change of model does to the customers one sees: counts, tables from–to, and the movers with their reasons. */
export function WhoMoves({ a, b, modelA, modelB }: { a: number; b: number; modelA: ScoreModel | undefined; modelB: ScoreModel | undefined }) {
  const { diff: t, common } = useAllText();
  const format = useFormat();
  const words = useWords();
  const [show, setShow] = useState<Show>('all');
  const [cell, setCell] = useState<({ of: 'grade' | 'class' } & Cell) | null>(null);
  const filter = cell === null ? { show } : { show: 'all' as const, [`${cell.of}From`]: cell.from, [`${cell.of}To`]: cell.to };
  const query = useInfiniteQuery({
    queryKey: ['GET /api/models/compare', null, { a, b, ...filter }],
    queryFn: ({ pageParam, signal }) => call('GET /api/models/compare', { query: { a, b, ...filter, offset: pageParam, limit: 20 } as never, signal }),
    initialPageParam: 0, getNextPageParam: (page) => page.next, placeholderData: (before) => before,
  });
  const first = query.data?.pages[0];
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (!first) return <><p className="vf-quiet" role="status">{t.computing}</p><RowsSkeleton rows={6} /></>;
  if (first.customers === 0) return <p className="vf-quiet">{t.noCustomers}</p>;
  const movers = query.data!.pages.flatMap((page) => page.movers);
  const classWord = (name: string): string => (name === 'none' ? t.noneYet : common.classes[name as keyof typeof common.classes]);
  const gradeWord = (name: string): string => (name === 'none' ? t.noneYet : name);
  const chosen = (of: 'grade' | 'class'): Cell | null => (cell?.of === of ? cell : null);
  const choose = (of: 'grade' | 'class') => (next: Cell | null): void => setCell(next && { of, ...next });
  const word = cell?.of === 'class' ? classWord : gradeWord;
  return (
    <>
      <p className="vf-mover-summary" role="status">{t.summary({ moved: first.moved, all: format.number(first.customers), entering: first.top.entering, top: format.number(first.top.size) })}{first.everybody ? '' : ` ${t.amongYours}`}</p>
      <div className="vf-transitions">
        <TransitionTable title={t.grades} names={NAMES.grades} wordOf={gradeWord} counts={first.grades} chosen={chosen('grade')} choose={choose('grade')} />
        <TransitionTable title={t.classes} names={NAMES.classes} wordOf={classWord} counts={first.classes} chosen={chosen('class')} choose={choose('class')} />
      </div>
      <div className="vf-row vf-wrap vf-mover-tools">
        {cell ? <span className="vf-chip">{t.chip({ from: word(cell.from), to: word(cell.to) })}<button type="button" aria-label={t.clear} title={t.clear} onClick={() => setCell(null)}>×</button></span> : (
          <Segments label={t.show} value={show} options={[{ value: 'all', text: t.all }, { value: 'up', text: t.up({ n: format.number(first.up) }) }, { value: 'down', text: t.down({ n: format.number(first.down) }) }]} choose={setShow} />
        )}
        <span className="vf-small vf-faint">{t.moverOrder}</span>
        <span className="vf-small vf-faint vf-num">{t.listed({ shown: format.number(movers.length), all: format.number(first.total) })}</span>
      </div>
      <MoverTable movers={movers} name={namesOfBoth(modelA, modelB, words)} />
      {query.hasNextPage ? <Button className="vf-noprint" size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button> : null}
    </>
  );
}
