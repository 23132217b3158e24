import { useEffect, useEffectEvent, useRef } from 'react';
import { useRouter, useRouterState } from '@tanstack/react-router';
import type { Act } from '../history.ts';
import { dismiss, isTurning, turn, useToast, type Offer } from '../undo.ts';
import { isEmptyField, isTyping } from '../keys.ts';
import { useFormat, useText, type Texts } from '../text/locale.ts';
import { problemIn, wordProblem } from './errorNote.tsx';

/**
 * The toast at the bottom: what was done, taken back or done again, and the buttons for it; one at a time, the latest wins. Ctrl+Z (⌘Z) and
 * Ctrl+Shift+Z or Ctrl+Y do the same, as often as there is something, whether it shows or not.
 */
export function UndoToast() {
  const { offer, canUndo, canRedo, running } = useToast();
  const { common, errors } = useText();
  const format = useFormat();
  /** The field that was typed in since something was last said. */
  const typedIn = useRef<EventTarget | null>(null);
  useEffect(() => { typedIn.current = null; }, [offer?.id]);

  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (event.defaultPrevented || !['y', 'z'].includes(key) || !(event.ctrlKey || event.metaKey) || event.altKey || isFields(event.target, typedIn.current)) return;
    // A key that is held down goes on only as fast as one can see what it does.
    if ((event.repeat && isTurning()) || turn(key === 'y' || event.shiftKey ? 'redo' : 'undo')) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    const typed = (event: Event): void => { typedIn.current = event.target; };
    document.addEventListener('keydown', listener);
    document.addEventListener('input', typed, true);
    return () => {
      document.removeEventListener('keydown', listener);
      document.removeEventListener('input', typed, true);
    };
  }, []);

  const button = (text: string, act: () => void) => <button type="button" aria-disabled={running !== null} onClick={() => { if (running === null) act(); }}>{text}</button>;
  // Step by step it stays one toast: who presses its button again finds it where it was.
  return (
    <div className="vf-toast-place vf-noprint" role="status" aria-live="polite">
      {offer ? (
        <div className="vf-toast" key={offer.turn ? 'turned' : offer.id}>
          <span>
            {offer.errors?.map(({ act, turn: way, error }) => <span key={`${act.text} ${way}`} className="vf-toast-line">{(goesBack(act, way) ? common.notUndone : common.notRedone)(act.text, wordProblem(problemIn(error), errors, format))}</span>)}
            {offer.turn || !offer.errors?.length ? <span className="vf-toast-line">{wordsOf(offer, common)}</span> : null}
            {offer.act && offer.turn ? <Elsewhere act={offer.act} /> : null}
          </span>
          {offer.step ? button(common.undo, offer.step) : null}
          {offer.act && canUndo ? button(offer.turn === 'undo' || offer.errors?.length ? common.undoMore : common.undo, () => turn('undo')) : null}
          {offer.act && offer.turn && canRedo ? button(common.redo, () => turn('redo')) : null}
          <button type="button" className="vf-toast-close" onClick={dismiss} aria-label={common.close}>×</button>
        </div>
      ) : running ? <div className="vf-toast vf-toast-wait" aria-hidden><span>{common.turning(running.text)}</span></div> : null}
    </div>
  );
}

/** Whether the key is the field's own: of one that is written in, also emptied by hand, and of a slider that was just moved. What a sent form leaves empty has nothing to take back. */
function isFields(target: EventTarget | null, typedIn: EventTarget | null): boolean {
  if (!isTyping(target)) return target instanceof HTMLInputElement && target.type === 'range' && target === typedIn;
  return !isEmptyField(target) || target === typedIn;
}

const goesBack = (act: Act, way: Offer['turn']): boolean => (way === 'undo') !== act.flipped;

function wordsOf({ text, turn: way, act }: Offer, common: Texts['common']): string {
  if (!way) return text;
  return (act ? goesBack(act, way) : way === 'undo') ? common.undone(text) : common.redone(text);
}

/** Where it was done, when that is another page than the one one looks at: the way there. */
function Elsewhere({ act: { place } }: { act: Act }) {
  const router = useRouter();
  const here = useRouterState({ select: ({ location }) => pageOf(location.href) });
  if (place.title === '' || here === pageOf(place.path)) return null;
  return <a className="vf-toast-line" href={place.path} onClick={(event) => { event.preventDefault(); router.history.push(place.path); }}>{place.title}</a>;
}

/** The page and its tab; what else an address says (a filter, an open drawer) is the same page. */
function pageOf(path: string): string {
  const { pathname, searchParams } = new URL(path, location.origin);
  return `${pathname} ${searchParams.get('tab') ?? ''}`;
}
