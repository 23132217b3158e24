import { Button, Select } from 'antd';
import { FIELDS } from '#domain/select/fields.ts';
import { useFormat, useAllText, useWords } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { columnName } from '#domain/select/columnName.ts';
import { needsOf } from './needs.ts';
import { ReadingOptions } from './readingOptions.tsx';
import { sampleReader } from './reading.ts';
import type { Field, Findings, Plan } from './types.ts';

/** Step 2: a row of choices over the sample; each cell shows how it will be read. */
export function ColumnsStep({ findings, plan, change, check, checking, error }: { findings: Findings; plan: Plan; change: (plan: Plan) => void; check: () => void; checking: boolean; error: unknown }) {
  const { imports: t } = useAllText();
  const missing = needsOf(plan).filter(({ met }) => !met).map(({ need }) => t.needs[need]);
  return (
    <section className="vf-stack">
      <div><h2>{t.columnsTitle}</h2><p className="vf-quiet">{t.columnsLead}</p></div>
      <ul className="vf-needs" aria-label={t.needed}>
        {needsOf(plan).map(({ need, met }) => <li key={need} className={met ? 'vf-need vf-need-met' : 'vf-need vf-missing'}><span aria-hidden>{met ? '✓' : '○'}</span> {t.needs[need]}</li>)}
      </ul>
      <MappingTable findings={findings} plan={plan} change={change} />
      <ReadingOptions plan={plan} change={change} />
      {error ? <ErrorNote error={error} /> : null}
      <div className="vf-actions">
        {missing.length > 0 ? <span className="vf-quiet" role="status">{t.needMissing(missing.join(' · '))}</span> : null}
        <Button type="primary" size="large" disabled={missing.length > 0} loading={checking} onClick={check}>{t.toCheck}</Button>
      </div>
    </section>
  );
}

function MappingTable({ findings, plan, change }: { findings: Findings; plan: Plan; change: (plan: Plan) => void }) {
  const { imports: t } = useAllText();
  const words = useWords();
  const format = useFormat();
  const read = sampleReader(plan, findings, format);
  const fields = FIELDS.filter((field) => field.kinds.includes(plan.kind));
  const fieldAt = (column: number): Field | undefined => (Object.keys(plan.columns) as Field[]).find((field) => plan.columns[field] === column);
  const headerAt = (column: number): string => findings.headers[column] || columnName(column);
  const choose = (column: number, field: Field | ''): void => {
    const columns = Object.fromEntries(Object.entries(plan.columns).filter(([name, at]) => at !== column && name !== field));
    if (field !== '') columns[field] = column;
    // A line cannot be known again by a field that is no longer there.
    change({ ...plan, columns, matchKeys: plan.matchKeys.filter((key) => columns[key] !== undefined) });
  };
  return (
    <div className="vf-sheet vf-mapping vf-scroll-x" tabIndex={0} role="region" aria-label={t.columnsTitle}>
      <table>
        <thead>
          <tr>
            {findings.headers.map((_, column) => {
              const field = fieldAt(column);
              return (
                <th key={column} scope="col">
                  <Select
                    aria-label={t.columnIs(headerAt(column))} value={field ?? ''} className={field ? 'vf-mapped' : 'vf-unmapped'} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }}
                    onChange={(next: Field | '') => choose(column, next)}
                    options={[
                      { value: '', label: t.unused },
                      ...fields.map(({ name, label }) => {
                        const elsewhere = plan.columns[name];
                        return { value: name, label: elsewhere === undefined || elsewhere === column ? words(label) : t.movedFrom(words(label), headerAt(elsewhere)) };
                      }),
                    ]}
                  />
                </th>
              );
            })}
          </tr>
          <tr className="vf-sheet-head">{findings.headers.map((header, column) => <td key={column} className={fieldAt(column) ? undefined : 'vf-faint'}>{header || columnName(column)}</td>)}</tr>
        </thead>
        <tbody>
          {findings.sample.slice(0, 8).map((cells, r) => (
            <tr key={r}>
              {findings.headers.map((_, column) => {
                const field = fieldAt(column);
                const cell = cells[column] ?? '';
                const reading = field ? read(field, cell, cells) : null;
                return (
                  <td key={column} className={field ? undefined : 'vf-faint'} title={cell}>
                    <span className="vf-clip">{cell}</span>
                    {reading === null || ('text' in reading && reading.text === cell) ? null : 'wrong' in reading
                      ? <span className="vf-read vf-read-wrong">{t.unreadable}</span>
                      : <span className="vf-read vf-num">→ {reading.text}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
