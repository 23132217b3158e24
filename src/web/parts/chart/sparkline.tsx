import { memo } from 'react';

/** Twelve months as a line over its zero; the last month is a dot. The figure beside it says the amount, so it is hidden from readers. */
export const Sparkline = memo(function Sparkline({ values, width = 64, height = 20 }: { values: readonly number[]; width?: number; height?: number }) {
  if (values.length < 2) return <svg width={width} height={height} aria-hidden />;
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const x = (i: number): number => 1.5 + (i / (values.length - 1)) * (width - 4);
  const y = (value: number): number => (top === bottom ? height - 3 : 2 + ((top - value) / (top - bottom)) * (height - 5));
  const line = values.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const last = values.length - 1;
  return (
    <svg className="vf-spark" width={width} height={height} aria-hidden>
      <path className="vf-spark-area" d={`${line}L${x(last).toFixed(1)} ${y(0).toFixed(1)}L${x(0).toFixed(1)} ${y(0).toFixed(1)}Z`} />
      <path className="vf-spark-line" d={line} />
      <circle className="vf-spark-dot" cx={x(last)} cy={y(values[last]!)} r={1.75} />
    </svg>
  );
});
