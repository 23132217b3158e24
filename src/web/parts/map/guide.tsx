import { useState } from 'react';
import { Button } from 'antd';
import { GUIDES, isEnd, type GuidedField, type GuideEnd, type GuideStep } from '#domain/relate/map/guide.ts';
import { useAllText } from '../../text/locale.ts';
import type { MapWords } from './useMapWords.ts';

/** Guided setting: one question after the other; its end gives the value and says what to be able to show for it. */
export function Guide({ field, words, choose }: { field: GuidedField; words: MapWords; choose: (value: string) => void }) {
  const { powerMap: t, common } = useAllText();
  const [path, setPath] = useState<readonly (GuideStep | GuideEnd)[]>([GUIDES[field]]);
  const here = path.at(-1)!;
  const back = path.length > 1 ? <Button size="small" type="text" onClick={() => setPath(path.slice(0, -1))}>{common.back}</Button> : null;
  const go = (next: GuideStep | GuideEnd): void => {
    setPath([...path, next]);
    if (isEnd(next)) choose(next.value);
  };
  return (
    <div className="vf-guide" aria-live="polite">
      {isEnd(here) ? <><p><b>{words.valueOf(field, here.value)}</b></p><p className="vf-quiet vf-small">{t.person.show} {t.show[here.show as keyof typeof t.show]}</p>{back}</> : (
        <><p>{t.ask[here.ask as keyof typeof t.ask]}</p><div className="vf-row"><Button size="small" onClick={() => go(here.yes)}>{common.yes}</Button><Button size="small" onClick={() => go(here.no)}>{common.no}</Button>{back}</div></>
      )}
    </div>
  );
}
