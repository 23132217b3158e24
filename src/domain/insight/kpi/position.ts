import type { InvalidField } from '../../refusal.ts';
import { FUNCTIONS, LEVELS, type PositionFunction, type PositionLevel } from './kpi.ts';

/** A key position (关键岗位) as a person enters it. */
export interface NewPosition {
  readonly title: string;
  readonly function: PositionFunction;
  readonly level: PositionLevel;
  /** The name of a person: personal data, and optional. */
  readonly holder: string | null;
  readonly note: string;
}

/** A KPI of a position: from the library (`kpi` is its key) or in own words. */
export interface NewPositionKpi {
  readonly kpi: string | null;
  readonly text: string;
  readonly target: string;
  /** 1 (hardly counts) to 5 (their job depends on it). */
  readonly importance: number;
  readonly need: string;
}

/** Every fault of a position, with its path under `path`. */
export function positionFaults(position: NewPosition, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (name: keyof NewPosition, reason: string, message: string): void => void faults.push({ path: path === '' ? name : `${path}.${name}`, reason, message });
  if (position.title.trim() === '') fault('title', 'required', 'Name the position as it stands on the card: Purchasing director.');
  if (!FUNCTIONS.includes(position.function)) fault('function', 'unknown_choice', 'There is no such function.');
  if (!LEVELS.includes(position.level)) fault('level', 'unknown_choice', 'There is no such level.');
  if (position.holder !== null && position.holder.trim() !== '' && position.title.includes(position.holder.trim())) fault('title', 'holder_in_title', 'The title names the position; the person has a field of their own.');
  return faults;
}

/** Every fault of a KPI of a position. `known`: keys of the library as the company has it. */
export function positionKpiFaults(kpi: NewPositionKpi, known: ReadonlySet<string>, path: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (name: keyof NewPositionKpi, reason: string, message: string): void => void faults.push({ path: path === '' ? name : `${path}.${name}`, reason, message });
  if (kpi.text.trim() === '') fault('text', 'required', 'Say what the person is measured by.');
  if (kpi.kpi !== null && !known.has(kpi.kpi)) fault('kpi', 'unknown_kpi', 'There is no such KPI in the library.');
  if (!Number.isInteger(kpi.importance) || kpi.importance < 1 || kpi.importance > 5) fault('importance', 'out_of_range', 'Importance is 1 to 5.');
  return faults;
}
