import { useEffect, useRef, type ReactNode } from 'react';

/** A modal of the browser's own: focus stays inside, Esc and a click beside it close, focus returns to where it was. */
export function Overlay({ label, close, children }: { label: string; close: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="vf-overlay" aria-label={label} onClose={close} onClick={(event) => event.target === dialog.current && close()}>
      {children}
    </dialog>
  );
}
