import type { ReactNode } from 'react';
import type { MapReading } from '#domain/relate/map/readMap.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import type { MapWords } from './useMapWords.ts';

/** So many of a list are enough to begin with. */
const SHOWN = 8;
/** A gap smaller than that is noise (standard deviations). */
const NOTABLE = 0.75;

/** What the map says, beside it: the vital few, gaps, chains to the decider, who is asked most, rank against influence. */
export function Rail({ reading, words, open }: { reading: MapReading; words: MapWords; open: (person: number) => void }) {
  const { powerMap: t, mapEditing: m } = useAllText();
  const format = useFormat();
  const { vital, gaps, chains, hints, rankGaps } = reading;
  const under = rankGaps.filter(({ gap }) => gap >= NOTABLE).slice(0, 3);
  const over = rankGaps.filter(({ gap }) => gap <= -NOTABLE).toReversed().slice(0, 3);
  const person = (one: number, text: ReactNode): ReactNode => <button type="button" className="vf-rail-item" onClick={() => open(one)}>{text}</button>;
  const asked = reading.influence.filter(({ askedBy }) => askedBy > 1).toSorted((a, b) => b.askedBy - a.askedBy || b.real - a.real).slice(0, 3);
  const people = [...Map.groupBy(gaps, (gap) => gap.person)];
  const gapItem = ([one, some]: (typeof people)[number]): ReactNode => <li key={one}>{person(one, <span><span className="vf-rail-name">{words.nameOf(one)}</span><span className="vf-rail-note">{some.map(({ gap }) => t.gaps[gap]).join(t.comma)}</span></span>)}</li>;
  return (
    <aside className="vf-map-rail" aria-label={t.rail.label}>
      {hints.length > 0 ? (
        <section>
          <h2>{t.rail.hints}</h2>
          <ul>{hints.map((hint) => <li key={hint.hint} className="vf-rail-hint">{hint.hint === 'several_deciders' ? t.hints.several_deciders(words.list(hint.people)) : hint.hint === 'many_people' ? t.hints.many_people(format.number(hint.count)) : hint.hint === 'one_holds_all' ? t.hints.one_holds_all(words.userOf(hint.user)) : t.hints[hint.hint]()}</li>)}</ul>
        </section>
      ) : null}
      {vital.length > 0 ? (
        <section>
          <h2 title={t.rail.vitalHelp}>{t.rail.vital}</h2>
          <ol>{vital.map((one, n) => <li key={one.person}>{person(one.person, <><b className="vf-rail-number">{n + 1}</b><span><span className="vf-rail-name">{words.nameOf(one.person)}</span> <span className="vf-num vf-faint">{format.percent(one.weight, 0)}</span>{one.what.length > 0 ? <span className="vf-rail-note">{one.what.map((what) => t.missing[what]).join(t.comma)}</span> : null}</span></>)}</li>)}</ol>
        </section>
      ) : null}
      {reading.map.people.length > 0 ? (
        <section>
          <h2>{t.rail.gaps} {people.length > 0 ? <span className="vf-num vf-faint">{format.number(people.length)}</span> : null}</h2>
          {gaps.length === 0 ? <p className="vf-quiet">{t.rail.noGaps}</p> : null}
          <ul>{people.slice(0, SHOWN).map(gapItem)}</ul>
          {people.length > SHOWN ? <details><summary>{t.rail.more(people.length - SHOWN)}</summary><ul>{people.slice(SHOWN).map(gapItem)}</ul></details> : null}
        </section>
      ) : null}
      {reading.map.people.length > 1 ? (
        <section>
          <h2>{t.rail.chains}</h2>
          {chains.length === 0 ? <p className="vf-quiet">{t.rail.noChains}</p> : <ul>{chains.map((chain) => <li key={chain.people.join()}>{person(chain.people[0]!, chain.people.map(words.nameOf).join(' → '))}</li>)}</ul>}
        </section>
      ) : null}
      {asked.length > 0 ? <section><h2>{m.asked}</h2><ul>{asked.map((one) => <li key={one.person}>{person(one.person, <><span className="vf-rail-name">{words.nameOf(one.person)}</span> <span className="vf-num vf-faint">{m.askedOf(one.askedBy)}</span></>)}</li>)}</ul></section> : null}
      {([['underrated', under], ['overrated', over]] as const).map(([key, some]) => (some.length > 0 ? (
        <section key={key}><h2>{t.rail[key]}</h2><ul>{some.map((one) => <li key={one.person}>{person(one.person, <><span>{words.nameOf(one.person)}</span> <span className="vf-num vf-faint">{one.gap > 0 ? '+' : '−'}{format.number(Math.abs(one.gap), 1)} σ</span></>)}</li>)}</ul></section>
      ) : null))}
    </aside>
  );
}
