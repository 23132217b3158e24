import { useMe } from '../../me.ts';
import { useText } from '../../text/locale.ts';
import { Overlay } from './overlay.tsx';
import { pagesFor } from './rooms.ts';

/** All shortcuts on one sheet (`?`). */
export default function ShortcutsOverlay({ close }: { close: () => void }) {
  const { shell } = useText();
  const t = shell.keyboard;
  const { can } = useMe();
  return (
    <Overlay label={t.title} close={close}>
      <div className="vf-keys">
        <h2>{t.title}</h2>
        <div className="vf-keys-grid">
          <Group title={t.everywhere} rows={[[t.find, <><kbd>Ctrl</kbd> <kbd>K</kbd></>], [t.undo, <><kbd>Ctrl</kbd> <kbd>Z</kbd></>], [t.redo, <><kbd>Ctrl</kbd> <kbd>Y</kbd></>], [t.help, <kbd>?</kbd>], [t.close, <kbd>Esc</kbd>]]} />
          <Group title={t.go} rows={pagesFor(can).map((page) => [shell.pages[page.text], <><kbd>g</kbd> {t.then} <kbd>{page.key}</kbd></>])} />
          <Group title={t.lists} rows={[[t.next, <kbd>j</kbd>], [t.previous, <kbd>k</kbd>], [t.open, <kbd>Enter</kbd>], [t.edit, <kbd>e</kbd>]]} />
          <Group title={t.customer} rows={[[t.newFact, <kbd>f</kbd>], [t.judge, <kbd>1–5</kbd>], [t.cite, <kbd>c</kbd>], [t.note, <kbd>n</kbd>], [t.withdraw, <kbd>⌫</kbd>]]} />
        </div>
      </div>
    </Overlay>
  );
}

function Group({ title, rows }: { title: string; rows: [string, React.ReactNode][] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{rows.map(([what, keys]) => <div key={what}><dt>{keys}</dt><dd>{what}</dd></div>)}</dl>
    </section>
  );
}
