import { memo } from 'react';
import { STANCE_SIGN, type CardView } from './scene.ts';

/** A person on the canvas. Drawn anew only when something about them changes; its place is a transform. */
export const Card = memo(function Card({ card, label, selected, chosen, reachable, editable }: { card: CardView; label: string; selected: boolean; /** Among several that are changed together. */ chosen: boolean; /** The one Tab stops at. */ reachable: boolean; editable: boolean }) {
  return (
    <div
      role="button" className="vf-actor" data-person={card.person} data-stance={card.stance} data-state={card.state} data-placeholder={card.placeholder || undefined} data-vital={card.vital !== null || undefined} data-chosen={chosen || undefined} aria-pressed={selected || chosen}
      tabIndex={reachable ? 0 : -1} aria-label={label} style={{ transform: `translate(${card.place.x}px, ${card.place.y}px)` }}
    >
      <span className="vf-actor-edge" aria-hidden />
      <span className="vf-actor-name" data-sign={STANCE_SIGN[card.stance]}>{card.name}</span>
      <span className="vf-actor-sub">{card.sub}</span>
      <span className="vf-actor-foot" aria-hidden>
        <Dots count={card.closeness} />
        <span className="vf-actor-stance" data-sign={STANCE_SIGN[card.stance]}>{card.stanceWord}</span>
        {card.owner ? <span className="vf-actor-owner">{card.owner}</span> : null}
      </span>
      {card.vital === null ? null : <span className="vf-actor-vital" aria-hidden>{card.vital}</span>}
      {editable ? <span className="vf-actor-handle" data-handle aria-hidden /> : null}
    </div>
  );
});

/** How close we are: three dots, dotted where nobody knows. */
export function Dots({ count }: { count: number | null }) {
  return <span className={count === null ? 'vf-near vf-near-unknown' : 'vf-near'}>{[1, 2, 3].map((n) => <i key={n} className={count !== null && count >= n ? 'vf-on' : undefined} />)}</span>;
}
