import { useFormat, useText, useWords } from '../../text/locale.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { levelSum, lookInto, placeNames } from './filePlaces.ts';

/** Why a file was not taken: in one sentence, then every place with its name and path. */
export function FileFaults({ error, text }: { error: Error; text: string }) {
  const { model: t, errors } = useText();
  const words = useWords();
  const format = useFormat();
  const problem = problemIn(error);
  const model = lookInto(text);
  const fields = problem.fields ?? [];
  return (
    <div className="vf-file-faults" role="alert">
      <p className="vf-fault">{fields.length > 0 ? t.fileFaults({ n: fields.length }) : wordProblem(problem, errors, format)}</p>
      {fields.length > 0 ? (
        <ul>
          {fields.map((field, i) => {
            const names = placeNames(model, field.path, words);
            const sum = field.reason === 'weights_not_100' ? levelSum(model, field.path) : null;
            if (names.length === 0 && field.path === 'lenses') names.push(t.lens);
            return <li key={i}>{names.length > 0 ? <span>{names.join(' › ')}</span> : null}<code className="vf-small">{field.path || '{}'}</code><span className="vf-small vf-quiet">{errors.fields[field.reason] ?? field.message}{sum === null ? '' : ` ${t.sum({ sum: format.number(sum, Number.isInteger(sum) ? 0 : 1) })}`}</span></li>;
          })}
        </ul>
      ) : null}
    </div>
  );
}
