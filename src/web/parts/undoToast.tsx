import { useEffect, useEffectEvent, useState } from 'react';
import { dismiss, say, useOffer } from '../undo.ts';
import { isTyping } from '../keys.ts';
import { useFormat, useText } from '../text/locale.ts';
import { problemIn, wordProblem } from './errorNote.tsx';

/** The toast at the bottom: what was done, and "Undo" (Ctrl+Z, ⌘Z). One at a time; the latest wins. */
export function UndoToast() {
  const offer = useOffer();
  const { common, errors } = useText();
  const format = useFormat();
  const [busy, setBusy] = useState(false);

  const takeBack = async (): Promise<void> => {
    if (!offer?.undo || busy) return;
    setBusy(true);
    try {
      await offer.undo();
      say(common.undone);
    } catch (error) {
      say(wordProblem(problemIn(error), errors, format));
    } finally {
      setBusy(false);
    }
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target) || !offer?.undo) return;
    event.preventDefault();
    void takeBack();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  return (
    <div className="vf-toast-place vf-noprint" role="status" aria-live="polite">
      {offer ? (
        <div className="vf-toast" key={offer.id}>
          <span>{offer.text}</span>
          {offer.undo ? <button type="button" onClick={() => void takeBack()} disabled={busy}>{common.undo}</button> : null}
          <button type="button" className="vf-toast-close" onClick={dismiss} aria-label={common.close}>×</button>
        </div>
      ) : null}
    </div>
  );
}
