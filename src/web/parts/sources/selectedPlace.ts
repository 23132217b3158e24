/** A passage somebody has selected in the reader: its page and its characters in the text of the page. */
export interface Selected { readonly page: number; readonly from: number; readonly to: number; readonly quote: string }

const LONGEST = 4000;

/** Where a selection lies; null when nothing in a page is selected, `several` when it reaches over a page, `long` when it is too long to quote. */
export function selectedPlace(selection: Selection | null): Selected | 'several' | 'long' | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [first, last] = [pageOf(range.startContainer), pageOf(range.endContainer)];
  if (!first || !last) return null;
  if (first !== last) return 'several';
  const before = document.createRange();
  before.selectNodeContents(first);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const quote = range.toString();
  if (quote.trim() === '') return null;
  return quote.length > LONGEST ? 'long' : { page: Number(first.dataset['page']), from, to: from + quote.length, quote };
}

function pageOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-page]') ?? null;
}
