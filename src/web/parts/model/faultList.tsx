import type { InvalidField } from '#domain/refusal.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { useText, useWords } from '../../text/locale.ts';
import { placeNames } from './filePlaces.ts';

/** All places to mend, each a way to it. */
export function FaultList({ faults, model, go }: { faults: readonly InvalidField[]; model: ScoreModel; go: (path: string) => void }) {
  const { model: t, errors } = useText();
  const words = useWords();
  const place = (path: string): string => {
    const names = placeNames(model, path, words);
    if (names.length === 0) names.push(path.startsWith('grades') ? t.grades : path.startsWith('classes') ? t.classes : path.startsWith('lenses') ? t.lens : path);
    return names.join(' › ');
  };
  const open = (path: string): void => {
    const part = /^lenses\.\d+\.factors\.\d+(\.indicators\.\d+)?/.exec(path)?.[0];
    if (part) go(part);
    document.getElementById(`fault-${path}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  return (
    <div className="vf-fault-list" role="status">
      <p>{t.faults({ n: faults.length })}</p>
      <ul>
        {faults.map((fault) => <li key={fault.path}><button type="button" className="vf-link" aria-label={t.faultGo({ place: place(fault.path) })} onClick={() => open(fault.path)}>{place(fault.path)}</button> <span className="vf-small vf-quiet">{errors.fields[fault.reason] ?? fault.message}</span></li>)}
      </ul>
    </div>
  );
}
