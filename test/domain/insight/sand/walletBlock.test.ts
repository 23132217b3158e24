import { expect, test } from 'vitest';
import { goalFaults, lineFaults, moveFaults, PERIOD } from '#domain/insight/sand/check.ts';
import { planOf } from '#domain/insight/sand/goal.ts';
import { columnNamed, readPercent, readSize, readWalletBlock, suppliersOf, walletCells } from '#domain/insight/sand/walletBlock.ts';

test('a block from Excel: columns by their headers in either language, every other column a rival, an empty cell unknown', () => {
  const read = readWalletBlock('采购品类\t事业部\t规模（万元）\t我方 %\t北辰 份额\t南极%\t空白\t未知\n结构胶\t手机\t3,200\t20%\t55%\t?\t5%\t20%\n导热垫\t手机\t\t\t\t\t\t\n合计\t\t3,200\t\n\n', 'CNY');
  expect(read).toEqual({
    suppliers: ['北辰', '南极'], faults: [], fractions: false,
    lines: [
      { category: '结构胶', unit: '手机', size: 32_000_000_00, note: '', shares: [{ holder: 'ours', supplier: null, percent: 20 }, { holder: 'rival', supplier: '北辰', percent: 55 }, { holder: 'rival', supplier: '南极', percent: null }, { holder: 'open', supplier: null, percent: 5 }] },
      { category: '导热垫', unit: '手机', size: null, note: '', shares: [] },
    ],
  });
  expect(readWalletBlock('Category\tSize (k)\tOur share\tArbor\nGlue\t1.5\t30\t70', 'USD')!.lines[0]).toMatchObject({ category: 'Glue', unit: '', size: 150_000, shares: [{ percent: 30 }, { supplier: 'Arbor', percent: 70 }] });
  expect(readWalletBlock('Glue\t100\t30', 'USD')).toBeNull();
});

test('fractions of one are told from per cent, and said so', () => {
  expect(readWalletBlock('Category\tOurs\tA\nGlue\t0.35\t0.6', 'USD')).toMatchObject({ fractions: true, lines: [{ shares: [{ percent: 35 }, { percent: 60 }] }] });
  expect(readWalletBlock('Category\tOurs\tA\nGlue\t0.5\t60', 'USD')).toMatchObject({ fractions: false, lines: [{ shares: [{ percent: 0.5 }, { percent: 60 }] }] });
  expect(readWalletBlock('Category\tOurs\tA\nGlue\t1\t0', 'USD')).toMatchObject({ fractions: false });
});

test('what is no figure is named by its cell', () => {
  expect(readWalletBlock('Category\tSize\tOurs\nGlue\tmuch\t120\nTape\t-5\tx', 'USD')!.faults).toEqual([{ row: 1, column: 2, cell: 'much' }, { row: 1, column: 3, cell: '120' }, { row: 2, column: 2, cell: '-5' }, { row: 2, column: 3, cell: 'x' }]);
  expect([readSize('1.2亿', 'CNY'), readSize('3200万', 'CNY'), readSize('2.5M', 'USD'), readSize('?', 'CNY'), readSize('12 apples', 'CNY')]).toEqual([120_000_000_00, 32_000_000_00, 250_000_000, null, undefined]);
  expect([readPercent('35 %'), readPercent('0'), readPercent('－'), readPercent('100.5'), readPercent('未知')]).toEqual([35, 0, null, undefined, null]);
  expect([columnNamed('BU').column, columnNamed('White space %').column, columnNamed(' ').column, columnNamed('钱包规模(亿元)').shift]).toEqual(['unit', 'open', null, 8]);
});

