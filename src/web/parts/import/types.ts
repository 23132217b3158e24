import type { Answer } from '../../call.ts';

export type Import = Answer<'GET /api/imports/{id}'>;
export type Findings = Answer<'POST /api/imports/{id}/preview'>;
export type Plan = Findings['plan'];
export type Report = NonNullable<Import['report']>;
export type Trap = Report['traps'][number];
export type Field = keyof Plan['columns'];

/** States in which nothing but progress can be shown. */
export const isBusy = (state: Import['state']): boolean => state === 'reading' || state === 'committing' || state === 'undoing';
/** Whether the server is still at work on it: also a taken import is, until its customers are scored. */
export const isAtWork = (view: Pick<Import, 'state' | 'progress'>): boolean => isBusy(view.state) || view.progress !== null;
