import type { Answer } from '../../call.ts';

export type Import = Answer<'GET /api/imports/{id}'>;
export type Findings = Answer<'POST /api/imports/{id}/preview'>;
export type Plan = Findings['plan'];
export type Report = NonNullable<Import['report']>;
export type Trap = Report['traps'][number];
export type Field = keyof Plan['columns'];

/** States in which the server is at work and the screen shows progress. */
export const isBusy = (state: Import['state']): boolean => state === 'reading' || state === 'committing' || state === 'undoing';
