import { expect, test } from 'vitest';
import { blackened, nearFinder, tracesOf } from '#domain/relate/person/traces.ts';
import { randomOf } from '#domain/random.ts';

const NAMES = ['Ann Lee', 'ann', 'Jürgen Müller', 'ŁUKASZ', 'Иванов', '秦建国', '秦建', '李', '李娜', 'X Æ', 'a@b.cn', 'O"Neil', 'Bo', '張偉', 'i', 'İpek'];
const PHONES = ['138 0013 8000', '+86 139-0013-9000', '021-5555 1234', '12345', '8613700001111'];
const WORDS = [...NAMES, ...PHONES, 'Annual', 'ANN LEE', 'ann  lee', 'ŁUKASZ', 'łukasz', 'ИВАНОВ', '秦建国总', '13800138000', '8613900139000', '55551234', 'O\\"Neil', '张伟', '█', '', 'bob', '😀'];

test('reading a text once finds the traces that are near it, in their order: blackened by these it is as blackened by all', () => {
  const random = randomOf(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  let black = 0;
  for (let n = 0; n < 500; n++) {
    const traces = tracesOf(NAMES.filter(() => random() < 0.5), PHONES.filter(() => random() < 0.5));
    const find = nearFinder(traces);
    const text = Array.from({ length: Math.floor(random() * 8) }, () => pick(WORDS)).join(pick(['', ' ', ', ', '\n']));
    const found = find(text);
    expect(found.map((one) => traces.indexOf(one))).toEqual(found.map((one) => traces.indexOf(one)).toSorted((a, b) => a - b));
    const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    expect(found).toEqual(traces.filter(({ near }) => near.some((word) => folded.includes(word.replace(/[A-Z]/g, (letter) => letter.toLowerCase())))));
    expect(blackened(text, found)).toBe(blackened(text, traces));
    if (blackened(text, found) !== text) black++;
  }
  expect(black).toBeGreaterThan(100);
});
