import '../parts/capability/capability.css';
import '../parts/opportunity/opportunity.css';
import { useDeferredValue, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ASPECTS, type Aspect } from '#domain/insight/aspects.ts';
import { readCapabilities } from '#domain/insight/pastedNotes.ts';
import { answerOf } from '../answers.ts';
import { call } from '../call.ts';
import { useAllText } from '../text/locale.ts';
import { sayDone } from '../undo.ts';
import { Catalogue } from '../parts/capability/catalogue.tsx';
import { PasteDrawer } from '../parts/capability/pasteDrawer.tsx';
import { ToBuild } from '../parts/capability/toBuild.tsx';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { forgetOpportunities } from '../parts/opportunity/forgetOpportunities.ts';
import { useLiveNotes } from '../parts/opportunity/useLiveNotes.ts';
import { Page } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';

const SHOWS = ['catalogue', 'build'] as const;

/** Our capabilities (能力库) with their proofs, and what we should build. */
export default function CapabilitiesPage() {
  const { match: t } = useAllText();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as { show?: unknown; aspect?: unknown };
  const show = SHOWS.find((one) => one === raw.show) ?? 'catalogue';
  const aspect = ASPECTS.find((one) => one === raw.aspect);
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const q = useDeferredValue(words.trim());
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/capabilities', { query: { ...(q ? { q } : {}), ...(aspect ? { aspect } : {}) } }), placeholderData: keepPreviousData });
  useLiveNotes(null);
  const go = (patch: { show?: (typeof SHOWS)[number]; aspect?: Aspect | undefined }): void => {
    const next = { show, aspect, ...patch };
    void navigate({ to: '/capabilities', search: { ...(next.show === 'build' ? { show: 'build' } : {}), ...(next.aspect ? { aspect: next.aspect } : {}) } as never, replace: true });
  };
  const add = data?.can.keep ? <Button type="primary" onClick={() => setAdding(true)}>{t.add}</Button> : null;
  const filtered = q !== '' || aspect !== undefined;
  return (
    <Page wide title={t.title} lead={t.lead} action={add}>
      <div className="vf-opportunity-tools vf-noprint">
        <Segments label={t.show} value={show} choose={(next) => go({ show: next })} options={SHOWS.map((value) => ({ value, text: t.shows[value] }))} />
        {show === 'catalogue' ? (
          <>
            <Input allowClear size="small" className="vf-opportunity-find" aria-label={t.find} placeholder={t.find} value={words} maxLength={100} onChange={(event) => setWords(event.target.value)} />
            <Select size="small" aria-label={t.aspect} popupMatchSelectWidth={false} value={aspect ?? ''} onChange={(next: string) => go({ aspect: (next || undefined) as Aspect | undefined })} options={[{ value: '', label: t.allAspects }, ...ASPECTS.map((value) => ({ value, label: t.aspects[value] }))]} />
            {data ? <span className="vf-small vf-quiet" role="status">{t.capabilities(data.rows.length)}</span> : null}
          </>
        ) : null}
      </div>
      {show === 'build' ? <ToBuild /> : error && !data ? <ErrorNote error={error} retry={() => void refetch()} /> : !data ? <RowsSkeleton /> : data.rows.length > 0 ? <Catalogue rows={data.rows} may={data.can.keep} /> : filtered ? <p className="vf-quiet">{t.noneFound}</p> : <Empty sentence={t.emptyCatalogue} example={t.emptyCatalogueExample} action={add} />}
      {adding ? (
        <PasteDrawer
          title={t.add} lead={t.addLead} example={t.addExample} placeholder={t.addPlaceholder} read={readCapabilities} button={t.save} close={() => setAdding(false)}
          row={(one) => <><strong>{one.name}</strong><span className="vf-small vf-faint">{t.aspects[one.aspect]}</span>{one.text ? <span className="vf-small vf-quiet">{one.text}</span> : null}{one.proofs.map((proof) => <span key={proof.title} className="vf-evidence vf-proven">{t.proofKinds[proof.kind]} · {proof.title}{proof.expiresOn ? ` · ${t.until({ day: proof.expiresOn })}` : ''}</span>)}</>}
          save={async (rows) => {
            const { event } = await call('POST /api/capabilities', { body: { capabilities: rows.map((one) => ({ ...one, proofs: one.proofs.map((proof) => ({ ...proof })) })) } });
            sayDone(t.added({ n: rows.length, name: rows[0]!.name }), event);
            await forgetOpportunities();
          }}
        />
      ) : null}
    </Page>
  );
}
