import type { EvidenceKind } from '#domain/select/model.ts';

/*
 * Scales of a power map (权力地图; method.md R3 and "Defaults of the house"). Everything here belongs to a person on one map, never to
 * the person: the same engineer may decide one project and be against us in another.
 */

/** Part a person has in this decision (角色); several allowed, the heaviest counts. */
export const MAP_ROLES = ['decider', 'approver', 'evaluator', 'buyer', 'gatekeeper', 'influencer', 'user', 'coach'] as const;
export type MapRole = (typeof MAP_ROLES)[number];
/** How much of the decision a role carries, 0–1 (house default). */
export const ROLE_FACTOR: Readonly<Record<MapRole, number>> = { decider: 1, approver: 0.8, evaluator: 0.6, buyer: 0.5, gatekeeper: 0.4, influencer: 0.4, user: 0.3, coach: 0.2 };

/** Stance towards us (立场), warmest first. Unknown is no stance, and never 0. */
export const STANCES = ['champion', 'supporter', 'neutral', 'doubtful', 'opposed'] as const;
export type Stance = (typeof STANCES)[number];
export const STANCE_VALUE: Readonly<Record<Stance, number>> = { champion: 2, supporter: 1, neutral: 0, doubtful: -1, opposed: -2 };

/** Formal authority in this decision (职权), 1 lowest to 5 highest. */
export const AUTHORITIES = [1, 2, 3, 4, 5] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** Judged influence (影响力). The method names the levels; the thirds are ours: nobody on a map counts 0. */
export const INFLUENCES = ['inner', 'listened', 'outside'] as const;
export type Influence = (typeof INFLUENCES)[number];
export const INFLUENCE_VALUE: Readonly<Record<Influence, number>> = { inner: 1, listened: 2 / 3, outside: 1 / 3 };

/** How close we are (亲近程度), in points for dots and shares. */
export const CLOSENESSES = ['none', 'brief', 'several', 'depth'] as const;
export type Closeness = (typeof CLOSENESSES)[number];
export const CLOSENESS_POINTS: Readonly<Record<Closeness, number>> = { none: 0, brief: 1, several: 2, depth: 3 };

/** What is judged of a person on a map; `held_by` is the one of us who holds the contact (a user's id). */
export const MAP_FIELDS = ['role', 'authority', 'influence', 'stance', 'closeness', 'held_by'] as const;
export type MapField = (typeof MAP_FIELDS)[number];
/** The value of a mark that says: we no longer know. */
export const UNKNOWN = 'unknown';

/** Evidence a mark may rest on. An assumption weighs 0.2, which is stale from the first day: who only assumes leaves it unknown. */
export const MAP_EVIDENCE = ['observed', 'document', 'person', 'hearsay', 'inferred'] as const satisfies readonly EvidenceKind[];
export type MapEvidence = (typeof MAP_EVIDENCE)[number];

/** Days after which a mark or a line is worth half (method.md, Defaults · Evidence: stance, relationship level, organisation and positions). */
export const MAP_HALF_LIVES: Readonly<Record<MapField | 'line', number>> = { stance: 90, closeness: 180, held_by: 180, role: 270, authority: 270, influence: 270, line: 270 };

/** Who influences whom (影响), or who is at odds with whom (冲突). */
export const LINE_KINDS = ['influence', 'conflict'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** The roles of a mark's value (`decider,user`), heaviest first; null where one of them does not exist. */
export function rolesIn(value: string): MapRole[] | null {
  const roles = [...new Set(value.split(',').map((role) => role.trim()))];
  return roles.every((role): role is MapRole => (MAP_ROLES as readonly string[]).includes(role)) ? roles.sort((a, b) => ROLE_FACTOR[b] - ROLE_FACTOR[a] || MAP_ROLES.indexOf(a) - MAP_ROLES.indexOf(b)) : null;
}

/** Whether a field may have this value. Who holds the contact is checked where members are known. */
export function isMapValue(field: MapField, value: string): boolean {
  if (value === UNKNOWN) return true;
  switch (field) {
    case 'role': return rolesIn(value) !== null;
    case 'authority': return /^[1-5]$/.test(value);
    case 'influence': return (INFLUENCES as readonly string[]).includes(value);
    case 'stance': return (STANCES as readonly string[]).includes(value);
    case 'closeness': return (CLOSENESSES as readonly string[]).includes(value);
    case 'held_by': return value !== '';
  }
}
