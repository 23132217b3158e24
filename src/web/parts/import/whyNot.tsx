import { useFormat, useText } from '../../text/locale.ts';
import { wordProblem } from '../errorNote.tsx';
import type { Import } from './types.ts';

/** Why a file could not be read, in words. */
export function WhyNot({ why }: { why: NonNullable<Import['error']> }) {
  const { errors } = useText();
  const format = useFormat();
  return (
    <div className="vf-error" role="alert">
      <span className="vf-error-sign" aria-hidden>!</span>
      <p className="vf-error-words">{wordProblem({ code: why.code === 'internal' ? 'internal' : 'file_refused', reason: why.code, params: why.params }, errors, format)}</p>
    </div>
  );
}
