import type { MapReading } from '#domain/relate/map/readMap.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { Dots } from './card.tsx';
import { STANCE_SIGN, type Scene } from './scene.ts';
import type { MapWords } from './useMapWords.ts';

/** The map as a table, heaviest first: for phones, for screen readers, and for who reads faster than he looks. */
export function MapTable({ reading, scene, words, open }: { reading: MapReading; scene: Scene; words: MapWords; open: (person: number) => void }) {
  const { powerMap: t } = useAllText();
  const format = useFormat();
  const cards = new Map(scene.cards.map((card) => [card.person, card]));
  const missing = new Map(reading.vital.map(({ person, what }) => [person, what]));
  const rows = reading.map.people.map((one, n) => ({ ...one, weight: reading.weights[n]!.weight })).toSorted((a, b) => b.weight - a.weight || a.person - b.person);
  return (
    <div className="vf-map-table">
      <table className="vf-table">
        <thead><tr><th>{t.columns.person}</th><th>{t.columns.stance}</th><th className="vf-right">{t.columns.weight}</th><th>{t.columns.closeness}</th><th className="vf-map-wide">{t.columns.holder}</th><th className="vf-map-wide vf-right">{t.columns.authority}</th><th className="vf-map-wide">{t.columns.influence}</th><th className="vf-map-wide">{t.columns.missing}</th></tr></thead>
        <tbody>
          {rows.map(({ person, stance, authority, influence, closeness, heldBy, roles, weight }) => {
            const card = cards.get(person)!;
            return (
              <tr key={person} data-vital={card.vital !== null || undefined}>
                <td><button type="button" className="vf-link" onClick={() => open(person)}>{card.vital === null ? '' : `${card.vital} · `}{card.name}</button><br /><span className="vf-small vf-faint">{card.sub || words.valueOf('role', roles.said?.join(',') ?? null)}</span></td>
                <td><span className="vf-stance" data-stance={card.stance} data-state={stance.state}><span aria-hidden>{STANCE_SIGN[card.stance]}</span> {card.stanceWord}</span></td>
                <td className="vf-right vf-num">{format.percent(weight, 0)}</td>
                <td><Dots count={card.closeness} /><span className="vf-hidden">{words.valueOf('closeness', closeness.value)}</span></td>
                <td className="vf-map-wide">{heldBy.value === null ? <span className="vf-faint">{t.nobody}</span> : words.userOf(heldBy.value)}</td>
                <td className="vf-map-wide vf-right vf-num">{authority.value ?? '–'}</td>
                <td className="vf-map-wide">{words.valueOf('influence', influence.value)}</td>
                <td className="vf-map-wide vf-small vf-quiet">{(missing.get(person) ?? []).map((what) => t.missing[what]).join(t.comma)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
