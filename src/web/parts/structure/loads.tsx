import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';

type Structure = Answer<'GET /api/portfolio/structure'>;

/** What each owner carries against the capacity, by name: a load, never a ranking. */
export function Loads({ structure }: { structure: Structure }) {
  const { structure: t } = useText();
  const format = useFormat();
  const { loads, capacity } = structure;
  if (loads.length === 0) return <p className="vf-quiet">{t.noLoads}</p>;
  return (
    <table className="vf-table vf-loads">
      <thead><tr><th>{t.owner}</th><th>{t.strategic}</th><th>{t.keyAndGrowth}</th><th className="vf-right">{t.others}</th><th className="vf-right">{t.chosen}</th></tr></thead>
      <tbody>
        {loads.map((load) => (
          <tr key={load.person.id}>
            <td>{load.person.name}{load.closed ? <> <span className="vf-tag">{t.closedAccess}</span></> : null}{load.overloaded ? <> <span className="vf-tag vf-tag-due">{t.overloaded}</span></> : null}</td>
            <td><Meter n={load.strategic} capacity={capacity.strategic} /></td>
            <td><Meter n={load.keyAndGrowth} capacity={capacity.keyAndGrowth} /></td>
            <td className="vf-right vf-num">{format.number(load.others)}</td>
            <td className="vf-right vf-num">{load.chosen > 0 ? format.number(load.chosen) : <span className="vf-faint">–</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Filled places of those there are; what goes beyond is hatched. */
function Meter({ n, capacity }: { n: number; capacity: number }) {
  const { structure: t } = useText();
  const format = useFormat();
  const scale = Math.max(n, capacity, 1);
  return (
    <span className="vf-meter">
      <span className="vf-meter-track" aria-hidden>
        <i className="vf-meter-room" style={{ width: `${(capacity / scale) * 100}%` }} />
        <i className="vf-meter-full" style={{ width: `${(Math.min(n, capacity) / scale) * 100}%` }} />
        {n > capacity ? <i className="vf-meter-beyond" style={{ left: `${(capacity / scale) * 100}%`, width: `${((n - capacity) / scale) * 100}%` }} /> : null}
      </span>
      <span className="vf-num vf-small">{t.loadOf({ n: format.number(n), capacity: format.number(capacity) })}</span>
    </span>
  );
}
