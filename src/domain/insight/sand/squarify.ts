/** A rectangle of a treemap, in the units of its frame. */
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/**
 * Squarified treemap: lays values out as rectangles of proportional area, as close to squares as it finds (Bruls, Huizing & van Wijk
 * 2000, "Squarified treemaps"). Values must be above zero; they are laid in falling order, and the boxes come back in the order given.
 */
export function squarify(values: readonly number[], frame: Box): Box[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const boxes: Box[] = values.map(() => ({ x: frame.x, y: frame.y, width: 0, height: 0 }));
  if (!(total > 0)) return boxes;
  const scale = (frame.width * frame.height) / total;
  const order = values.map((_, n) => n).sort((a, b) => values[b]! - values[a]! || a - b);
  let free = frame;
  for (let at = 0; at < order.length;) {
    const side = Math.min(free.width, free.height);
    let end = at + 1;
    while (end < order.length && worst(order.slice(at, end + 1), side) <= worst(order.slice(at, end), side)) end += 1;
    free = layRow(order.slice(at, end), free);
    at = end;
  }
  return boxes;

  /** The largest ratio of sides in a row of these values along `side`. */
  function worst(row: readonly number[], side: number): number {
    const areas = row.map((n) => values[n]! * scale);
    const sum = areas.reduce((a, b) => a + b, 0);
    return Math.max((side * side * Math.max(...areas)) / (sum * sum), (sum * sum) / (side * side * Math.min(...areas)));
  }

  /** Puts a row along the shorter side; gives what is left of the frame. */
  function layRow(row: readonly number[], { x, y, width, height }: Box): Box {
    const sum = row.reduce((all, n) => all + values[n]! * scale, 0);
    const upright = width >= height;
    const depth = upright ? sum / height : sum / width;
    let along = upright ? y : x;
    for (const n of row) {
      const length = (values[n]! * scale) / depth;
      boxes[n] = upright ? { x, y: along, width: depth, height: length } : { x: along, y, width: length, height: depth };
      along += length;
    }
    return upright ? { x: x + depth, y, width: Math.max(0, width - depth), height } : { x, y: y + depth, width, height: Math.max(0, height - depth) };
  }
}
