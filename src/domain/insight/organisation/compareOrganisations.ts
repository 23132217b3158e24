import { pathsOf, unitsBelow, type OrgUnit } from './unit.ts';

/** What became of one unit between two versions; `path` names it from the top (in the later version, in the earlier where it is gone). */
export interface OrgChange {
  readonly kind: 'added' | 'gone' | 'moved' | 'renamed' | 'head' | 'function' | 'people';
  readonly name: string;
  readonly path: readonly string[];
  /** Name, position, function, number of people, or the path of the unit above; null: none. */
  readonly from: string | null;
  readonly to: string | null;
}

/** At least this part of the units below must be the same for a unit of another name to be taken for the one renamed. */
const ALIKE = 0.5;

/**
 * What changed from one version of an organisation to the next (组织变化). Units have no number that lasts, so they are recognised: by
 * the same names from the top; by a name that only one on either side has; by the units below or the leading position of a renamed one.
 * In doubt a unit is gone and another added.
 */
export function compareOrganisations(before: readonly OrgUnit[], after: readonly OrgUnit[]): OrgChange[] {
  const became = recognise(before, after);
  const [oldPaths, newPaths] = [pathsOf(before), pathsOf(after)];
  const oldOnes = new Map(before.map((unit) => [unit.unit, unit]));
  const was = new Map([...became].map(([old, now]) => [now, oldOnes.get(old)!]));
  const above = (path: readonly string[]): string | null => (path.length > 1 ? path.slice(0, -1).join(' / ') : null);
  const changes: OrgChange[] = [];
  for (const unit of after) {
    const path = newPaths.get(unit.unit)!;
    const old = was.get(unit.unit);
    if (!old) {
      changes.push({ kind: 'added', name: unit.name, path, from: null, to: above(path) });
      continue;
    }
    const told = (kind: OrgChange['kind'], from: string | null, to: string | null): void => void changes.push({ kind, name: unit.name, path, from, to });
    if (old.name !== unit.name) told('renamed', old.name, unit.name);
    if ((old.parent === null ? null : became.get(old.parent)) !== unit.parent) told('moved', above(oldPaths.get(old.unit)!), above(path));
    if ((old.head ?? '') !== (unit.head ?? '')) told('head', old.head, unit.head);
    if ((old.function ?? '') !== (unit.function ?? '')) told('function', old.function, unit.function);
    if (old.people !== unit.people) told('people', old.people === null ? null : String(old.people), unit.people === null ? null : String(unit.people));
  }
  for (const unit of before) if (!became.has(unit.unit)) changes.push({ kind: 'gone', name: unit.name, path: oldPaths.get(unit.unit)!, from: above(oldPaths.get(unit.unit)!), to: null });
  return changes;
}

/** Number before → number after of the units that are the same. */
function recognise(before: readonly OrgUnit[], after: readonly OrgUnit[]): Map<number, number> {
  const became = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (old: OrgUnit, now: OrgUnit): void => {
    became.set(old.unit, now.unit);
    taken.add(now.unit);
  };
  const openOld = (): OrgUnit[] => before.filter((unit) => !became.has(unit.unit));
  const openNew = (): OrgUnit[] => after.filter((unit) => !taken.has(unit.unit));
  /** Pairs those that have the same key, where only one on either side has it. */
  const match = (oldKey: (unit: OrgUnit) => string | null, newKey: (unit: OrgUnit) => string | null): void => {
    const olds = Map.groupBy(openOld(), oldKey);
    const news = Map.groupBy(openNew(), newKey);
    for (const [key, [old, ...more]] of olds) {
      const [now, ...others] = news.get(key) ?? [];
      if (key !== null && old && now && more.length === 0 && others.length === 0) pair(old, now);
    }
  };
  const [oldPaths, newPaths] = [pathsOf(before), pathsOf(after)];
  match((unit) => oldPaths.get(unit.unit)!.join('\n'), (unit) => newPaths.get(unit.unit)!.join('\n'));
  const [oldBelow, newBelow] = [unitsBelow(before), unitsBelow(after)];
  for (let known = -1; known !== became.size;) {
    known = became.size;
    const parentOf = (unit: OrgUnit): string | null => (unit.parent === null ? 'top' : became.has(unit.parent) ? String(became.get(unit.parent)) : null);
    const nowParentOf = (unit: OrgUnit): string => (unit.parent === null ? 'top' : String(unit.parent));
    match((unit) => { const parent = parentOf(unit); return parent === null ? null : `${parent}\n${unit.name}`; }, (unit) => `${nowParentOf(unit)}\n${unit.name}`);
    match((unit) => unit.name, (unit) => unit.name);
    for (const old of openOld()) {
      const parent = parentOf(old);
      if (parent === null) continue;
      const like = openNew().filter((now) => nowParentOf(now) === parent && alike(old, now, oldBelow.get(old.unit) ?? [], newBelow.get(now.unit) ?? [], became));
      if (like.length === 1) pair(old, like[0]!);
    }
  }
  return became;
}

/** Whether a unit of another name is the old one: half of what was and is below is the same, or the same position leads it and does the same. */
function alike(old: OrgUnit, now: OrgUnit, oldBelow: readonly OrgUnit[], newBelow: readonly OrgUnit[], became: ReadonlyMap<number, number>): boolean {
  if (oldBelow.length > 0 && newBelow.length > 0) {
    const same = oldBelow.filter((unit) => newBelow.some((one) => one.unit === became.get(unit.unit) || one.name === unit.name)).length;
    return same / Math.max(oldBelow.length, newBelow.length) >= ALIKE;
  }
  return old.head !== null && old.head === now.head && old.function === now.function;
}
