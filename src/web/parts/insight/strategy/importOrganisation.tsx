import { useMemo, useRef, useState } from 'react';
import { Button, Input } from 'antd';
import { readOrganisation } from '#domain/insight/organisation/readOrganisation.ts';
import { cellsOf } from '#domain/select/pastedRows.ts';
import { call, type Answer } from '../../../call.ts';
import { sendFile } from '../../../sendFile.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { sayDone } from '../../../undo.ts';
import { ErrorNote, problemIn } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { faultAt, forgetStrategy, type StrategyView } from './changing.ts';
import { CiteField } from './citeField.tsx';
import { OrgTree } from './orgTree.tsx';

type Read = Answer<'POST /api/accounts/{id}/organisation/read'>;
const FAULTS = 50;

/** Brings a version of the organisation: pasted or from a file, shown as it is understood with every fault; then kept, all or nothing. */
export function ImportOrganisation({ accountId, view, close, kept }: { accountId: number; view: StrategyView; close: () => void; kept: () => void }) {
  const { org: t } = useAllText().strategy;
  const { errors } = useAllText();
  const format = useFormat();
  const today = localDay();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [file, setFile] = useState<{ name: string; read: Read } | null>(null);
  const [asOf, setAsOf] = useState(today);
  const [source, setSource] = useState('');
  const [facts, setFacts] = useState<number[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const pasted = useMemo(() => (text.trim() === '' ? null : readPasted(text)), [text]);
  const read = file?.read ?? pasted;
  const faults = read?.faults ?? [];
  const faultCount = read?.faultCount ?? 0;
  const take = async (chosen: File): Promise<void> => {
    setError(null);
    setBusy(true);
    try {
      const answer = await sendFile('POST /api/accounts/{id}/organisation/read', { params: { id: accountId }, query: { fileName: chosen.name } }, chosen, () => {});
      setFile({ name: chosen.name, read: answer });
      setSource((was) => was || chosen.name);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  const keep = async (): Promise<void> => {
    if (!read) return;
    setBusy(true);
    setError(null);
    try {
      const { event } = await call('POST /api/accounts/{id}/organisation', { params: { id: accountId }, body: { asOf, source, units: read.units, facts } });
      sayDone(t.kept({ day: format.day(asOf), n: read.units.length }), event);
      kept();
      close();
      await forgetStrategy();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  const fault = (path: string): string | null => faultAt(error, path, errors.fields);
  return (
    <SideDrawer title={t.importTitle} open close={close} width={760} footer={<Button type="primary" loading={busy} disabled={!read || faultCount > 0} onClick={() => void keep()}>{t.keep({ n: read?.units.length ?? 0 })}</Button>}>
      <div className="vf-stack">
        <p className="vf-quiet">{t.importHint}</p>
        <p className="vf-strategy-note">{t.positions}</p>
        <Field label={t.text}>{(wiring) => <Input.TextArea {...wiring} autoFocus rows={8} className="vf-strategy-paste" value={text} onKeyDown={(event) => insertTab(event, setText)} onChange={(event) => (setText(event.target.value), setFile(null))} />}</Field>
        <div className="vf-row vf-wrap">
          <Button onClick={() => input.current?.click()} loading={busy && !read}>{t.file}</Button>
          {file ? <span className="vf-small">{t.fileRead({ name: file.name })}</span> : null}
          <input ref={input} type="file" hidden accept=".csv,.xlsx,.txt,.tsv" aria-label={t.file} onChange={(event) => (event.target.files?.[0] && void take(event.target.files[0]), (event.target.value = ''))} />
        </div>
        {read ? (
          <div className="vf-strategy-read" role="status">
            <p><strong>{t.found({ n: read.units.length, depth: read.depth })}</strong> <span className="vf-quiet vf-small">{t.forms[read.form]}</span></p>
            {read.tops > 1 ? <p className="vf-small vf-quiet">{t.tops({ n: read.tops })}</p> : null}
            {read.persons.length > 0 ? <p className="vf-small vf-quiet">{t.persons({ columns: read.persons.join(' · ') })}</p> : null}
            {read.unused.length > 0 ? <p className="vf-small vf-quiet">{t.unused({ columns: read.unused.join(' · ') })}</p> : null}
            {faultCount > 0 ? (
              <div className="vf-error"><span className="vf-error-sign" aria-hidden>!</span><div className="vf-error-words"><p>{t.mend({ n: faultCount })}</p>
                <ul className="vf-small">
                  {faults.slice(0, FAULTS).map((one) => <li key={`${one.row} ${one.reason}`}>{t.atRow({ row: format.number(one.row) })} {(t.faults[one.reason] ?? (() => one.reason))(Object.fromEntries(Object.entries(one.params).map(([key, value]) => [key, String(value)])))}</li>)}
                  {faultCount > FAULTS ? <li>{t.more({ n: faultCount - FAULTS })}</li> : null}
                </ul></div></div>
            ) : null}
            {read.units.length > 0 ? <div className="vf-strategy-preview"><OrgTree key={`${read.units.length} ${read.form}`} units={read.units} /></div> : null}
          </div>
        ) : null}
        <div className="vf-strategy-pair">
          <Field label={t.asOf} fault={fault('asOf')}>{(wiring) => <Input {...wiring} type="date" max={today} value={asOf} onChange={(event) => setAsOf(event.target.value)} />}</Field>
          <Field label={t.source} hint={t.sourceHint} fault={fault('source')}>{(wiring) => <Input {...wiring} value={source} maxLength={300} onChange={(event) => setSource(event.target.value)} />}</Field>
        </div>
        <CiteField accountId={accountId} ids={facts} known={view.facts} change={setFacts} fault={fault('facts')} />
        {error && (!problemIn(error).fields || fault('units')) ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}

/** The same reading as the server's, while it is typed. */
function readPasted(text: string): Read {
  const { form, units, faults, tops, depth, persons, unused } = readOrganisation(cellsOf(text).map((cells, n) => ({ row: n + 1, cells })));
  return { form, units: units.map((unit) => ({ ...unit })), faults: faults.map(({ row, code, params }) => ({ row, reason: code, params: { ...params } })), faultCount: faults.length, tops, depth, persons: [...persons], unused: [...unused] };
}

/** In a list that is told by indenting, Tab indents; with Shift it leaves the field, as everywhere. */
function insertTab(event: React.KeyboardEvent<HTMLTextAreaElement>, set: (text: string) => void): void {
  const area = event.currentTarget;
  const before = area.value.slice(0, area.selectionStart);
  if (event.key !== 'Tab' || event.shiftKey || event.nativeEvent.isComposing || !(before === '' ? area.value !== '' : /(^|\n)\t*$/.test(before))) return;
  event.preventDefault();
  const at = area.selectionStart + 1;
  set(`${before}\t${area.value.slice(area.selectionEnd)}`);
  requestAnimationFrame(() => area.setSelectionRange(at, at));
}
