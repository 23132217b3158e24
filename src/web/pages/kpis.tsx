import '../parts/kpis/kpis.css';
import { useDeferredValue, useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { FUNCTION_WORDS } from '#domain/insight/kpi/briefWords.ts';
import { FUNCTIONS, type PositionFunction } from '#domain/insight/kpi/kpi.ts';
import { answerOf, forget } from '../answers.ts';
import { call } from '../call.ts';
import { useListKeys } from '../listKeys.ts';
import { useAllText, useFormat, useWords } from '../text/locale.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { useNoting } from '../parts/insight/positions/useNoting.ts';
import { KpiForm, type KpiRow, type Written } from '../parts/kpis/kpiForm.tsx';
import { Page } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';

/** The KPI library: what the people at a customer are measured by, in the company's own words. */
export default function KpisPage() {
  const { kpis: t } = useAllText();
  const words = useWords();
  const format = useFormat();
  const note = useNoting();
  const [text, setText] = useState('');
  const [of, setOf] = useState<PositionFunction | undefined>();
  const [hidden, setHidden] = useState<'no' | 'only'>('no');
  const [editing, setEditing] = useState<KpiRow | 'new' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const q = useDeferredValue(text.trim().slice(0, 100));
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/kpis', { query: { hidden, ...(q ? { q } : {}), ...(of ? { function: of } : {}) } }), placeholderData: keepPreviousData });
  const change = async (work: () => Promise<{ event: number }>, done: string): Promise<boolean> => {
    const changed = await note(work, done);
    await forget('GET /api/kpis');
    return changed;
  };
  const save = (written: Written): Promise<boolean> => (editing === 'new' || editing === null
    ? change(() => call('POST /api/kpis', { body: written }), t.added({ name: words(written.name) }))
    : change(() => call('PUT /api/kpis/{key}', { params: { key: editing.key }, body: written }), t.saved({ name: words(written.name) })));
  const may = data?.can.keep ?? false;
  const groups = Map.groupBy(data?.rows ?? [], (row) => row.function);
  return (
    <Page wide title={t.title} lead={t.lead} action={may ? <Button type="primary" onClick={() => setEditing('new')}>{t.add}</Button> : null}>
      <div className="vf-kpis-head vf-noprint">
        <Input allowClear aria-label={t.search} placeholder={t.search} value={text} onChange={(event) => setText(event.target.value)} />
        <Select aria-label={t.function} value={of ?? ''} popupMatchSelectWidth={false} onChange={(value) => setOf(FUNCTIONS.find((one) => one === value))} options={[{ value: '' as const, label: t.allFunctions }, ...FUNCTIONS.map((value) => ({ value, label: words(FUNCTION_WORDS[value]) }))]} />
        {data && (data.hidden > 0 || hidden === 'only') ? <Segments label={t.shown} value={hidden} choose={setHidden} options={[{ value: 'no', text: t.shown }, { value: 'only', text: t.hidden({ n: data.hidden }) }]} /> : null}
        {data ? <span className="vf-small vf-quiet">{t.count({ n: data.rows.length })}</span> : null}
      </div>
      {error && !data ? <ErrorNote error={error} retry={() => void refetch()} /> : !data ? <RowsSkeleton rows={12} /> : data.rows.length === 0 ? <p className="vf-quiet">{hidden === 'only' ? t.noneHidden : t.noneFound}</p> : (
        <div ref={list}>
          {[...groups].map(([name, rows]) => (
            <section key={name} aria-label={words(FUNCTION_WORDS[name])}>
              <h2 className="vf-kpis-function">{words(FUNCTION_WORDS[name])} <span className="vf-small vf-faint">{format.number(rows.length)}</span></h2>
              <ul>{rows.map((kpi) => <Row key={kpi.key} kpi={kpi} may={may} edit={() => setEditing(kpi)} change={change} />)}</ul>
            </section>
          ))}
        </div>
      )}
      <KpiForm kpi={editing === 'new' ? null : editing} open={editing !== null} close={() => setEditing(null)} save={save} />
    </Page>
  );
}

function Row({ kpi, may, edit, change }: { kpi: KpiRow; may: boolean; edit: () => void; change: (work: () => Promise<{ event: number }>, done: string) => Promise<boolean> }) {
  const { kpis: t } = useAllText();
  const words = useWords();
  const name = words(kpi.name);
  const params = { key: kpi.key };
  return (
    <li className="vf-kpi" data-row tabIndex={-1}>
      <div>
        <p><strong>{name}</strong>{kpi.origin === 'library' ? null : <> <span className="vf-tag">{t.origins[kpi.origin]}</span></>}</p>
        <p className="vf-small vf-quiet" title={t.measure}>{words(kpi.measure)}</p>
        <p className="vf-small vf-faint">{words(kpi.unit)} · {t.directions[kpi.direction]}</p>
      </div>
      <p title={t.needs}>{words(kpi.needs)}</p>
      <ul title={t.topics}>{kpi.topics.map((topic, n) => <li key={n}>{words(topic)}</li>)}</ul>
      {may ? (
        <div className="vf-kpi-tools vf-small vf-noprint">
          <button type="button" className="vf-link" aria-label={t.editOf({ name })} onClick={edit}>{t.edit}</button>
          {kpi.origin === 'changed' ? <button type="button" className="vf-link" onClick={() => void change(() => call('POST /api/kpis/{key}/reset', { params }), t.resetDone({ name }))}>{t.reset}</button> : null}
          {kpi.origin === 'own' ? <button type="button" className="vf-link" onClick={() => void change(() => call('POST /api/kpis/{key}/reset', { params }), t.removed({ name }))}>{t.remove}</button> : null}
          <button type="button" className="vf-link" onClick={() => void change(() => call('POST /api/kpis/{key}/hide', { params, body: { hidden: !kpi.hidden } }), (kpi.hidden ? t.shownNow : t.hiddenNow)({ name }))}>{kpi.hidden ? t.show : t.hide}</button>
        </div>
      ) : <span />}
    </li>
  );
}
