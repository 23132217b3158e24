import { useState } from 'react';
import { Button, Select } from 'antd';
import { reversals, type Reversal } from '#domain/select/robust/reversal.ts';
import type { Scores } from '#domain/select/score.ts';
import type { ScoreSheet } from '#domain/select/sheet.ts';
import type { Weights } from '#domain/select/weights.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { rivalsOf } from './rivals.ts';
import { namePlace } from './weightShifts.ts';

const FEW = 6;

/** What one weight would have to become for this customer and a rival to change places. */
export function Turning({ sheet, scores, weights, at, nameOf, apply }: {
  sheet: ScoreSheet; scores: Scores; weights: Weights; at: number; nameOf: (at: number) => string; apply: (reversal: Reversal, ahead: number, behind: number) => void;
}) {
  const { robust: t } = useText();
  const format = useFormat();
  const words = useWords();
  const { near, first } = rivalsOf(scores, at);
  const [picked, setPicked] = useState<number | null>(null);
  const rival = picked ?? first;
  const found = rival === null ? null : reversals(sheet, at, rival, weights);
  if (rival === null || !found) return <p className="vf-quiet">{t.noRival}</p>;
  const names = { ahead: nameOf(found.ahead), behind: nameOf(found.behind) };
  const place = (one: Reversal): string => {
    const { name, within } = namePlace(sheet.model, one);
    return within.length === 0 ? words(name) : t.inside({ name: words(name), of: words(within[0]!) });
  };
  const percent = (weight: number): string => `${format.number(weight, Number.isInteger(Math.round(weight * 10) / 10) ? 0 : 1)}%`;
  const turning = found.weights.flatMap(({ reversal }) => (reversal ? [reversal] : [])).toSorted((a, b) => a.relative - b.relative);
  return (
    <div className="vf-turning">
      <label className="vf-row vf-wrap"><span className="vf-quiet">{t.rival}</span>
        <Select<number>
          className="vf-turning-rival" showSearch={{ optionFilterProp: 'label' }} value={rival} onChange={setPicked} aria-label={t.rival} popupMatchSelectWidth={false}
          options={near.map((other) => ({ value: other, label: `${format.number(scores.rank[other]!)} · ${nameOf(other)}` }))}
        />
      </label>
      {found.tied ? <p>{t.tied}</p> : found.critical === null ? <p>{t.neverTurns(names)}</p> : (
        <div className="vf-turning-said">
          <p>{t.turns({ weight: place(found.critical), to: percent(found.critical.passes), from: percent(found.critical.weight), ...names })}</p>
          <Button size="small" onClick={() => apply(found.critical!, found.ahead, found.behind)}>{t.tryIt}</Button>
        </div>
      )}
      {turning.length > 1 ? (
        <table className="vf-table vf-turning-table">
          <thead><tr><th>{t.weight}</th><th className="vf-right">{t.now}</th><th className="vf-right">{t.from}</th><th className="vf-right">{t.relative}</th></tr></thead>
          <tbody>
            {turning.slice(0, FEW).map((one) => (
              <tr key={`${one.list}${one.at}`}>
                <td>{place(one)}</td><td className="vf-right vf-num">{percent(one.weight)}</td><td className="vf-right vf-num">{percent(one.passes)}</td>
                <td className="vf-right vf-num">{Number.isFinite(one.relative) ? format.change((one.turns - one.weight) / one.weight) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="vf-small vf-faint">{t.turnsHow}</p>
    </div>
  );
}
