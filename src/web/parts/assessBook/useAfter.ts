import { useEffect, useState } from 'react';

/** True once something has been under way for that long: progress shows itself only where somebody waits for it. */
export function useAfter(busy: boolean, milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return setLate(false);
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [busy, milliseconds]);
  return late;
}
