import { useEffect, useEffectEvent } from 'react';
import { answerOf, answers, forgetAll } from './answers.ts';
import type { Answer } from './call.ts';
import type { Me } from './me.ts';

type Progress = Answer<'GET /api/imports/{id}'>['progress'];
/** What the server tells while a page is open. */
export type LiveMessage =
  | { type: 'change'; verb: string; accountId: number | null }
  | { type: 'import'; id: number; state: Answer<'GET /api/imports/{id}'>['state']; progress: Progress }
  | { type: 'scored'; asOf: string | null };

const TYPES = ['change', 'import', 'scored'] as const;
const listeners = new Set<(message: LiveMessage) => void>();
let source: EventSource | null = null;
/** The connection was lost: something may have been missed. */
let broken = false;

function open(): void {
  source = new EventSource('/api/stream');
  const hear = (event: MessageEvent<string>): void => {
    const message = readMessage(event.data, event.type);
    if (message) listeners.forEach((listener) => listener(message));
  };
  source.onmessage = hear;
  for (const type of TYPES) source.addEventListener(type, hear);
  source.onerror = () => {
    broken = true;
  };
  source.addEventListener('hello', ({ data }: MessageEvent<string>) => {
    const { lastEvent } = JSON.parse(data) as { lastEvent: number };
    // Changed after the page's first answer and before it could hear of it: everything shown is asked again, as after a break.
    const known = answers.getQueryData<Me>(answerOf('GET /api/me').queryKey)?.lastEvent ?? 0;
    if (broken || lastEvent > known) void forgetAll();
    broken = false;
  });
}

/** A message of the stream; its type may stand in the data or be the event's name. */
export function readMessage(data: string, eventType: string): LiveMessage | null {
  try {
    const message = { type: eventType, ...(JSON.parse(data) as object) } as LiveMessage;
    return TYPES.includes(message.type) ? message : null;
  } catch {
    return null;
  }
}

/** Hears live changes while the component is on screen; all listeners share one connection. */
export function useLive(hear: (message: LiveMessage) => void): void {
  const onMessage = useEffectEvent(hear);
  useEffect(() => {
    const listener = (message: LiveMessage): void => onMessage(message);
    listeners.add(listener);
    if (!source) open();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        source?.close();
        source = null;
      }
    };
  }, []);
}
