import { useState } from 'react';

/** Sending what was entered in a drawer: once at a time, however often it is asked for; where it is refused, `error` says why, until it is sent again. */
export function useSending(): { readonly busy: boolean; readonly error: unknown; readonly send: (work: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    busy, error,
    send: async (work) => {
      if (busy) return;
      setBusy(true);
      setError(null);
      try {
        await work();
      } catch (cause) {
        setError(cause);
      } finally {
        setBusy(false);
      }
    },
  };
}
