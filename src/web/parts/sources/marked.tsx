/** A text with some of its places marked. */
export function Marked({ text, marks, name = 'vf-find' }: { text: string; marks: readonly (readonly [number, number])[]; name?: string }) {
  const pieces = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from > at) pieces.push(text.slice(at, from));
    pieces.push(<mark key={from} className={name}>{text.slice(from, to)}</mark>);
    at = to;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}