test('what is copied out comes back the same', () => {
  const lines = readWalletBlock('Category\tUnit\tSize\tOurs\tArbor\tBirch\tOpen\tNote\nGlue\tPhones\t1000\t20\t30.5\t?\t10\thot melt\nTape\t\t\t\t40\t\t\t', 'CNY')!.lines.map((line, n) => ({ ...line, id: n + 1 }));
  for (const words of [{ category: 'Category', unit: 'Unit', size: 'Size', ours: 'Ours', open: 'White space', note: 'Note' }, { category: '品类', unit: '事业部', size: '钱包规模', ours: '我方', open: '空白', note: '备注' }]) {
    const text = walletCells(lines, suppliersOf(lines), 'CNY', words).map((row) => row.map((cell) => cell ?? '').join('\t')).join('\n');
    expect(readWalletBlock(text, 'CNY')!.lines).toEqual(lines.map(({ id: _, ...line }) => line));
  }
});

test('faults of lines, moves and goals, each with its path', () => {
  const paths = (faults: { path: string; reason: string }[]) => faults.map(({ path, reason }) => `${path} ${reason}`);
  const share = (holder: 'ours' | 'rival' | 'open', supplier: string | null, percent: number | null) => ({ holder, supplier, percent });
  const line = (category: string, ...shares: ReturnType<typeof share>[]) => ({ category, unit: '', size: null, note: '', shares });
  expect(paths(lineFaults([line('Glue', share('ours', null, 60), share('rival', 'A', 40.1)), line('glue ', share('rival', 'A', 1), share('rival', 'ａ', null), share('open', null, 1), share('open', null, 1), share('rival', ' ', 3))], []))).toEqual([
    'lines.0.shares above_whole', 'lines.1.category line_twice', 'lines.1.shares.1.supplier supplier_twice', 'lines.1.shares.3.supplier supplier_twice', 'lines.1.shares.4.supplier required']);
  expect(paths(lineFaults([line('Glue')], [{ category: 'GLUE', unit: '' }]))).toEqual(['lines.0.category line_twice']);
  expect(lineFaults([line('Glue', share('ours', null, 33.3), share('rival', 'A', 33.3), share('rival', 'B', 33.4))], [])).toEqual([]);

  const move = { lineId: 1, from: 'rival' as const, supplier: 'A', low: 1, likely: 2, high: 3, chance: 1 };
  const wallet = [{ ...line('Glue', share('rival', 'A', null)), id: 1 }];
  expect(moveFaults(move, wallet)).toEqual([]);
  expect(paths(moveFaults({ ...move, supplier: null, low: 3, high: 0, likely: 0 }, wallet))).toEqual(['supplier required', 'likely not_rising', 'high not_positive']);
  expect(paths(moveFaults({ ...move, supplier: 'B' }, wallet))).toEqual(['supplier unknown_supplier']);
  expect(paths(moveFaults({ ...move, lineId: 2 }, wallet))).toEqual(['lineId unknown_line']);

  const goal = { kind: 'sales' as const, text: '', amount: null, rival: null, percent: null };
  expect(paths(goalFaults(goal, []))).toEqual(['amount required']);
  expect(paths(goalFaults({ ...goal, kind: 'market' }, []))).toEqual(['text required']);
  expect(paths(goalFaults({ ...goal, kind: 'competition' }, []))).toEqual(['rival required', 'percent required']);
  const rival = { ...goal, kind: 'competition' as const, rival: 'A', percent: 30 };
  expect(paths(goalFaults({ ...rival, rival: ' a' }, [rival]))).toEqual(['kind goal_twice']);
  expect(goalFaults({ ...rival, rival: 'B' }, [rival, { ...goal, amount: 5 }])).toEqual([]);
  expect(planOf([], [], [{ ...rival, id: 4 }, { ...goal, amount: 5, id: 5 }])).toEqual({ lines: [], moves: [], salesGoal: 5, rivalGoals: [{ id: 4, rival: 'A', percent: 30 }] });
  expect(['2027', '2027-H1', '2027-Q4', '2027-Q5', '27', '2027-01'].map((text) => PERIOD.test(text))).toEqual([true, true, true, false, false, false]);
});
