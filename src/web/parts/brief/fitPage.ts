import { useLayoutEffect, useState, type RefObject } from 'react';

/** A4 between margins of 12 mm, in CSS pixels of 1/96 inch: 186 × 273 mm. */
export const PAGE = { width: (186 / 25.4) * 96, height: (273 / 25.4) * 96 };
/** Smaller than this nobody reads it across a table: what people write is limited so that it is not reached. */
const SMALLEST = 0.72;
/** A short brief is set larger: it is read at arm's length, in a car. */
const LARGEST = 1.2;
/** Printers round up; a hair over the edge would be a second sheet. */
const SPARE = 6;

/**
 * How large the sheet is set so that it fills one page and no more, 0.72–1.2. Measured on a copy laid out as on paper, because on a phone
 * the sheet on screen is another shape. A smaller zoom also makes lines longer, so it is tried step by step.
 */
export function useFit(sheet: RefObject<HTMLElement | null>, depends: unknown): number {
  const [fit, setFit] = useState(1);
  useLayoutEffect(() => {
    const from = sheet.current;
    if (!from) return;
    const copy = from.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('.vf-noprint').forEach((element) => element.remove());
    copy.setAttribute('aria-hidden', 'true');
    copy.className = 'vf-leaf vf-leaf-measured';
    document.body.append(copy);
    let next: number = LARGEST;
    for (; next > SMALLEST; next = Math.round((next - 0.02) * 100) / 100) {
      copy.style.width = `${PAGE.width / next}px`;
      if (copy.getBoundingClientRect().height * next <= PAGE.height - SPARE) break;
    }
    copy.remove();
    setFit(next);
  }, [sheet, depends]);
  return fit;
}
