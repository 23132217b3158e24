/** Width on a terminal: Chinese characters take two columns. */
export function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}|[\u3000-\u30ff\uff00-\uff60\uac00-\ud7af]/u.test(character) ? 2 : 1), 0);
}

/** Cut or filled to a width, to the left or right of it. */
export function padded(text: string, to: number, right = false): string {
  let cut = text;
  while (width(cut) > to) cut = `${[...cut].slice(0, -2).join('')}…`;
  const fill = ' '.repeat(Math.max(0, to - width(cut)));
  return right ? fill + cut : cut + fill;
}
