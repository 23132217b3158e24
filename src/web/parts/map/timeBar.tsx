import { Button } from 'antd';
import { addDays, daysBetween, type Day } from '#domain/day.ts';
import { differenceOf, type MapChange } from '#domain/relate/map/difference.ts';
import { mapOn, type MapHistory } from '#domain/relate/map/mapOn.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import type { MapWords } from './useMapWords.ts';

/** Days on which something was told. */
function toldDays({ members, marks, lines }: MapHistory): Day[] {
  return [...new Set([...members.flatMap(({ joinedOn, leftOn }) => [joinedOn, ...(leftOn === null ? [] : [leftOn])]), ...marks.map(({ observedOn }) => observedOn), ...lines.flatMap(({ observedOn, endedOn }) => [observedOn, ...(endedOn === null ? [] : [endedOn])])])].sort();
}

/** The time machine (时光机): a slider from the first day of the map to today, ticks where something was told, and two days compared. */
export function TimeBar({ history, today, day, choose, compared, compare, words }: { history: MapHistory; today: Day; day: Day; choose: (day: Day) => void; compared: Day | null; compare: (day: Day | null) => void; words: MapWords }) {
  const { powerMap: t } = useAllText();
  const format = useFormat();
  const told = toldDays(history).filter((one) => one <= today);
  const first = told[0] ?? today;
  const span = Math.max(1, daysBetween(first, today));
  return (
    <div className="vf-map-time vf-noprint">
      <div className="vf-map-slider">
        <span className="vf-num vf-faint vf-small">{format.day(first)}</span>
        <span className="vf-map-track">
          <input type="range" min={0} max={span} value={span - daysBetween(day, today)} aria-label={t.time.label} aria-valuetext={format.day(day)} disabled={first === today} onChange={(event) => choose(addDays(today, Number(event.target.value) - span))} />
          <span className="vf-map-ticks" aria-hidden>{told.map((one) => <i key={one} style={{ left: `${(100 * (span - daysBetween(one, today))) / span}%` }} />)}</span>
        </span>
        <span className="vf-map-days">
          <label className="vf-row"><span className="vf-small vf-quiet">{t.time.day}</span><input type="date" className="vf-map-day" min={first} max={today} value={day} onChange={(event) => { if (event.target.value >= first && event.target.value <= today) choose(event.target.value); }} /></label>
          <label className="vf-row"><span className="vf-small vf-quiet">{t.time.compare}</span><input type="date" className="vf-map-day" max={today} value={compared ?? ''} onChange={(event) => compare(event.target.value === '' || event.target.value > today ? null : event.target.value)} /></label>
        </span>
      </div>
      {compared === null ? null : <Difference history={history} from={compared < day ? compared : day} to={compared < day ? day : compared} words={words} close={() => compare(null)} />}
    </div>
  );
}

function Difference({ history, from, to, words, close }: { history: MapHistory; from: Day; to: Day; words: MapWords; close: () => void }) {
  const { powerMap: t } = useAllText();
  const format = useFormat();
  const all = differenceOf(mapOn(history, from), mapOn(history, to));
  // Of who came everything is new: one line says it.
  const came = new Set(all.flatMap((one) => (one.change === 'joined' ? [one.person] : [])));
  const changes = all.filter((one) => one.change !== 'value' || !came.has(one.person));
  const broughtBy = (person: number): string => all.flatMap((one) => (one.change === 'value' && one.person === person && (one.field === 'role' || one.field === 'stance') ? [words.valueOf(one.field, one.to)] : [])).join(t.comma);
  const sentence = (one: MapChange): string => {
    if (!('line' in one) && one.change !== 'value') return one.change === 'joined' ? t.changes.joined(words.nameOf(one.person), broughtBy(one.person)) : t.changes.left(words.nameOf(one.person));
    if (!('line' in one)) return one.faded ? t.changes.faded(words.nameOf(one.person), t.fields[one.field], words.valueOf(one.field, one.from)) : t.changes.value(words.nameOf(one.person), t.fields[one.field], words.valueOf(one.field, one.from), words.valueOf(one.field, one.to));
    const [a, b] = [words.nameOf(one.line.from), words.nameOf(one.line.to)];
    return one.change === 'line_changed' ? t.changes.line_changed(a, b, t.weights[one.line.weight as 1 | 2 | 3]) : t.changes[one.change](a, b);
  };
  return (
    <section className="vf-map-difference" aria-label={t.time.difference(format.day(from), format.day(to))}>
      <div className="vf-spread"><h2>{t.time.difference(format.day(from), format.day(to))}</h2><Button size="small" type="text" onClick={close}>{t.time.close}</Button></div>
      {changes.length === 0 ? <p className="vf-quiet">{t.time.same}</p> : <ul>{changes.map((one) => <li key={sentence(one)}>{sentence(one)}</li>)}</ul>}
    </section>
  );
}
