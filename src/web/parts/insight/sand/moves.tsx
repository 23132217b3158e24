import { Button } from 'antd';
import type { SandResult } from '#domain/insight/sand/simulate.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { EvidenceMark } from '../../evidenceMark.tsx';
import { fromName } from './outcome.tsx';
import { lineName, useSandChange, type MoveView, type ScenarioView, type SandView } from './sandView.ts';

/** Moves that one sheet shows: those that bring most. */
export const ON_PAPER = 14;

/** Moves of a scenario: what is taken from whom, how likely, and which opportunity point carries it. */
export function Moves({ view, scenario, result, open }: { view: SandView; scenario: ScenarioView; result: SandResult; open: (move: MoveView | null) => void }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const change = useSandChange();
  const may = view.can.describe;
  const printed = new Set(result.moves.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.id - b.id).slice(0, ON_PAPER).map((one) => one.id));
  return (
    <section className="vf-sand-moves" aria-label={t.moves}>
      <div className="vf-spread"><h3>{t.moves}</h3>{may && view.lines.length > 0 ? <Button size="small" type="primary" className="vf-noprint" onClick={() => open(null)}>{t.addMove}</Button> : null}</div>
      {scenario.moves.length === 0 ? <p className="vf-small vf-quiet">{t.noMoves}</p> : (
        <div className="vf-scroll-x" tabIndex={0} role="region" aria-label={t.moves}>
          <table className="vf-table">
            <thead><tr><th scope="col">{t.moveColumns.line}</th><th scope="col">{t.moveColumns.from}</th><th scope="col" className="vf-right">{t.moveColumns.points}</th><th scope="col" className="vf-right">{t.moveColumns.chance}</th><th scope="col">{t.moveColumns.carried}</th><th scope="col" className="vf-right">{t.moveColumns.expected}</th>{may ? <th className="vf-noprint" /> : null}</tr></thead>
            <tbody>
              {scenario.moves.map((move) => {
                const line = view.lines.find((one) => one.id === move.lineId);
                const one = result.moves.find(({ id }) => id === move.id);
                const name = line ? lineName(line) : '';
                return (
                  <tr key={move.id} className={printed.has(move.id) ? undefined : 'vf-noprint'}>
                    <td>{may ? <button type="button" className="vf-link vf-move-name" onClick={() => open(move)}>{name}</button> : name}{move.text ? <span className="vf-small vf-quiet vf-move-words">{move.text}</span> : null}</td>
                    <td>{fromName(move, t)}</td>
                    <td className="vf-right vf-num">{[move.low, move.likely, move.high].map((points) => format.number(points, Number.isInteger(points) ? 0 : 1)).join(' / ')}</td>
                    <td className="vf-right vf-num">{format.percent(move.chance, 0)}</td>
                    <td>{move.opportunity ? <><EvidenceMark state={move.opportunity.evidence}>{move.opportunity.title}</EvidenceMark> <span className="vf-small vf-faint">{stageWord(move.opportunity.stage, t)} · {t.priority({ points: format.points(move.opportunity.priority) })}</span></> : <EvidenceMark state="assumed">{t.nothingCarries}</EvidenceMark>}</td>
                    <td className="vf-right vf-num">{one?.value == null ? '?' : format.money(Math.round(one.value), view.currency)}</td>
                    {may ? <td className="vf-noprint"><Button type="text" size="small" aria-label={`${t.takeBack}: ${name}, ${fromName(move, t)}`} onClick={() => void change(() => call('POST /api/sand-moves/{id}/withdraw', { params: { id: move.id }, body: { withdrawn: true } }), t.moveGone)}>×</Button></td> : null}
                  </tr>
                );
              })}
            </tbody>
          </table>
          {scenario.moves.length > ON_PAPER ? <p className="vf-paper vf-small vf-quiet">{t.moreMovesOnScreen({ n: scenario.moves.length - ON_PAPER })}</p> : null}
        </div>
      )}
    </section>
  );
}

type Words = ReturnType<typeof useAllText>['sand'];
export const stageWord = (stage: string, t: Words): string => (t.stages as Record<string, string>)[stage] ?? stage;
