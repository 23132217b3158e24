import { useRef, useState, type ChangeEvent, type DragEvent, type RefObject } from 'react';
import { say } from '../undo.ts';

/** A file on its way: how much of it was sent, 0–1. */
export interface Sending { readonly name: string; readonly size: number; readonly share: number }

export interface FileDrop {
  readonly over: boolean;
  readonly sending: Sending | null;
  readonly error: unknown;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly take: (files: readonly File[]) => void;
  /** Stops what is being sent; nothing is said then. */
  readonly stop: () => void;
  /** For the place where files are dropped. */
  readonly target: { onDragOver: (event: DragEvent) => void; onDragLeave: () => void; onDrop: (event: DragEvent) => void };
  /** For the hidden `<input type="file">`; the same file may be chosen twice in turn. */
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** Takes one file that is dropped, chosen or pasted, and sends it: `send` tells how much has gone and rejects with what is shown; `several` is said when there was more than one. */
export function useFileDrop(several: string, send: (file: File, told: (share: number) => void, signal: AbortSignal) => Promise<void>): FileDrop {
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>(undefined);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const work = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file || sending) return;
    if (files.length > 1) say(several);
    setError(null);
    const told = (share: number): void => setSending({ name: file.name, size: file.size, share });
    told(0);
    stop.current = new AbortController();
    try {
      await send(file, told, stop.current.signal);
    } catch (cause) {
      if (!(cause instanceof DOMException)) setError(cause);
    } finally {
      setSending(null);
    }
  };
  const take = (files: readonly File[]): void => void work(files);
  return {
    over, sending, error, input, take, stop: () => stop.current?.abort(),
    target: {
      onDragOver: (event) => { event.preventDefault(); setOver(true); },
      onDragLeave: () => setOver(false),
      onDrop: (event) => { event.preventDefault(); setOver(false); take([...event.dataTransfer.files]); },
    },
    onChange: (event) => { take([...(event.target.files ?? [])]); event.target.value = ''; },
  };
}
