import { useSyncExternalStore } from 'react';
import { sendFile } from '../../sendFile.ts';
import type { Locale } from '../../text/locale.ts';
import type { Read } from './decide.ts';

/** A workbook that was brought back, and what it would change: kept while the browser is open, so that going elsewhere loses no decision. */
export interface Returned { readonly file: File; readonly read: Read }

let returned: Returned | null = null;
const listeners = new Set<() => void>();

export function keepReturned(next: Returned | null): void {
  returned = next;
  listeners.forEach((listener) => listener());
}

export const useReturned = (): Returned | null => useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => returned);

/** Sends a workbook to be read; the answer is kept for the page that shows it. */
export async function bringBack(file: File, language: Locale, progress: (share: number) => void = () => {}, signal?: AbortSignal): Promise<void> {
  keepReturned({ file, read: await sendFile('POST /api/assessments/read', { query: { fileName: file.name, language } }, file, progress, signal) });
}
