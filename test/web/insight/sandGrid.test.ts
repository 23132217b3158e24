import { expect, test } from 'vitest';
import { BLANK, cellOf, columnsFor, layBlock, meantRows, sameRow, withCell, type GridRow } from '../../../src/web/parts/insight/sand/gridRows.ts';
import { fitted, partsOf, textWidth } from '../../../src/web/parts/insight/sand/parts.ts';

const row: GridRow = { ...BLANK, key: '1', id: 1, category: 'Glue', size: 12_345_60, shares: [{ holder: 'ours', supplier: null, percent: 20 }, { holder: 'rival', supplier: 'Arbor', percent: 50 }, { holder: 'rival', supplier: 'Birch', percent: null }] };
const columns = columnsFor(['Arbor', 'Birch', 'Cedar']);

test('cells are plain figures: "?" is a supplier without one, nothing is unknown', () => {
  expect(columns.map((column) => cellOf(row, column, 'CNY'))).toEqual(['Glue', '', '12345.6', '20', '50', '?', '', '', '']);
});

test('a cell as it is typed: figures, 万, per cent, "?", cleared; what is no figure changes nothing', () => {
  const set = (n: number, text: string) => withCell(row, columns[n]!, text, 'CNY');
  expect(set(0, ' Tape ')!.category).toBe('Tape');
  expect(set(2, '3200万')!.size).toBe(32_000_000_00);
  expect([set(2, '')!.size, set(2, '?')!.size]).toEqual([null, null]);
  expect(set(4, '45 %')!.shares[1]).toEqual({ holder: 'rival', supplier: 'Arbor', percent: 45 });
  expect(set(4, '?')!.shares[1]).toEqual({ holder: 'rival', supplier: 'Arbor', percent: null });
  expect(set(4, '')!.shares.map((share) => share.supplier)).toEqual([null, 'Birch']);
  expect(set(3, '?')!.shares.map((share) => share.holder)).toEqual(['rival', 'rival']);
  expect(set(6, '5')!.shares.at(-1)).toEqual({ holder: 'rival', supplier: 'Cedar', percent: 5 });
  expect([set(2, 'much'), set(4, '101'), set(7, '-1')]).toEqual([null, null, null]);
  expect([sameRow(row, { ...row, key: 'other' } as GridRow), sameRow(row, set(4, '45')!)]).toEqual([true, false]);
});

test('a block is laid from a cell on, into new rows beyond the last; cells that are no figures are named', () => {
  const laid = layBlock([row], columns, { row: 0, column: 2 }, [['1', '2'], ['3', 'x']], 'CNY', (n) => `new-${n}`);
  expect(laid.rows.map((one) => [one.key, one.size])).toEqual([['1', 100], ['new-1', 300]]);
  expect(laid.faults).toEqual([{ row: 2, column: 2, cell: 'x' }]);
  expect(layBlock([row], columns, { row: 0, column: 8 }, [['hot melt', 'beyond']], 'CNY', String).rows[0]!.note).toBe('hot melt');
});

test('lines of a pasted table are the rows of the same category and unit, and keep their notes', () => {
  expect(meantRows([{ ...row, note: 'hot melt' }], [{ ...BLANK, category: ' GLUE', size: 5 }, { ...BLANK, category: 'Tape' }])).toEqual([{ ...BLANK, category: ' GLUE', size: 5, id: 1, note: 'hot melt' }, { ...BLANK, category: 'Tape' }]);
});

test('parts of a tile from left to right: ours, rivals by size, what is open, what nobody knows with who lies within', () => {
  expect(partsOf({ shares: [...row.shares, { holder: 'rival', supplier: 'Cedar', percent: 10 }, { holder: 'open', supplier: null, percent: 5 }] }, ['Cedar', 'Arbor', 'Birch']).map((part) => [part.holder, part.rival, part.percent, part.within])).toEqual([
    ['ours', -1, 20, []], ['rival', 1, 50, []], ['rival', 0, 10, []], ['open', -1, 5, []], ['unknown', -1, 15, ['Birch']]]);
  expect(partsOf({ shares: [] }, [])).toEqual([{ holder: 'unknown', supplier: null, rival: -1, percent: 100, within: [] }]);
});

test('words are cut to their room', () => {
  expect(fitted('Northlight', 200)).toBe('Northlight');
  expect(textWidth(fitted('Northlight Acoustics', 60))).toBeLessThanOrEqual(60);
  expect([fitted('Northlight', 8), fitted('结构胶粘剂', 40)]).toEqual(['', '结构胶…']);
});
