import { expect, test } from 'vitest';
import { tsv } from '../../../src/web/parts/portfolio/tsv.ts';

test('rows paste into cells; numbers stay numbers, names that look like formulas stay names', () => {
  expect(tsv([['Rank', 'Name'], [1, 'Aurora\tAudio\nLtd'], [2, '=HYPERLINK("x")'], [-3.5, null]]))
    .toBe('Rank\tName\n1\tAurora Audio Ltd\n2\t\'=HYPERLINK("x")\n-3.5\t');
});
