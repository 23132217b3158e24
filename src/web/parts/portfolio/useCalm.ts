import { useEffect, useRef, useState } from 'react';

/** How often figures about all customers follow a slider: often enough to read, seldom enough to leave the frame to the rows. */
const EVERY_MS = 200;

/** Follows a counter that grows each frame, at most five times a second while things move and at once when they rest. */
export function useCalm(turn: number, moving: boolean): number {
  const [calm, setCalm] = useState(turn);
  const last = useRef(0);
  useEffect(() => {
    const now = performance.now();
    if (moving && now - last.current < EVERY_MS) return;
    last.current = now;
    setCalm(turn);
  }, [turn, moving]);
  return calm;
}
