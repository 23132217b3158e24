import { useEffect, useEffectEvent } from 'react';
import { isTyping, somethingOpen } from '../../keys.ts';

/** Hears a table that is pasted onto the page itself (Ctrl+V where nobody types). */
export function usePastedText(take: (text: string) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isTyping(event.target) || somethingOpen() || !/\S[\t→]\s*\S/.test(text)) return;
    event.preventDefault();
    take(text);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => paste(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);
}
