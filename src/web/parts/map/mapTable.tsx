import { useState } from 'react';
import type { MapReading } from '#domain/relate/map/readMap.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { Dots } from './card.tsx';
import { STANCE_SIGN, type Scene } from './scene.ts';
import type { MapWords } from './useMapWords.ts';

const SORTS = ['weight', 'askedBy', 'real'] as const;
type Sort = (typeof SORTS)[number];

/** The map as a table, heaviest first, or most asked, or most influential: for phones, for screen readers, and for who reads faster than he looks. Rows can be chosen to be changed together. */
export function MapTable({ reading, scene, words, open, chosen, choose }: { reading: MapReading; scene: Scene; words: MapWords; open: (person: number) => void; chosen: ReadonlySet<number>; /** Null: nothing can be changed. */ choose: ((people: ReadonlySet<number>) => void) | null }) {
  const { powerMap: t, mapEditing: m } = useAllText();
  const [sort, setSort] = useState<Sort>('weight');
  const format = useFormat();
  const cards = new Map(scene.cards.map((card) => [card.person, card]));
  const missing = new Map(reading.vital.map(({ person, what }) => [person, what]));
  const rows = reading.map.people.map((one, n) => ({ ...one, weight: reading.weights[n]!.weight, askedBy: reading.influence[n]!.askedBy, real: reading.influence[n]!.known ? reading.influence[n]!.real : -1 })).toSorted((a, b) => b[sort] - a[sort] || b.weight - a.weight || a.person - b.person);
  const title: Record<Sort, string> = { weight: t.columns.weight, askedBy: m.askedBy, real: m.real };
  const sorted = (key: Sort, className = 'vf-right') => <th className={className} aria-sort={sort === key ? 'descending' : 'none'}><button type="button" className="vf-map-sort" title={m.sortBy(title[key])} onClick={() => setSort(key)}>{title[key]}{'\u00a0'}<span aria-hidden>{sort === key ? '▾' : ''}</span></button></th>;
  const toggle = (person: number): void => {
    const next = new Set(chosen);
    if (!next.delete(person)) next.add(person);
    choose?.(next);
  };
  return (
    <div className="vf-map-table">
      <table className="vf-table">
        <thead><tr>{choose ? <th className="vf-map-tick"><input type="checkbox" aria-label={m.many.chooseAll} checked={chosen.size === rows.length} onChange={() => choose(new Set(chosen.size === rows.length ? [] : rows.map(({ person }) => person)))} /></th> : null}<th>{t.columns.person}</th><th>{t.columns.stance}</th>{sorted('weight')}{sorted('askedBy', 'vf-right vf-map-wide')}{sorted('real', 'vf-right vf-map-wide')}<th className="vf-map-wide">{t.columns.closeness}</th><th className="vf-map-wide">{t.columns.holder}</th><th className="vf-map-wide vf-right">{t.columns.authority}</th><th className="vf-map-wide">{t.columns.influence}</th><th className="vf-map-wide">{t.columns.missing}</th></tr></thead>
        <tbody>
          {rows.map(({ person, stance, authority, influence, closeness, heldBy, roles, weight, askedBy, real }) => {
            const card = cards.get(person)!;
            return (
              <tr key={person} data-vital={card.vital !== null || undefined} data-chosen={chosen.has(person) || undefined}>
                {choose ? <td className="vf-map-tick"><input type="checkbox" aria-label={m.many.chooseOne(card.name)} checked={chosen.has(person)} onChange={() => toggle(person)} /></td> : null}
                <td className="vf-map-who"><button type="button" className="vf-link" onClick={() => open(person)}>{card.vital === null ? '' : `${card.vital} · `}{card.name}</button><br /><span className="vf-small vf-faint">{card.sub || words.valueOf('role', roles.said?.join(',') ?? null)}</span></td>
                <td><span className="vf-stance" data-stance={card.stance} data-state={stance.state}><span aria-hidden>{STANCE_SIGN[card.stance]}</span> {card.stanceWord}</span></td>
                <td className="vf-right vf-num">{format.percent(weight, 0)}</td>
                <td className="vf-right vf-num vf-map-wide">{askedBy > 0 ? format.number(askedBy) : '–'}</td>
                <td className="vf-right vf-num vf-map-wide">{real < 0 ? '–' : format.percent(real, 0)}</td>
                <td className="vf-map-wide"><Dots count={card.closeness} /><span className="vf-hidden">{words.valueOf('closeness', closeness.value)}</span></td>
                <td className="vf-map-wide vf-map-short">{heldBy.value === null ? <span className="vf-faint">{t.nobody}</span> : words.userOf(heldBy.value)}</td>
                <td className="vf-map-wide vf-right vf-num">{authority.value ?? '–'}</td>
                <td className="vf-map-wide vf-map-short">{influence.value === null ? <span className="vf-faint">{words.valueOf('influence', null)}</span> : words.valueOf('influence', influence.value)}</td>
                <td className="vf-map-wide vf-small vf-quiet">{(missing.get(person) ?? []).map((what) => t.missing[what]).join(t.comma)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
