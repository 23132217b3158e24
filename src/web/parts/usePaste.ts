import { useEffect, useEffectEvent } from 'react';
import { isTyping, somethingOpen } from '../keys.ts';

/** Hears what is pasted onto the page itself (Ctrl+V where nobody types and nothing is open above it); `take` says whether it was for it. */
export function usePaste(take: (pasted: DataTransfer) => boolean): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (!isTyping(event.target) && !somethingOpen() && event.clipboardData && take(event.clipboardData)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => paste(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);
}

/** Copied cells come as lines of tabs; a sentence does not. Empty: no such text was pasted. */
export function cellsIn(pasted: DataTransfer): string {
  const text = pasted.getData('text/plain');
  return text.includes('\t') && text.includes('\n') ? text : '';
}
