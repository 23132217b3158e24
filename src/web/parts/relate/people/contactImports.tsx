import { call, type Answer } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { say } from '../../../undo.ts';

/** Files that were taken in, newest first; each can be taken out again whole. */
export function ContactImports({ imports, more, act }: { imports: Answer<'GET /api/contacts'>['imports']; more: boolean; act: (work: () => Promise<{ event: number }>, done: string) => Promise<boolean> }) {
  const { people: t } = useAllText();
  const format = useFormat();
  if (imports.length === 0) return null;
  const takeOut = async (event: number): Promise<void> => {
    // There is no undo of the undo: what was brought is gone, and is brought again from the file.
    if (await act(async () => ({ ...await call('POST /api/events/{id}/undo', { params: { id: event } }), event: 0 }), '')) say(t.importTaken);
  };
  return (
    <section>
      <h2>{t.imports}</h2>
      <ul className="vf-contact-imports">
        {imports.map((one) => (
          <li key={one.id}>
            <span>{t.importLine({ file: one.fileName, created: one.created, private: one.private })}</span><span className="vf-small vf-faint vf-num">{format.time(one.at)}</span>
            {one.undoneAt ? <span className="vf-small vf-faint">{t.importUndone}</span> : one.event === null ? null : <button type="button" className="vf-link vf-small" onClick={() => void takeOut(one.event!)}>{t.undoImport}</button>}
          </li>
        ))}
      </ul>
      {more ? <p className="vf-small vf-faint">{t.importsMore(imports.length)}</p> : null}
    </section>
  );
}
