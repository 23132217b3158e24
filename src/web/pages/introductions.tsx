import '../parts/relate/ways/ways.css';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf } from '../answers.ts';
import { useMe } from '../me.ts';
import { useAllText, useFormat } from '../text/locale.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { useLivePeople } from '../parts/relate/people/forgetPeople.ts';
import { PersonField } from '../parts/relate/ways/personField.tsx';
import { Requests, WaitingFirst } from '../parts/relate/ways/requests.tsx';
import type { WaysSearch } from '../parts/relate/ways/search.ts';
import { TellTie } from '../parts/relate/ways/tellTie.tsx';
import { WaysOf } from '../parts/relate/ways/waysOf.tsx';
import { WorthReaching } from '../parts/relate/ways/worthReaching.tsx';
import { Segments } from '../parts/segments.tsx';

const SHOWS = ['ways', 'waiting', 'mine', 'asked'] as const;

/** Introductions (引荐): type a name, see the ways from us to them, ask; and what became of the requests. */
export default function IntroductionsPage() {
  const { ways: t } = useAllText();
  const format = useFormat();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as WaysSearch;
  const [typed, setTyped] = useState<number | null>(null);
  const [telling, setTelling] = useState(false);
  useLivePeople();
  const go = (patch: { [Name in keyof WaysSearch]: WaysSearch[Name] | undefined }): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined));
    void navigate({ to: '/introductions', search: next as never, replace: true });
  };
  const show = search.show ?? 'ways';
  const chosen = useQuery({ ...answerOf('GET /api/people/{id}', { params: { id: search.person ?? 0 } }), enabled: search.person !== undefined }).data?.person;
  const person = typed ?? search.person ?? null;
  const { can: { recordPerson: may }, waiting: { introductions: waiting } } = useMe();
  const tell = may ? <Button onClick={() => setTelling(true)}>{t.tell}</Button> : null;
  return (
    <Page wide title={t.title} lead={t.lead} action={tell}>
      <div className="vf-ways-find vf-noprint">
        <Segments label={t.show} value={show} choose={(next) => go({ show: next === 'ways' ? undefined : next })} options={SHOWS.map((value) => ({ value, text: value === 'waiting' && waiting > 0 ? `${t.shows.waiting} ${format.number(waiting)}` : t.shows[value] }))} />
        {show === 'ways' ? (
          <>
            <PersonField large label={t.find} value={search.person ?? null} known={chosen} typing={setTyped} choose={(next) => { setTyped(null); go({ person: next ?? undefined }); }} />
            <div className="vf-ways-tools">
              <Checkbox checked={search.me === 'yes'} onChange={(event) => go({ me: event.target.checked ? 'yes' : undefined })}>{t.mine}</Checkbox>
              <Checkbox checked={search.differ === 'disjoint'} onChange={(event) => go({ differ: event.target.checked ? 'disjoint' : undefined })}>{t.disjoint}</Checkbox>
              <Checkbox checked={search.unknown === 'yes'} onChange={(event) => go({ unknown: event.target.checked ? 'yes' : undefined })}><span title={t.unknownHint}>{t.unknown}</span></Checkbox>
            </div>
          </>
        ) : null}
      </div>
      {show === 'ways' && person === null ? <WaitingFirst all={() => go({ show: 'waiting' })} /> : null}
      {show !== 'ways' ? <Requests side={show} /> : person === null ? <WorthReaching choose={(next) => go({ person: next })} none={<Empty sentence={t.empty} example={t.emptyExample} action={may ? <Button type="primary" onClick={() => setTelling(true)}>{t.emptyAction}</Button> : undefined} />} /> : <WaysOf key={person} person={person} search={search} useUnknown={() => go({ unknown: 'yes' })} />}
      {telling ? <TellTie a={null} b={null} close={() => setTelling(false)} /> : null}
    </Page>
  );
}
