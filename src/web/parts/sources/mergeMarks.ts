export interface Piece { readonly from: number; readonly to: number; readonly kinds: readonly ('find' | 'cited')[] }

/** Cuts a text where finds and cited passages begin and end; every character is in exactly one piece. */
export function mergeMarks(length: number, finds: readonly (readonly [number, number])[], cited: readonly { readonly from: number; readonly to: number }[]): Piece[] {
  const cuts = new Set([0, length]);
  for (const [from, to] of finds) cuts.add(from).add(to);
  for (const { from, to } of cited) cuts.add(from).add(to);
  const places = [...cuts].filter((at) => at >= 0 && at <= length).toSorted((a, b) => a - b);
  return places.slice(0, -1).map((from, n): Piece => {
    const to = places[n + 1]!;
    const within = (start: number, end: number): boolean => from >= start && to <= end;
    return { from, to, kinds: [...(finds.some(([start, end]) => within(start, end)) ? ['find' as const] : []), ...(cited.some((one) => within(one.from, one.to)) ? ['cited' as const] : [])] };
  });
}
