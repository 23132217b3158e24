import type { MapReading } from '#domain/relate/map/readMap.ts';
import type { Format } from '../../format.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import type { MapWords } from './useMapWords.ts';

/** The light with its sentence, and the figures of the map. */
export function MapFigures({ reading, words }: { reading: MapReading; words: MapWords }) {
  const { powerMap: t } = useAllText();
  const format = useFormat();
  const { light, coverage } = reading;
  if (!light) return null;
  const { why } = light;
  const sentence = light.light === 'red' ? t.whyRed(words.list(why.top)) : light.light === 'green' ? t.whyGreen(words.list(why.deciding), why.deciding.length) : why.opposedInside.length > 0 && why.deciding.length > 0 ? t.whyAmberOpposed(words.list(why.supporters), why.supporters.length, words.list(why.opposedInside), why.opposedInside.length) : t.whyAmber(words.list(why.supporters), why.supporters.length);
  return (
    <div className="vf-map-figures">
      <p className="vf-map-light"><Light light={light.light} assumed={light.assumed} /> <span>{sentence}{light.assumed ? ` ${t.lightAssumed}` : ''}</span></p>
      <dl>
        <div title={`${t.figures.coverageHelp} ${t.weightHelp}`}><dt>{t.figures.coverage}</dt><dd className="vf-num">{format.percent(coverage.coverage, 0)}</dd></div>
        <div title={t.figures.supportHelp}><dt>{t.figures.support}</dt><dd className="vf-num">{supportText(format, coverage.support)}</dd></div>
        <div title={t.figures.threadHelp}><dt>{t.figures.thread}</dt><dd className="vf-num">{coverage.singleThread === null ? '–' : `${format.percent(coverage.singleThread, 0)} ${coverage.threadHolder === null ? '' : words.initialsOf(coverage.threadHolder)}`}</dd></div>
        <div><dt>{t.figures.unknown}</dt><dd className="vf-num">{format.number(coverage.unknownStances)}</dd></div>
      </dl>
    </div>
  );
}

/** Support less opposition, as whole a percentage as the coverage beside it. */
export const supportText = (format: Format, support: number | null): string => format.change(support === null ? null : Math.round(support * 100) / 100);

/** Red, amber or green, as a word with a shape: colour is never alone. Dashed where it rests on guesses. */
export function Light({ light, assumed = false }: { light: 'red' | 'amber' | 'green'; assumed?: boolean }) {
  const { powerMap: t } = useAllText();
  return <span className="vf-light" data-light={light} data-assumed={assumed || undefined}><span aria-hidden>{{ red: '■', amber: '▲', green: '●' }[light]}</span> {t.lights[light]}</span>;
}
