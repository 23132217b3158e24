import type { RefObject } from 'react';
import { useKeys } from './keys.ts';

/** j / k move through the elements marked `data-row` inside a list; Enter opens what they hold. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: (event) => {
      const row = document.activeElement;
      if (!(row instanceof HTMLElement) || !row.hasAttribute('data-row') || !list.current?.contains(row)) return void (event.target as HTMLElement).click();
      row.querySelector<HTMLElement>('a[href],button')?.click();
    },
  });
}
