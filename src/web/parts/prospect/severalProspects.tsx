import { useMemo, useState } from 'react';
import { Button, Input, Select } from 'antd';
import { PASTED_FIELDS, readPasted, type PastedField } from '#domain/select/pastedRows.ts';
import { useChange } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { forgetAccounts } from './forgetAccounts.ts';
import { usePreview, type Draft } from './usePreview.ts';

/** As many as one look takes in; more is a file to bring. */
const MOST = 500;
const NAMES = { customerName: 'name', customerKey: 'key', country: 'country', industry: 'industry' } as const;

/** Rows copied in a spreadsheet: what each column is, what would be added, and what is wrong with which row. */
export function SeveralProspects({ close }: { close: () => void }) {
  const { prospect: t, errors } = useText();
  const format = useFormat();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<number, PastedField | null>>>({});
  const table = useMemo(() => readPasted(text), [text]);
  const columns = table.columns.map((column, i) => (i in chosen ? chosen[i]! : column));
  const named = columns.includes('customerName');
  const drafts: Draft[] = !named || table.rows.length > MOST ? [] : table.rows.map((row) => Object.fromEntries(
    PASTED_FIELDS.flatMap((field) => {
      const value = row[columns.indexOf(field)]?.trim() ?? '';
      return columns.includes(field) && (value !== '' || field === 'customerName') ? [[NAMES[field], value]] : [];
    }),
  ));
  const { rows, error } = usePreview(drafts);
  const good = rows ? drafts.map((draft, i) => ({ draft, row: rows[i]! })).filter(({ row }) => row.faults.length === 0) : [];
  const create = useChange('POST /api/accounts', {
    done: ({ ids, event }) => {
      sayDone(t.savedMany({ n: ids.length }), event);
      void forgetAccounts();
      close();
    },
  });
  const setColumn = (i: number, field: PastedField | null): void => setChosen({ ...Object.fromEntries(columns.map((other, at) => [at, other === field && field !== null ? null : other])), [i]: field });
  const word = (field: string): string => t.fields[(Object.keys(NAMES) as PastedField[]).find((one) => NAMES[one] === field) ?? 'customerName'];

  return (
    <form className="vf-stack" onSubmit={(event) => { event.preventDefault(); create.mutate({ body: { accounts: good.map(({ draft, row }) => ({ name: draft['name']!, key: row.key, country: draft['country'] ?? null, industry: draft['industry'] ?? null })) } }); }}>
      <label className="vf-field"><span>{t.paste}</span>
        <Input.TextArea autoFocus rows={4} aria-label={t.pasteLabel} placeholder={t.pasteExample} value={text} onChange={(event) => { setText(event.target.value); setChosen({}); }} className="vf-pasted" />
      </label>
      {table.rows.length > MOST ? <p className="vf-note" role="alert">{t.tooMany({ most: format.number(MOST), all: format.number(table.rows.length) })}</p> : table.rows.length === 0 ? null : (
        <>
          <div className="vf-scroll-x" role="region" aria-label={t.preview} tabIndex={0}>
            <table className="vf-table vf-pasted-table">
              <thead>
                <tr>
                  <th>{t.row}</th>
                  <th>{t.state}</th>
                  {columns.map((column, i) => (
                    <th key={i}>
                      <Select size="small" aria-label={`${t.columns}: ${table.headers?.[i] || t.column({ n: i + 1 })}`} value={column ?? 'ignore'} popupMatchSelectWidth={false} onChange={(field: PastedField | 'ignore') => setColumn(i, field === 'ignore' ? null : field)}
                        options={[...PASTED_FIELDS.map((field) => ({ value: field, label: t.fields[field] })), { value: 'ignore' as const, label: t.ignore }]} />
                      {table.headers?.[i] ? <span className="vf-small vf-faint"> {table.headers[i]}</span> : null}
                    </th>
                  ))}
                  {columns.includes('customerKey') ? null : <th>{t.fields.customerKey}</th>}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, n) => {
                  const found = rows?.[n];
                  return (
                    <tr key={n} className={found && found.faults.length > 0 ? 'vf-faulty' : undefined}>
                      <td className="vf-num vf-faint">{n + 1}</td>
                      <td className="vf-small vf-pasted-state">
                        {!found ? null : found.faults.length > 0 ? found.faults.map((fault, i) => <span key={i} className="vf-fault">{fault.field === 'name' && fault.reason === 'too_small' ? t.nameNeeded : t.fieldFault({ field: word(fault.field), fault: errors.fields[fault.reason] ?? fault.message })} </span>)
                          : found.similar.length > 0 ? <span className="vf-doubtful">{t.namesake({ name: found.similar[0]!.name, key: found.similar[0]!.key })}</span> : <span className="vf-quiet">{t.good}</span>}
                      </td>
                      {columns.map((column, i) => <td key={i} className={column === null ? 'vf-faint' : undefined}>{row[i] || (column === 'customerKey' && found?.proposed ? <span className="vf-faint" title={t.proposed}>{found.key}</span> : '')}</td>)}
                      {columns.includes('customerKey') ? null : <td className="vf-faint" title={t.proposed}>{found?.key ?? ''}</td>}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          <p className="vf-small vf-quiet" role="status">{!named ? t.noName : rows === null ? (error ? '' : t.checking) : good.length === 0 ? t.allFaulty : good.length < rows.length ? t.leaveOut({ n: rows.length - good.length }) : ''}</p>
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
      {create.error ? <ErrorNote error={create.error} /> : null}
      <div className="vf-row"><Button type="primary" htmlType="submit" disabled={good.length === 0} loading={create.isPending}>{t.saveMany({ n: good.length })}</Button></div>
    </form>
  );
}
