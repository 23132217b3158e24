import '../parts/relate/people/people.css';
import { useDeferredValue, useState } from 'react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '../call.ts';
import { useAllText } from '../text/locale.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { ContactDays } from '../parts/relate/people/contactDays.tsx';
import { ContactDrop } from '../parts/relate/people/contactDrop.tsx';
import { ContactImports } from '../parts/relate/people/contactImports.tsx';
import { contactPages } from '../parts/relate/people/contactPages.ts';
import { ContactPreview } from '../parts/relate/people/contactPreview.tsx';
import type { ContactsRead } from '../parts/relate/people/contactsRead.ts';
import { ContactsTable, type OwnContact } from '../parts/relate/people/contactsTable.tsx';
import { forgetPeople, useLivePeople } from '../parts/relate/people/forgetPeople.ts';
import { PersonDrawer } from '../parts/relate/people/personDrawer.tsx';
import { useSpokeWords } from '../parts/relate/people/spoke.tsx';
import { Segments } from '../parts/segments.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useChanging } from '../parts/changing.ts';

/** A colleague's own contacts (我的人脉, R2): bring them, see what is shared, keep some to oneself, say when you last spoke. */
export default function ContactsPage() {
  const { people: t, contacts: c } = useAllText();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as { person?: unknown; day?: unknown; pass?: unknown };
  const [words, setWords] = useState('');
  const [read, setRead] = useState<ContactsRead | null>(null);
  const { error, act } = useChanging(forgetPeople);
  const say = useSpokeWords();
  const q = useDeferredValue(words.trim());
  const noDay = raw.day === 'unknown';
  const query = useInfiniteQuery({ ...contactPages(q, noDay), placeholderData: keepPreviousData });
  const first = query.data?.pages[0];
  useLivePeople();
  const opened = Number(raw.person);
  const go = (search: { person?: number; day?: 'unknown'; pass?: 'yes' }): void => void navigate({ to: '/contacts', search: search as never, replace: true, resetScroll: false });
  const kept = noDay ? { day: 'unknown' as const } : {};
  const keep = (row: OwnContact): void => void act(() => call('POST /api/people/{id}/private', { params: { id: row.id }, body: { private: !row.private } }), (row.private ? t.nowShared : t.nowPrivate)({ name: row.name }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const counts = first?.counts ?? { all: rows.length, noDay: 0 };
  const pass = <Button type={counts.noDay > 0 ? 'primary' : 'default'} onClick={() => go({ pass: 'yes' })}>{c.pass(counts.noDay)}</Button>;
  return (
    <Page wide title={t.contactsTitle} lead={t.contactsLead}>
      {query.error && !query.data ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : !first ? <RowsSkeleton rows={8} /> : read ? <ContactPreview read={read} close={() => setRead(null)} /> : raw.pass === 'yes' && first.can.import ? <ContactDays close={() => go({})} /> : (
        <div className="vf-stack">
          {first.can.import ? <ContactDrop done={setRead} first={counts.all === 0} /> : null}
          {error ? <ErrorNote error={error} /> : null}
          {counts.all === 0 ? (first.can.import ? null : <Empty sentence={t.contactsEmpty} example={t.contactsEmptyExample} />) : (
            <section>
              <div className="vf-people-tools">
                <Input allowClear className="vf-people-find" aria-label={t.find} placeholder={t.find} value={words} maxLength={100} onChange={(event) => setWords(event.target.value)} />
                <Segments label={c.show} value={noDay ? 'unknown' : 'all'} choose={(next) => go(next === 'unknown' ? { day: 'unknown' } : {})} options={[{ value: 'all', text: c.all }, { value: 'unknown', text: c.noDay }]} />
                <span className="vf-small vf-quiet" role="status">{t.count(q === '' ? (noDay ? counts.noDay : counts.all) : rows.length)}{q !== '' && query.hasNextPage ? '+' : ''}</span>
                {counts.noDay > 0 && first.can.import ? <span className="vf-people-end">{pass}</span> : null}
              </div>
              {rows.length === 0 ? <p className="vf-quiet">{q === '' ? c.passDone : t.noneFound}</p> : (
                <ContactsTable rows={rows} open={(person) => go({ ...kept, person })} keep={keep} say={(row, spoke) => void act(() => call('POST /api/contacts/spoke', { body: { contacts: [{ tie: row.tie!.id, spoke }] } }), c.said({ name: row.name, spoke: say(spoke) }))} />
              )}
              {query.hasNextPage ? <p className="vf-people-more"><Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button></p> : null}
            </section>
          )}
          <ContactImports imports={first.imports} more={first.importsMore} act={act} />
        </div>
      )}
      {Number.isInteger(opened) && opened > 0 ? <PersonDrawer key={opened} id={opened} close={() => go(kept)} open={(person) => go({ ...kept, person })} /> : null}
    </Page>
  );
}
