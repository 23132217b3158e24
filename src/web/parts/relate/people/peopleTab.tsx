import './people.css';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf } from '../../../answers.ts';
import { useAllText } from '../../../text/locale.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { Segments } from '../../segments.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { AddPeople } from './addPeople.tsx';
import { DuePeople } from './duePeople.tsx';
import { Duplicates } from './duplicates.tsx';
import { useLivePeople } from './forgetPeople.ts';
import { PeopleTable } from './peopleTable.tsx';
import { PersonDrawer } from './personDrawer.tsx';

const Coverage = lazy(() => import('../coverage/coverage.tsx'));

/** So many people at first; more by a button. */
const STEP = 100;
/** Rows of one list; of more people at one customer somebody is found by words. */
const MOST = 500;
const NO_PAIRS = { pairs: [], more: 0, beyond: 0 } as const;
const NOBODY_DUE = { rows: [], more: 0 } as const;

/** People of a customer (人脉, R1): as a list, or as coverage, ours against theirs. Both open a person beside them. */
export default function PeopleTab({ account, part }: { account: { readonly id: number; readonly name: string }; part: unknown }) {
  const { coverage: t } = useAllText();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as { person?: unknown; project?: unknown };
  useLivePeople();
  const view = part === 'coverage' ? 'coverage' : 'people';
  const project = idIn(raw.project);
  const opened = idIn(raw.person);
  const go = (search: { part?: 'coverage' | undefined; project?: number | undefined; person?: number | undefined }): void => {
    const kept = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
    void navigate({ to: '/accounts/$id', params: { id: String(account.id) }, search: { tab: 'people', ...kept } as never, replace: true, resetScroll: false });
  };
  const here = view === 'coverage' ? { part: 'coverage' as const, project } : {};
  const open = (person: number | null): void => go({ ...here, person: person ?? undefined });
  return (
    <div className="vf-people">
      <div className="vf-people-views vf-noprint"><Segments label={t.viewsLabel} value={view} choose={(next) => go(next === 'coverage' ? { part: 'coverage' } : {})} options={(['people', 'coverage'] as const).map((value) => ({ value, text: t.views[value] }))} /></div>
      {view === 'coverage' ? <Suspense fallback={<RowsSkeleton rows={10} />}><Coverage account={account} project={project} choose={(next) => go({ part: 'coverage', project: next })} open={open} toList={() => go({})} /></Suspense> : <PeopleList account={account} open={open} />}
      {opened === undefined ? null : <PersonDrawer key={opened} id={opened} close={() => open(null)} open={open} />}
    </div>
  );
}

function idIn(raw: unknown): number | undefined {
  const id = Number(raw);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** Whom we know there, and the places whose holder nobody knows. */
function PeopleList({ account, open }: { account: { readonly id: number }; open: (person: number | null) => void }) {
  const { people: t, privacy } = useAllText();
  const [words, setWords] = useState('');
  const [limit, setLimit] = useState(STEP);
  const [adding, setAdding] = useState(false);
  const [pairing, setPairing] = useState(false);
  const [deciding, setDeciding] = useState(false);
  const q = useDeferredValue(words.trim());
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/accounts/{id}/people', { params: { id: account.id }, query: { limit, ...(q ? { q } : {}) } }), placeholderData: keepPreviousData });
  const { pairs, more, beyond } = useQuery({ ...answerOf('GET /api/accounts/{id}/people/duplicates', { params: { id: account.id } }), enabled: data?.can.add === true }).data ?? NO_PAIRS;
  const due = useQuery({ ...answerOf('GET /api/people/due', { query: { account: account.id } }), enabled: data?.can.add === true }).data ?? NOBODY_DUE;
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={8} />;
  const add = data.can.add ? <Button type="primary" onClick={() => setAdding(true)}>{t.add}</Button> : null;
  return (
    <>
      {data.rows.length === 0 && q === '' ? <Empty sentence={t.empty} example={t.emptyExample} action={add} /> : (
        <>
          <div className="vf-people-tools vf-noprint">
            <Input allowClear className="vf-people-find" aria-label={t.find} placeholder={t.find} value={words} maxLength={100} onChange={(event) => { setWords(event.target.value); setLimit(STEP); }} />
            <span className="vf-small vf-quiet" role="status">{t.count(data.rows.length)}{data.next === null ? '' : '+'}</span>
            {pairs.length > 0 ? <button type="button" className="vf-link vf-small" onClick={() => setPairing(true)}>{t.duplicates(pairs.length + more)}</button> : null}
            <span className="vf-people-end">{add}</span>
          </div>
          {due.rows.length > 0 ? <p className="vf-note vf-spread vf-noprint" role="status"><span>{privacy.due(due.rows.length + due.more)}</span><Button size="small" onClick={() => setDeciding(true)}>{privacy.decide}</Button></p> : null}
          {data.rows.length === 0 ? <p className="vf-quiet">{t.noneFound}</p> : <PeopleTable rows={data.rows} open={open} />}
          {data.next === null ? null : limit < MOST ? <p><Button onClick={() => setLimit(Math.min(MOST, limit + STEP))}>{t.more}</Button></p> : <p className="vf-small vf-quiet">{t.listEnds(data.rows.length)}</p>}
        </>
      )}
      {adding ? <AddPeople accountId={account.id} close={() => setAdding(false)} /> : null}
      {pairing ? <Duplicates pairs={pairs} more={more} beyond={beyond} close={() => setPairing(false)} /> : null}
      {deciding && due.rows.length > 0 ? <DuePeople key={due.rows.map((row) => row.id).join()} rows={due.rows} more={due.more} erase={data.can.erase} open={(id) => { setDeciding(false); open(id); }} close={() => setDeciding(false)} /> : null}
    </>
  );
}
