/** A need that we must build something for, and the value of the open opportunity points that stand on it. */
export interface BuildNeed {
  readonly id: number;
  readonly accountId: number;
  /** null: nobody has named the capability yet. */
  readonly capabilityId: number | null;
  readonly aspect: string;
  readonly importance: number;
  /** Minor units of the reporting currency; null: no point, or none whose value is known. */
  readonly value: number | null;
}
export interface ToBuild {
  readonly capabilityId: number | null;
  readonly aspect: string;
  readonly needs: readonly number[];
  readonly accounts: number;
  /** Sum of the values that are known; null when none is. */
  readonly value: number | null;
  /** Needs whose value nobody knows: the sum is at least `value`. */
  readonly unknown: number;
}

/**
 * What our company should build (能力建设), rolled up across accounts: one line a capability, and one an aspect where it is not named.
 * The most valuable first, then what the most accounts ask for, then the most needs.
 */
export function rollUp(needs: readonly BuildNeed[]): ToBuild[] {
  const groups = new Map<string, BuildNeed[]>();
  for (const need of needs) {
    const key = need.capabilityId === null ? `aspect ${need.aspect}` : `capability ${need.capabilityId}`;
    groups.set(key, [...(groups.get(key) ?? []), need]);
  }
  const lines = [...groups.values()].map((group): ToBuild => {
    const values = group.flatMap((need) => need.value ?? []);
    return {
      capabilityId: group[0]!.capabilityId, aspect: group[0]!.aspect, needs: group.toSorted((a, b) => b.importance - a.importance || a.id - b.id).map((need) => need.id),
      accounts: new Set(group.map((need) => need.accountId)).size, value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0), unknown: group.length - values.length,
    };
  });
  return lines.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0) || b.accounts - a.accounts || b.needs.length - a.needs.length || a.needs[0]! - b.needs[0]!);
}
