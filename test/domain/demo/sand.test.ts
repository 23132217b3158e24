import { describe, expect, test } from 'vitest';
import { HEARING_SAND, TABLET_SAND, type DemoSand } from '#domain/demo/insight/sand.ts';
import { lineFaults, moveFaults } from '#domain/insight/sand/check.ts';
import { simulateSand } from '#domain/insight/sand/simulate.ts';
import type { WalletLine } from '#domain/insight/sand/wallet.ts';

/** The lines and the moves of one scenario as the domain sees them. */
function plan({ lines, scenarios, rivals, sales, hold }: DemoSand<string>, scenario: number) {
  const wallet = lines.map((line, id): WalletLine => ({
    id, category: line.category.en, unit: line.unit.en, size: line.size,
    shares: [{ holder: 'ours', supplier: null, percent: line.ours }, ...Object.entries(line.rivals).map(([key, percent]) => ({ holder: 'rival' as const, supplier: rivals[key]!.en, percent })), { holder: 'open', supplier: null, percent: line.open }],
  }));
  const moves = scenarios[scenario]!.moves.map(({ line, from, points: [low, likely, high], chance }, id) => ({ id, lineId: line, ...(from === 'open' || from === 'unknown' ? { from, supplier: null } as const : { from: 'rival' as const, supplier: rivals[from]!.en }), low, likely, high, chance }));
  return { lines: wallet, moves, salesGoal: sales, rivalGoals: [{ id: 1, rival: rivals[hold.rival]!.en, percent: hold.percent }] };
}

describe.each([['tablets', TABLET_SAND], ['hearing aids', HEARING_SAND]] as const)('the sand table of %s', (_name, sand) => {
  test.each(sand.scenarios.map((scenario, n) => [scenario.name.en, n] as const))('%s: without faults, its goal neither sure nor hopeless, something unknown', (_scenario, n) => {
    const given = plan(sand, n);
    expect(lineFaults(given.lines.map((line) => ({ ...line, note: '' })), [])).toEqual([]);
    expect(given.moves.flatMap((move) => moveFaults(move, given.lines))).toEqual([]);
    const result = simulateSand(given, 10_000, 1);
    expect(result.chance).toBeGreaterThan(0.1);
    expect(result.chance).toBeLessThan(0.9);
    expect(result.baseUnknownLines).toBeGreaterThan(0);
  });
});
