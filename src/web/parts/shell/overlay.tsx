import { useLayoutEffect, useRef, type ReactNode } from 'react';

/**
 * A modal of the browser's own: focus stays inside, Esc and a click beside it close, focus returns to where it was. Esc closes it by taking it out of the page: the browser
 * tells of a dialog it closed itself only later, and Ctrl+K pressed in between opened one that was then taken away.
 */
export function Overlay({ label, close, children }: { label: string; close: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="vf-overlay" aria-label={label} onCancel={(event) => { event.preventDefault(); close(); }} onClose={close} onClick={(event) => event.target === dialog.current && close()}>
      {children}
    </dialog>
  );
}
