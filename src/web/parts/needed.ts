import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../text/locale.ts';

/** What a form still needs. Its button stays on: pressed too early, it names each field that is missing and puts the cursor into the first of them. */
export interface Needed<F extends string> {
  /** To be put on what holds the fields. */
  readonly form: (element: HTMLElement | null) => void;
  /** What to say under a field; nothing before somebody has tried. */
  readonly fault: (field: F) => string | null;
  /** Whether nothing is missing (of some fields alone, where a button needs no more). */
  readonly complete: (some?: readonly F[]) => boolean;
  /** Sent: the next one begins without a fault. */
  readonly done: () => void;
}

/** `missing`: the fields that are needed, in their order on screen, and whether each is missing now. */
export function useNeeded<F extends string>(missing: Readonly<Record<F, boolean>>): Needed<F> {
  const { errors } = useText();
  const [tried, setTried] = useState<readonly F[]>([]);
  const holder = useRef<HTMLElement | null>(null);
  return {
    form: (element) => { holder.current = element; },
    fault: (field) => (tried.includes(field) && missing[field] ? errors.fields['required']! : null),
    complete: (some = Object.keys(missing) as F[]) => {
      if (!some.some((field) => missing[field])) return true;
      // The faults have to stand there before the first of them can be found.
      flushSync(() => setTried(some));
      const note = holder.current?.querySelector('.vf-field-fault');
      if (note) document.getElementById(note.id.replace(/-note$/, ''))?.focus();
      return false;
    },
    done: () => setTried([]),
  };
}
