import type { ReactNode } from 'react';
import { Button } from 'antd';
import { ProblemError, type Problem } from '../call.ts';
import { useFormat, useText, type Texts } from '../text/locale.ts';
import type { Format } from '../format.ts';

/** The problem in anything thrown; what is not ours is `internal`. */
export const problemIn = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { code: 'internal', message: error instanceof Error ? error.message : String(error) };

/** One clear sentence for a refusal: its exact reason where we have words, else its code. */
export function wordProblem(problem: Pick<Problem, 'code' | 'reason' | 'params'>, errors: Texts['errors'], format: Format): string {
  const word = problem.reason === undefined ? undefined : errors.reasons[problem.reason];
  if (!word) return errors.codes[problem.code];
  return word(Object.fromEntries(Object.entries(problem.params ?? {}).map(([key, value]) => [key, typeof value === 'number' ? format.number(value) : value])));
}

/** Words a failure where it happened. `retry` adds a button; invalid fields without a place of their own are listed. */
export function ErrorNote({ error, retry, children }: { error: unknown; retry?: () => void; children?: ReactNode }) {
  const { errors, common } = useText();
  const format = useFormat();
  const problem = problemIn(error);
  return (
    <div className="vf-error" role="alert">
      <span className="vf-error-sign" aria-hidden>!</span>
      <div className="vf-error-words">
        <p>{wordProblem(problem, errors, format)}</p>
        {problem.fields?.length ? (
          <ul className="vf-small">
            {problem.fields.map((field) => <li key={field.path}>{errors.fields[field.reason] ?? field.message} <code>{field.path}</code></li>)}
          </ul>
        ) : null}
        {children}
      </div>
      {retry ? <Button size="small" onClick={retry}>{common.retry}</Button> : null}
    </div>
  );
}
