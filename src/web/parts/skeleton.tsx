import { useEffect, useState } from 'react';
import { useText } from '../text/locale.ts';

/** Nothing under 300 ms: what comes quickly must not flicker. */
function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

/** Grey lines where rows will be. */
export function RowsSkeleton({ rows = 8 }: { rows?: number }) {
  const { common } = useText();
  const late = useLate();
  return (
    <div className="vf-skeleton" role="status" aria-label={common.loading}>
      {late ? Array.from({ length: rows }, (_, i) => <span key={i} style={{ width: `${92 - ((i * 37) % 41)}%` }} />) : null}
    </div>
  );
}

/** A whole page on its way. */
export function PageSkeleton() {
  return <div className="vf-page"><RowsSkeleton rows={10} /></div>;
}
