import { forget } from '../../../answers.ts';
import type { Answer } from '../../../call.ts';
import type { Format } from '../../../format.ts';
import type { AllTexts } from '../../../text/locale.ts';
import { changing as change } from '../../changing.ts';

export type WaysView = Answer<'GET /api/people/{id}/ways'>;
export type WayView = WaysView['ways'][number];
export type HopView = WayView['hops'][number];
export type WayPerson = WayView['people'][number];
export type IntroductionView = Answer<'GET /api/introductions'>['rows'][number];

export const forgetWays = (): Promise<void> => forget('GET /api/me', 'GET /api/people/{id}/ways', 'GET /api/people/{id}/ties', 'GET /api/introductions', 'GET /api/people', 'GET /api/contacts', 'GET /api/accounts/{id}/coverage', 'GET /api/accounts/{id}/timeline');

/** Does something that is undone by its event; where it is refused, says why. True when it was done. */
export const changing = (work: () => Promise<{ event: number }>, done: string, texts: Pick<AllTexts, 'errors'>, format: Format): Promise<boolean> => change(work, done, forgetWays, texts, format);
