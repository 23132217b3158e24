/** The mark: one tall bar and the small rest, the whole idea in a picture. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden className="vf-mark">
      <rect x="2" y="2" width="4" height="16" rx="1" />
      <rect x="8" y="12" width="3" height="6" rx="1" opacity=".55" />
      <rect x="13" y="15" width="2" height="3" rx="1" opacity=".4" />
      <rect x="17" y="16" width="1.5" height="2" rx=".75" opacity=".3" />
    </svg>
  );
}
