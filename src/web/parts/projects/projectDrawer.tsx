import { useState } from 'react';
import { Button } from 'antd';
import { forget } from '../../answers.ts';
import { call } from '../../call.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { useChanging } from '../changing.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { useNeeded } from '../needed.ts';
import { SideDrawer } from '../sideDrawer.tsx';

export interface EditedProject { readonly id: number; readonly name: string; readonly note: string; readonly closedOn: string | null }

/** Renames a project, notes what it is about, closes it on a day or opens it again, withdraws it; each with its undo. */
export function ProjectDrawer({ project, close, gone }: { project: EditedProject; close: () => void; /** It was withdrawn. */ gone?: () => void }) {
  const { mapEditing: t } = useAllText();
  const format = useFormat();
  const [name, setName] = useState(project.name);
  const [note, setNote] = useState(project.note);
  const [closedOn, setClosedOn] = useState(project.closedOn ?? '');
  const [busy, setBusy] = useState(false);
  const { error, act } = useChanging(() => forget('GET /api/projects/{id}/map', 'GET /api/accounts/{id}/projects', 'GET /api/accounts/{id}/timeline'));
  const next = { name: name.trim(), note: note.trim(), closedOn: closedOn === '' ? null : closedOn };
  const changed = (['name', 'note', 'closedOn'] as const).filter((field) => next[field] !== project[field]);
  const said = (): string => {
    if (changed.length !== 1) return t.project.changed;
    if (changed[0] === 'name') return t.project.renamed(next.name);
    return changed[0] === 'note' ? t.project.noted : next.closedOn === null ? t.project.reopened : t.project.closed(format.day(next.closedOn));
  };
  const doing = async (work: () => Promise<{ event: number }>, sentence: string, after: () => void): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const done = await act(work, sentence);
    setBusy(false);
    if (done) after();
  };
  const needed = useNeeded({ name: next.name === '' });
  const save = (): void => {
    if (!needed.complete()) return;
    if (changed.length === 0) return close();
    void doing(() => call('PATCH /api/projects/{id}', { params: { id: project.id }, body: Object.fromEntries(changed.map((field) => [field, next[field]])) }), said(), close);
  };
  return (
    <SideDrawer open close={close} title={t.project.title} first=".vf-project-form input" footer={<Button type="primary" loading={busy} onClick={save}>{t.project.save}</Button>}>
      <form ref={needed.form} className="vf-stack vf-project-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
        <Field label={t.project.name} fault={next.name === '' ? t.project.nameNeeded : null}>{(wiring) => <input {...wiring} className="vf-input" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
        <Field label={t.project.note} hint={t.project.noteHint}>{(wiring) => <textarea {...wiring} className="vf-input" rows={5} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>
        <Field label={t.project.closedOn} hint={t.project.closedHint}>{(wiring) => <div className="vf-row vf-wrap"><input {...wiring} type="date" className="vf-map-day" value={closedOn} onChange={(event) => setClosedOn(event.target.value)} />
          {closedOn === '' ? <Button size="small" onClick={() => setClosedOn(localDay())}>{t.project.close}</Button> : <Button size="small" onClick={() => setClosedOn('')}>{t.project.reopen}</Button>}</div>}</Field>
        <div className="vf-project-withdraw"><Button danger size="small" onClick={() => void doing(() => call('POST /api/projects/{id}/withdraw', { params: { id: project.id }, body: { withdrawn: true } }), t.project.withdrawn(project.name), gone ?? close)}>{t.project.withdraw}</Button><p className="vf-small vf-quiet">{t.project.withdrawHint}</p></div>
        {error ? <ErrorNote error={error} /> : null}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </SideDrawer>
  );
}
