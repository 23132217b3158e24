import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { FACT_KINDS } from '#domain/factKinds.ts';
import { SOURCE_TYPES } from '#domain/select/fact.ts';
import { EVIDENCE } from '#domain/select/evidence.ts';
import type { EvidenceKind } from '#domain/select/model.ts';
import { answerOf } from '../../answers.ts';
import { useText } from '../../text/locale.ts';
import { changed, type FactDraft } from './factDraft.ts';

const EVIDENCE_KINDS = Object.keys(EVIDENCE) as EvidenceKind[];
/** Invoice lines looked at for the files that brought them. */
const LINES = 200;

/** Everything of a fact but its statement, in one compact row: how it is known, from where, when, and what it is about. */
export function FactFields({ accountId, draft, change, faults, today }: { accountId: number; draft: FactDraft; change: (next: FactDraft) => void; faults: ReadonlyMap<string, string>; today: string }) {
  const { common, errors, facts: t } = useText();
  const set = (patch: Partial<FactDraft>): void => change(changed(draft, patch));
  const status = (field: keyof FactDraft): '' | 'error' => (faults.has(field) ? 'error' : '');
  // What was read in a source we keep is cited to the character: its place is not typed.
  const kept = draft.sourceType === 'document';
  const shown = [...faults].filter(([field]) => field !== 'statement');
  return (
    <div className="vf-fact-fields">
      <Select size="small" aria-label={t.evidence} title={t.evidence} value={draft.evidence} onChange={(evidence) => set({ evidence })} popupMatchSelectWidth={false} options={EVIDENCE_KINDS.map((value) => ({ value, label: common.evidenceKinds[value] }))} />
      <Select size="small" aria-label={t.sourceType} title={t.sourceType} value={draft.sourceType} onChange={(sourceType) => set({ sourceType })} popupMatchSelectWidth={false} disabled={kept} options={SOURCE_TYPES.filter((value) => value !== 'document' || kept).map((value) => ({ value, label: common.sourceTypes[value] }))} />
      {draft.sourceType === 'import' ? <ImportChoice accountId={accountId} draft={draft} set={set} failed={faults.has('importId')} /> : (
        <Input size="small" className="vf-fact-source" aria-label={t.source} disabled={kept} placeholder={draft.sourceType === 'document' ? undefined : t.sourceHints[draft.sourceType]} value={draft.source} status={status('source')} maxLength={500} onChange={(event) => set({ source: event.target.value })} />
      )}
      {draft.sourceType === 'url' ? <Input size="small" type="url" inputMode="url" className="vf-fact-source" aria-label={t.url} placeholder={t.urlHint} value={draft.url ?? ''} status={status('url')} maxLength={2000} onChange={(event) => set({ url: event.target.value.trim() })} /> : null}
      <label className="vf-fact-day" title={t.observedOn}><span className="vf-hidden">{t.observedOn}</span><input type="date" className="vf-day" value={draft.observedOn} max={today} aria-invalid={faults.has('observedOn')} onChange={(event) => set({ observedOn: event.target.value })} /></label>
      <Select size="small" aria-label={t.kind} title={t.kind} value={draft.kind} onChange={(kind) => set({ kind })} popupMatchSelectWidth={false} options={FACT_KINDS.map((value) => ({ value, label: common.factKinds[value] }))} />
      {draft.kind === 'certification' ? <label className="vf-fact-day vf-small vf-quiet">{t.expiresOn} <input type="date" className="vf-day" value={draft.expiresOn ?? ''} aria-invalid={faults.has('expiresOn')} onChange={(event) => set({ expiresOn: event.target.value || null })} /></label> : null}
      {shown.length > 0 ? <ul className="vf-fact-faults vf-small" role="alert">{shown.map(([field, reason]) => <li key={field}>{faultNames[field as keyof typeof faultNames] ? `${t[faultNames[field as keyof typeof faultNames]]}: ` : ''}{errors.fields[reason] ?? reason}</li>)}</ul> : null}
    </div>
  );
}

const faultNames = { url: 'url', observedOn: 'observedOn', expiresOn: 'expiresOn', importId: 'importId' } as const;

/** Files that have brought lines of this customer; a fact that was read off them names one. */
function ImportChoice({ accountId, draft, set, failed }: { accountId: number; draft: FactDraft; set: (patch: Partial<FactDraft>) => void; failed: boolean }) {
  const { facts: t } = useText();
  const lines = useQuery({ ...answerOf('GET /api/accounts/{id}/invoices', { params: { id: accountId }, query: { limit: LINES } }), staleTime: 300_000 });
  const files = new Map((lines.data?.rows ?? []).map((row) => [row.importId, row.fileName]));
  if (draft.importId !== null && !files.has(draft.importId)) files.set(draft.importId, draft.source);
  return (
    <Select
      size="small" className="vf-fact-source" aria-label={t.importId} placeholder={t.sourceHints.import} value={draft.importId} status={failed ? 'error' : ''} loading={lines.isPending} notFoundContent={t.noImports} popupMatchSelectWidth={false}
      options={[...files].map(([value, label]) => ({ value, label }))} onChange={(importId: number) => set({ importId, source: files.get(importId) ?? '' })}
    />
  );
}
