/** Round steps (1, 2, 2.5, 5 × 10ⁿ) that cover `from`–`to` with about `count` lines; includes the ends' round numbers. */
export function ticks(from: number, to: number, count: number): number[] {
  if (!(to > from)) return [from];
  const rough = (to - from) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const marks: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i += 1) marks.push(Number((i * step).toPrecision(12)));
  return marks;
}
