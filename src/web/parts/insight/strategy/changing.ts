import { forget } from '../../../answers.ts';
import type { Answer } from '../../../call.ts';
import type { Format } from '../../../format.ts';
import type { AllTexts } from '../../../text/locale.ts';
import { changing as change } from '../../changing.ts';
import { problemIn } from '../../errorNote.tsx';

export type StrategyView = Answer<'GET /api/accounts/{id}/strategy'>;
export type ItemView = StrategyView['items'][number];
export type OrgUnits = Answer<'GET /api/accounts/{id}/organisation'>['units'];

export const forgetStrategy = (): Promise<void> => forget('GET /api/accounts/{id}/strategy', 'GET /api/accounts/{id}/organisation', 'GET /api/accounts/{id}/organisation/compare', 'GET /api/accounts/{id}/timeline');

/** Does something that is undone by its event; where it is refused, says why. True when it was done. */
export const changing = (work: () => Promise<{ event: number }>, done: string, texts: Pick<AllTexts, 'errors'>, format: Format): Promise<boolean> => change(work, done, forgetStrategy, texts, format);

/** What is wrong with a field of a refused request, by its path; null: nothing. */
export function faultAt(error: unknown, path: string, fields: Readonly<Record<string, string>>): string | null {
  const found = error === null ? undefined : problemIn(error).fields?.find((field) => field.path === path || field.path.startsWith(`${path}.`));
  return found ? (fields[found.reason] ?? found.message) : null;
}
