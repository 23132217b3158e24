import '../parts/relate/people/people.css';
import { useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf } from '../answers.ts';
import { call } from '../call.ts';
import { useAllText, useFormat } from '../text/locale.ts';
import { say, sayDone } from '../undo.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { ContactDrop } from '../parts/relate/people/contactDrop.tsx';
import { ContactPreview, type ContactsRead } from '../parts/relate/people/contactPreview.tsx';
import { forgetPeople, useLivePeople } from '../parts/relate/people/forgetPeople.ts';
import { PeopleTable } from '../parts/relate/people/peopleTable.tsx';
import { PersonDrawer } from '../parts/relate/people/personDrawer.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import type { PersonRow } from '../parts/relate/people/types.ts';

/** A colleague's own contacts (我的人脉, R2): bring them, see what is shared, keep some to oneself. */
export default function ContactsPage() {
  const { people: t } = useAllText();
  const format = useFormat();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as { person?: unknown };
  const [words, setWords] = useState('');
  const [limit, setLimit] = useState(200);
  const [read, setRead] = useState<ContactsRead | null>(null);
  const [error, setError] = useState<unknown>(null);
  const q = useDeferredValue(words.trim());
  const { data, error: failed, refetch } = useQuery({ ...answerOf('GET /api/contacts', { query: { limit, ...(q ? { q } : {}) } }), placeholderData: keepPreviousData });
  useLivePeople();
  const opened = Number(raw.person);
  const open = (id: number | null): void => void navigate({ to: '/contacts', search: (id === null ? {} : { person: id }) as never, replace: true, resetScroll: false });
  const act = async (work: () => Promise<{ event: number }>, done: string, undo = true): Promise<void> => {
    setError(null);
    try {
      const { event } = await work();
      if (undo && event > 0) sayDone(done, event);
      else say(done);
      await forgetPeople();
    } catch (cause) {
      setError(cause);
    }
  };
  const keep = (row: PersonRow): void => void act(() => call('POST /api/people/{id}/private', { params: { id: row.id }, body: { private: !row.private } }), (row.private ? t.nowShared : t.nowPrivate)({ name: row.name }));
  return (
    <Page wide title={t.contactsTitle} lead={t.contactsLead}>
      {failed && !data ? <ErrorNote error={failed} retry={() => void refetch()} /> : !data ? <RowsSkeleton rows={8} /> : read ? <ContactPreview read={read} close={() => setRead(null)} /> : (
        <div className="vf-stack">
          {data.can.import ? <ContactDrop done={setRead} /> : null}
          {error ? <ErrorNote error={error} /> : null}
          {data.rows.length === 0 && q === '' ? <Empty sentence={t.contactsEmpty} example={t.contactsEmptyExample} /> : (
            <section>
              <div className="vf-people-tools"><Input allowClear size="small" className="vf-people-find" aria-label={t.find} placeholder={t.find} value={words} maxLength={100} onChange={(event) => setWords(event.target.value)} /><span className="vf-small vf-quiet" role="status">{t.count(data.rows.length)}{data.next === null ? '' : '+'}</span></div>
              {data.rows.length === 0 ? <p className="vf-quiet">{t.noneFound}</p> : <PeopleTable rows={data.rows} open={open} organisation end={(row) => (data.can.import ? <button type="button" className="vf-link vf-small" aria-label={`${row.private ? t.share : t.keepPrivate}: ${row.name}`} onClick={() => keep(row)}>{row.private ? t.share : t.keepPrivate}</button> : null)} />}
              {data.next === null || limit >= 500 ? null : <p><Button onClick={() => setLimit(500)}>{t.more}</Button></p>}
            </section>
          )}
          {data.imports.length > 0 ? (
            <section>
              <h2>{t.imports}</h2>
              <ul className="vf-contact-imports">
                {data.imports.map((one) => (
                  <li key={one.id}>
                    <span>{t.importLine({ file: one.fileName, created: one.created, private: one.private })}</span><span className="vf-small vf-faint vf-num">{format.time(one.at)}</span>
                    {one.undoneAt ? <span className="vf-small vf-faint">{t.importUndone}</span> : one.event === null ? null : <button type="button" className="vf-link vf-small" onClick={() => void act(() => call('POST /api/events/{id}/undo', { params: { id: one.event! } }), t.importTaken, false)}>{t.undoImport}</button>}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      )}
      {Number.isInteger(opened) && opened > 0 ? <PersonDrawer key={opened} id={opened} close={() => open(null)} /> : null}
    </Page>
  );
}
