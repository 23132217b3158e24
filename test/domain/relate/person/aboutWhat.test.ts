import { expect, test } from 'vitest';
import { aboutWhat } from '#domain/relate/person/aboutWhat.ts';

const rows = (...all: readonly string[]) => all.map((one) => { const [noun, id] = one.split(' ') as [string, string]; return { noun, noun_id: Number(id) }; });

test.each([
  ['people with their items', rows('person 1', 'person_item 7', 'person 2', 'tie 3'), 'person', 2],
  ['columns of one person', rows('person 1', 'person 1'), 'person', 1],
  ['items', rows('person_item 7', 'person_item 8'), 'person_item', 2],
  ['the first tie of one of us, who is entered along with it', rows('person 9', 'tie 3', 'tie 4'), 'tie', 2],
  ['a request with its step', rows('introduction 5', 'introduction_step 6'), 'introduction', 1],
  ['one of us alone', rows('person 9'), 'person', 1],
] as const)('%s', (_, changes, noun, count) => expect(aboutWhat(changes, new Set([9]))).toEqual({ noun, count }));
