import type { ReactNode } from 'react';

/** A bar with what it measures; `share` null: not known yet how much there is. */
export function Progress({ label, share, note }: { label: string; share: number | null; note?: ReactNode }) {
  return (
    <div className="vf-progress">
      <div className="vf-spread"><strong className="vf-clip">{label}</strong><span className="vf-num vf-quiet">{note}</span></div>
      <div className={share === null ? 'vf-progress-bar vf-progress-unknown' : 'vf-progress-bar'} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share === null ? undefined : Math.round(share * 100)}>
        <span style={{ width: share === null ? '30%' : `${share * 100}%` }} />
      </div>
    </div>
  );
}
