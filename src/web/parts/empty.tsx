import type { ReactNode } from 'react';

/** An empty page teaches: one sentence of the method, one example, one button. */
export function Empty({ sentence, example, action }: { sentence: string; example?: ReactNode; action?: ReactNode }) {
  return (
    <div className="vf-empty">
      <p className="vf-empty-sentence">{sentence}</p>
      {example ? <p className="vf-empty-example">{example}</p> : null}
      {action}
    </div>
  );
}
