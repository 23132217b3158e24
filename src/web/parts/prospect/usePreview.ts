import { useEffect, useState } from 'react';
import { call, type Answer } from '../../call.ts';

export type Draft = Readonly<Record<string, string>>;
export type Preview = Answer<'POST /api/accounts/preview'>['rows'][number];

const TYPING_MS = 250;

/** What the server would make of these customers, asked a moment after the last key; null while it is asked. */
export function usePreview(drafts: readonly Draft[]): { rows: readonly Preview[] | null; error: Error | null } {
  const asked = JSON.stringify(drafts);
  const [answer, setAnswer] = useState<{ asked: string; rows: readonly Preview[] | null; error: Error | null } | null>(null);
  useEffect(() => {
    const accounts = JSON.parse(asked) as Draft[];
    if (accounts.length === 0) return setAnswer(null);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call('POST /api/accounts/preview', { body: { accounts }, signal: stop.signal })
        .then(({ rows }) => setAnswer({ asked, rows, error: null })).catch((error: Error) => stop.signal.aborted || setAnswer({ asked, rows: null, error }));
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  return answer?.asked === asked ? answer : { rows: null, error: null };
}
