import type { InvalidField } from '#domain/refusal.ts';

/** A unit of a customer's organisation (组织单位): its number counts from 1 in the order of the table; `parent` is a number, null at the top. */
export interface OrgUnit {
  readonly unit: number;
  readonly parent: number | null;
  readonly name: string;
  readonly function: string | null;
  /** Position that leads it (负责岗位); never a person's name. */
  readonly head: string | null;
  readonly people: number | null;
}

/** A table beyond this is an address book, not what an account manager reads. */
export const MOST_UNITS = 2000;
/** Levels from the top: the largest groups have nine or ten. */
export const DEEPEST = 12;
const MOST_PEOPLE = 10_000_000;
const LONGEST = 200;

export type OrgFaultCode = 'name_required' | 'too_long' | 'unknown_parent' | 'cycle' | 'too_deep' | 'people_out_of_range' | 'unit_twice';
/** `at`: place of the unit in the list, from 0. */
export interface UnitFault { readonly at: number; readonly unit: number; readonly field: 'name' | 'parent' | 'function' | 'head' | 'people' | 'unit'; readonly code: OrgFaultCode; readonly params: Readonly<Record<string, string | number>> }

/** Every fault of a tree of units. Several tops are allowed: a group may be known only in parts. A circle is told once, by its first unit. */
export function treeFaults(units: readonly OrgUnit[]): UnitFault[] {
  const faults: UnitFault[] = [];
  const byNumber = new Map<number, OrgUnit>();
  const places = new Map<OrgUnit, number>(units.map((unit, at) => [unit, at]));
  for (const unit of units) {
    const fault = (field: UnitFault['field'], code: OrgFaultCode, params: UnitFault['params'] = {}): void => void faults.push({ at: places.get(unit)!, unit: unit.unit, field, code, params });
    if (byNumber.has(unit.unit)) fault('unit', 'unit_twice', { unit: unit.unit });
    else byNumber.set(unit.unit, unit);
    if (unit.name.trim() === '') fault('name', 'name_required');
    for (const field of ['name', 'function', 'head'] as const) if ((unit[field] ?? '').length > LONGEST) fault(field, 'too_long', { longest: LONGEST });
    if (unit.people !== null && !(Number.isInteger(unit.people) && unit.people >= 0 && unit.people <= MOST_PEOPLE)) fault('people', 'people_out_of_range');
  }
  const depths = new Map<number, number>();
  for (const unit of units) {
    if (unit.parent !== null && !byNumber.has(unit.parent)) faults.push({ at: places.get(unit)!, unit: unit.unit, field: 'parent', code: 'unknown_parent', params: { parent: unit.parent } });
    const way: OrgUnit[] = [];
    let at: OrgUnit | undefined = unit;
    while (at && !depths.has(at.unit) && !way.includes(at)) {
      way.push(at);
      at = at.parent === null ? undefined : byNumber.get(at.parent);
    }
    if (at && !depths.has(at.unit)) {
      const circle = way.slice(way.indexOf(at));
      faults.push({ at: places.get(at)!, unit: at.unit, field: 'parent', code: 'cycle', params: { way: [...circle, at].map((one) => one.name).join(' → ').slice(0, 300) } });
      // What hangs on a circle has no depth; each is looked at once.
      for (const one of way) depths.set(one.unit, 0);
      continue;
    }
    let depth = at ? depths.get(at.unit)! : 0;
    for (const one of way.toReversed()) {
      depths.set(one.unit, depth += 1);
      if (depth === DEEPEST + 1) faults.push({ at: places.get(one)!, unit: one.unit, field: 'parent', code: 'too_deep', params: { deepest: DEEPEST } });
    }
  }
  return faults;
}

const SENTENCES: Readonly<Record<OrgFaultCode, string>> = {
  name_required: 'A unit has a name.', too_long: `At most ${LONGEST} characters.`, unknown_parent: 'The unit above is not in the table.', cycle: 'The unit hangs below itself.',
  too_deep: `Deeper than ${DEEPEST} levels.`, people_out_of_range: 'A whole number of people, 0 or more.', unit_twice: 'The number of the unit stands there twice.',
};

/** The same as faults of a request, with the path of every field. */
export function organisationFaults(units: readonly OrgUnit[]): InvalidField[] {
  if (units.length === 0) return [{ path: 'units', reason: 'required', message: 'An organisation has at least one unit.' }];
  if (units.length > MOST_UNITS) return [{ path: 'units', reason: 'too_many_units', message: `At most ${MOST_UNITS} units.` }];
  return treeFaults(units).map(({ at, field, code }) => ({ path: `units.${at}.${field}`, reason: code, message: SENTENCES[code] }));
}

/** Names from the top down to each unit, by its number. Stops where a table goes in a circle. */
export function pathsOf(units: readonly OrgUnit[]): Map<number, string[]> {
  const byNumber = new Map(units.map((unit) => [unit.unit, unit]));
  return new Map(units.map((unit) => {
    const path: string[] = [];
    for (let at: OrgUnit | undefined = unit; at && path.length <= DEEPEST; at = at.parent === null ? undefined : byNumber.get(at.parent)) path.unshift(at.name);
    return [unit.unit, path];
  }));
}

/** Units below each unit (null: the tops), in the order of the table. */
export function unitsBelow(units: readonly OrgUnit[]): Map<number | null, OrgUnit[]> {
  return Map.groupBy(units, (unit) => unit.parent);
}
