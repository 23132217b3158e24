import { useEffect, useEffectEvent, useState } from 'react';
import { dismiss, say, useOffer } from '../undo.ts';
import { isEmptyField, isTyping } from '../keys.ts';
import { useFormat, useText } from '../text/locale.ts';
import { problemIn, wordProblem } from './errorNote.tsx';

/** The toast at the bottom: what was done, and "Undo" (Ctrl+Z, ⌘Z), then "Redo" where that is offered (Ctrl+Shift+Z, Ctrl+Y). One at a time; the latest wins. */
export function UndoToast() {
  const offer = useOffer();
  const { common, errors } = useText();
  const format = useFormat();
  const [busy, setBusy] = useState(false);

  const go = async (way: 'undo' | 'redo'): Promise<void> => {
    if (!offer?.[way] || busy) return;
    setBusy(true);
    try {
      const again = await offer[way]();
      // Who does it again hears of it from there.
      if (way === 'undo') say(common.undone, null, typeof again === 'function' ? again as () => Promise<unknown> : null);
    } catch (error) {
      say(wordProblem(problemIn(error), errors, format));
    } finally {
      setBusy(false);
    }
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : 'undo';
    if (!['y', 'z'].includes(key) || !(event.ctrlKey || event.metaKey) || (isTyping(event.target) && !isEmptyField(event.target)) || !offer?.[way]) return;
    event.preventDefault();
    void go(way);
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
          {offer.undo ? <button type="button" onClick={() => void go('undo')} disabled={busy}>{common.undo}</button> : null}
          {offer.redo ? <button type="button" onClick={() => void go('redo')} disabled={busy}>{common.redo}</button> : null}
          <button type="button" className="vf-toast-close" onClick={dismiss} aria-label={common.close}>×</button>
        </div>
      ) : null}
    </div>
  );
}
