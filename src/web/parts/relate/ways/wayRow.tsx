import { Button } from 'antd';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { evidenceClass } from '../../evidenceMark.tsx';
import type { HopView, WayView } from './changing.ts';
import { Face } from './face.tsx';
import { figureOf } from './figure.ts';
import { hopState, mainLine } from './hopState.ts';

/** One way: us on the left, them on the right, under each link why it is believed, at the end what it is worth. */
export function WayRow({ way, willingness, may, ask, open }: { way: WayView; willingness: number; may: boolean; ask: () => void; open: (hop: HopView) => void }) {
  const { ways: t } = useAllText();
  const format = useFormat();
  const figure = (value: number) => figureOf(format, value);
  const { people, hops, connector } = way;
  const weak = hops[way.weakest];
  return (
    <li className={`vf-way vf-card${people.length > 3 ? ' vf-way-long' : ''}`}>
      <ol className="vf-way-line">
        {people.map((person, n) => {
          const hop = hops[n - 1];
          const line = hop && mainLine(hop);
          return (
            <li key={person.id}>
              {hop && line ? (
                <button type="button" className={`vf-hop ${evidenceClass(hopState(hop))}`} onClick={() => open(hop)}>
                  <span className="vf-hidden">{t.tieTitle({ a: people[n - 1]!.name, b: person.name })}: </span>
                  <span className="vf-hop-value vf-num">{hop.strength === null ? t.unknownStrength : figure(hop.strength)}</span>
                  <span className="vf-hop-bar" aria-hidden />
                  <span className="vf-small vf-clip">{t.kinds[line.kind]}</span>
                  <span className="vf-small vf-faint vf-clip">{t.how[line.how]}</span>
                  {line.since === null ? null : <span className="vf-small vf-faint vf-clip">{line.span ? '≈ ' : ''}{format.month(line.since.slice(0, 7))}</span>}
                </button>
              ) : null}
              <Face person={person} role={n === 0 ? 'us' : n === people.length - 1 ? 'goal' : null} />
            </li>
          );
        })}
      </ol>
      <dl className="vf-way-worth">
        <div><dt className="vf-small">{t.strength}</dt><dd className="vf-num"><strong>{figure(way.product)}</strong></dd></div>
        {hops.length > 1 ? <div title={t.worthHint({ willingness: figure(willingness) })}><dt className="vf-small">{t.worth}</dt><dd className="vf-num">{figure(way.worth)}</dd></div> : null}
        {weak && hops.length > 1 ? <div><dt className="vf-small">{t.weakest}</dt><dd><span className="vf-num">{figure(weak.counted)}</span> <span className="vf-small vf-quiet">{t.weakestOf({ a: people[way.weakest]!.name, b: people[way.weakest + 1]!.name })}</span></dd></div> : null}
      </dl>
      <div className="vf-way-ask vf-noprint">
        {connector ? (
          <>
            {may ? <Button onClick={ask} aria-label={t.askOf({ name: connector.person.name })}>{t.ask}</Button> : null}
            {connector.open > 0 ? <span className={`vf-small ${connector.busy ? 'vf-way-busy' : 'vf-faint'}`} title={connector.busy ? t.busy : undefined}>{t.load(connector.open)}</span> : null}
          </>
        ) : <span className="vf-small vf-quiet">{t.self}</span>}
      </div>
    </li>
  );
}
