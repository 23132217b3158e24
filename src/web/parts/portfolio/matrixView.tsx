import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { classOf } from '#domain/select/classify.ts';
import { answerOf } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { RowsSkeleton } from '../skeleton.tsx';
import { Matrix } from './matrix.tsx';
import type { BubblePoint } from './matrixLayout.ts';
import type { WhatIf } from './useWhatIf.ts';

/** Bubble matrix of the largest customers; it follows the sliders. */
export default function MatrixView({ whatIf, chosen, onChoose, currency }: { whatIf: WhatIf; chosen: ReadonlySet<number> | null; onChoose: (ids: number[]) => void; currency: string }) {
  const { portfolio: t, common } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(answerOf('GET /api/portfolio/bubbles'));
  const { sheet, now, changed, turn, indexOf } = whatIf;
  const points: BubblePoint[] = useMemo(() => {
    if (!data) return [];
    if (!changed || !now) return data.points;
    const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
    return data.points.map((point) => {
      const at = indexOf(point.id);
      return at === undefined ? point : { ...point, valueToday: known(now.valueToday[at]!), potential: known(now.potential[at]!), class: classOf(now.class[at]!), confidence: now.confidence[at]! };
    });
  }, [data, changed, now, turn, indexOf]);
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data || !sheet) return <RowsSkeleton />;
  return (
    <section>
      <Matrix
        points={points} rules={sheet.model.classes} height={520} chosen={chosen} onChoose={onChoose}
        onOpen={(id) => void navigate({ to: '/accounts/$id', params: { id: String(id) } })}
        words={{ label: t.matrixLabel({ n: points.length }), value: t.matrixValue, potential: t.matrixPotential, noValue: t.matrixNoValue, noPotential: t.matrixNoPotential, nonePlaced: t.matrixNonePlaced, classes: common.classes }}
        describe={(point) => ({
          title: point.name,
          lines: [t.bubbleLine({ class: point.class ? common.classes[point.class] : '–', value: format.points(point.valueToday), potential: format.points(point.potential) }), format.money(point.revenue, currency), common.confidence(format.percent(point.confidence, 0))],
        })}
      />
      <p className="vf-small vf-faint">{t.matrixHow}{data.more > 0 ? ` ${t.matrixMore({ n: data.more })}` : ''}</p>
    </section>
  );
}
