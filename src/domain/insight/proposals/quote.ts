/** Characters beside which blanks mean nothing: Chinese and Japanese writing and its full-width signs. A line end in a PDF stands in the middle of a word. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** A text without differences of blanks, and where each of its characters stands in the original. */
function squeezed(text: string): { text: string; at: number[] } {
  let out = '';
  const at: number[] = [];
  for (let n = 0; n < text.length; n++) {
    const character = text[n]!;
    if (!/\s/.test(character)) {
      out += character;
      at.push(n);
      continue;
    }
    let end = n;
    while (end + 1 < text.length && /\s/.test(text[end + 1]!)) end++;
    const [before, after] = [text[n - 1] ?? '', text[end + 1] ?? ''];
    if (before !== '' && after !== '' && !WIDE.test(before) && !WIDE.test(after)) {
      out += ' ';
      at.push(n);
    }
    n = end;
  }
  return { text: out, at };
}

/** Shorter ones prove nothing: they stand everywhere. */
const SHORTEST = 4;
const LONGEST = 4000;

/**
 * Where a quotation stands word for word in the text of a page: the characters from–to; null where it does not. Only blanks may differ
 * (one for several, none beside Chinese characters), the same on both sides. Of several places the first.
 */
export function findQuote(page: string, quote: string): { readonly from: number; readonly to: number } | null {
  const wanted = squeezed(quote.trim()).text;
  if (wanted.length < SHORTEST) return null;
  const { text, at } = squeezed(page);
  const found = text.indexOf(wanted);
  if (found === -1) return null;
  const from = at[found]!;
  const to = at[found + wanted.length - 1]! + 1;
  return to - from > LONGEST ? null : { from, to };
}
