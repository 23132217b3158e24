import { useRef, useState } from 'react';

/** Lines of a text, without the signs of lists that come with what is pasted. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.replace(/^\s*(?:[-*•·]|\d{1,2}[.)、．])\s*/u, '').trim()).filter((line) => line !== '');

/** One line to write, several to paste: Enter keeps them all, Shift+Enter begins another. */
export function PasteLines({ label, maxLength, most = 50, autoFocus = false, keep }: { label: string; maxLength: number; most?: number; autoFocus?: boolean; keep: (lines: string[]) => Promise<boolean> }) {
  const [text, setText] = useState('');
  const busy = useRef(false);
  const lines = linesOf(text).map((line) => line.slice(0, maxLength)).slice(0, most);
  const done = async (): Promise<void> => {
    if (lines.length === 0 || busy.current) return;
    busy.current = true;
    if (await keep(lines)) setText('');
    busy.current = false;
  };
  return (
    <textarea
      className="vf-paste-lines vf-noprint" rows={Math.min(8, Math.max(1, text.split('\n').length))} value={text} aria-label={label} placeholder={label} maxLength={10_000} autoFocus={autoFocus} enterKeyHint="done"
      onChange={(event) => setText(event.target.value)} onBlur={() => void done()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          void done();
        } else if (event.key === 'Escape') {
          setText('');
          event.currentTarget.blur();
        }
      }}
    />
  );
}
