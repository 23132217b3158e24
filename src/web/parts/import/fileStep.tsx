import type { ReactNode } from 'react';
import { Button, Select } from 'antd';
import { useChange } from '../../answers.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { columnName } from '#domain/select/columnName.ts';
import type { Findings, Import, Plan } from './types.ts';
import { WhyNot } from './whyNot.tsx';

const DELIMITERS = [[',', 'comma'], [';', 'semicolon'], ['\t', 'tab'], ['|', 'bar']] as const;
type Look = { sheet?: string; headerRow?: number; encoding?: string; delimiter?: string; kind?: Plan['kind'] };

/** Step 1: the right table? Every change reads the first rows anew. */
export function FileStep({ id, findings, plan, found, next, failed }: { id: number; failed: Import['error']; findings: Findings; plan: Plan; found: (findings: Findings) => void; next: () => void }) {
  const { imports: t } = useAllText();
  const format = useFormat();
  const look = useChange('POST /api/imports/{id}/preview', { done: found });
  const see = (change: Look): void => {
    // A new sheet, encoding or content changes what the headers are: only the header row keeps the rest.
    const kept = { sheet: plan.sheet, encoding: plan.encoding || undefined, delimiter: plan.delimiter || undefined, kind: plan.kind };
    look.mutate({ params: { id }, body: { ...kept, ...change } });
  };
  return (
    <section className="vf-stack">
      <h2>{t.fileTitle}</h2>
      {findings.remembered ? <p className="vf-note">{t.remembered}</p> : null}
      {findings.notes.map((note) => {
        const word = t.notes[note.code];
        return word ? <p className="vf-note" key={note.code}>{word(Object.fromEntries(Object.entries(note.params).map(([key, value]) => [key, typeof value === 'number' ? format.number(value) : key === 'at' && value ? format.time(value) : value])))}</p> : null;
      })}
      {failed ? <WhyNot why={failed} /> : null}
      {look.error ? <ErrorNote error={look.error} /> : null}
      <div className="vf-options">
        <Option label={t.what}><Select aria-label={t.what} value={plan.kind} onChange={(kind: Plan['kind']) => see({ kind })} options={(['lines', 'customers'] as const).map((kind) => ({ value: kind, label: t.kinds[kind] }))} /></Option>
        {findings.sheets.length > 0 ? (
          <Option label={t.sheet}>
            <Select aria-label={t.sheet} value={plan.sheet ?? undefined} onChange={(sheet: string) => see({ sheet })} popupMatchSelectWidth={false}
              options={findings.sheets.map((sheet) => ({ value: sheet.name, label: `${sheet.name}${sheet.hidden ? ` (${t.hidden})` : ''}` }))} />
          </Option>
        ) : (
          <>
            <Option label={t.encoding}><Select aria-label={t.encoding} value={plan.encoding} onChange={(encoding: string) => see({ encoding })} popupMatchSelectWidth={false} options={Object.entries(t.encodings).map(([value, label]) => ({ value, label }))} /></Option>
            <Option label={t.delimiter}><Select aria-label={t.delimiter} value={plan.delimiter} onChange={(delimiter: string) => see({ delimiter })} popupMatchSelectWidth={false} options={DELIMITERS.map(([value, name]) => ({ value, label: t.delimiters[name] }))} /></Option>
          </>
        )}
        <Option label={t.headerRow}>
          <div className="vf-stepper">
            <Button aria-label={t.headerEarlier} disabled={findings.headerRow === 0} onClick={() => see({ headerRow: findings.headerRow - 1 })}>−</Button>
            <span className="vf-num" role="status">{findings.headerRow + 1}</span>
            <Button aria-label={t.headerLater} disabled={findings.headerRow >= 200} onClick={() => see({ headerRow: findings.headerRow + 1 })}>+</Button>
          </div>
        </Option>
      </div>
      <SheetPreview findings={findings} faded={look.isPending} />
      <div className="vf-actions"><Button type="primary" size="large" disabled={look.isPending || findings.headers.length === 0} onClick={next}>{t.toColumns}</Button></div>
    </section>
  );
}

export function Option({ label, children }: { label: string; children: ReactNode }) {
  return <div className="vf-option"><span aria-hidden>{label}</span>{children}</div>;
}

/** The first rows as a spreadsheet shows them: letters above, row numbers beside, the header row marked. */
function SheetPreview({ findings, faded }: { findings: Findings; faded: boolean }) {
  const { imports: t } = useAllText();
  const format = useFormat();
  return (
    <div className="vf-sheet vf-scroll-x" tabIndex={0} role="region" aria-label={t.preview} aria-busy={faded}>
      <table>
        <thead><tr><th aria-hidden />{findings.headers.map((_, i) => <th key={i} scope="col">{columnName(i)}</th>)}</tr></thead>
        <tbody>
          <tr className="vf-sheet-head"><th scope="row">{format.number(findings.headerRow + 1)}</th>{findings.headers.map((header, i) => <td key={i}>{header}</td>)}</tr>
          {findings.sample.slice(0, 12).map((cells, r) => (
            <tr key={r}><th scope="row">{format.number(findings.headerRow + 2 + r)}</th>{findings.headers.map((_, i) => <td key={i} title={cells[i]}>{cells[i]}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
