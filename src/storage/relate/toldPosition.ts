import type { Level, WorkFunction } from '#domain/relate/coverage/scales.ts';
import type { PersonTable } from './relateTables.ts';

/** Level and function as somebody told them; what is not named is not told of. */
export interface ToldPosition { readonly level?: Level | null | undefined; readonly function?: WorkFunction | null | undefined }
type Columns = Pick<PersonTable, 'level' | 'level_by' | 'level_at' | 'function' | 'function_by' | 'function_at'>;

/** Nothing was told: the title says it, or nobody knows. */
export const NOT_TOLD: Columns = { level: null, level_by: null, level_at: null, function: null, function_by: null, function_at: null };

/** The columns that change when this is told, with who and when. What is told again as it was keeps its first teller. */
export function toldColumns(told: ToldPosition, before: Pick<Columns, 'level' | 'function'>, by: string | null, at: string): Partial<Columns> {
  return {
    ...(told.level === undefined || told.level === before.level ? {} : { level: told.level, ...(told.level === null ? { level_by: null, level_at: null } : { level_by: by, level_at: at }) }),
    ...(told.function === undefined || told.function === before.function ? {} : { function: told.function, ...(told.function === null ? { function_by: null, function_at: null } : { function_by: by, function_at: at }) }),
  };
}
