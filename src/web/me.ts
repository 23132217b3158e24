import { useSuspenseQuery } from '@tanstack/react-query';
import { answerOf } from './answers.ts';
import type { Answer } from './call.ts';

export type Me = Answer<'GET /api/me'>;

/** Who is signed in, what they may do (`can`), the workspace and its as-of day. Inside the shell it is always there. */
export const useMe = (): Me => useSuspenseQuery(answerOf('GET /api/me')).data;
