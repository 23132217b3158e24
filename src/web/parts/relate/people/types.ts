import type { Answer } from '../../../call.ts';

export type PersonRow = Answer<'GET /api/people/{id}'>['person'];
export type PersonItem = Answer<'GET /api/people/{id}'>['items'][number];
export type ItemKind = PersonItem['kind'];
