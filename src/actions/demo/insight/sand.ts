import type { DemoMove, DemoSand } from '#domain/demo/insight/sand.ts';
import { listOpportunities } from '#storage/insight/opportunities.ts';
import { openScenario, planMove } from '../../insight/playScenarios.ts';
import { setSandGoal } from '../../insight/setSandGoals.ts';
import { setWallet } from '../../insight/setWallet.ts';
import type { InsightStage } from '../tellInsight.ts';

const MINOR = 100;
const CURRENCY = 'CNY';

/** The wallet of the year to come, what we want of it, and how: entered by the account manager, the goals by the director. */
export async function tellSand<Fact extends string>(stage: InsightStage<Fact>, { by, rivals, lines, sales, hold, market, scenarios }: DemoSand<Fact>): Promise<void> {
  const { language, account, fact } = stage;
  const period = String(Number(stage.on(0).slice(0, 4)) + 1);
  const named = (key: string): string => rivals[key]![language];
  const { ids } = await setWallet(stage.as(by, 11), account, {
    period, currency: CURRENCY,
    lines: lines.map((line) => ({
      category: line.category[language], unit: line.unit[language], size: line.size === null ? null : line.size * MINOR, note: '', facts: line.facts.map(fact),
      shares: [
        ...(line.ours === null ? [] : [{ holder: 'ours' as const, supplier: null, percent: line.ours }]),
        ...Object.entries(line.rivals).map(([key, percent]) => ({ holder: 'rival' as const, supplier: named(key), percent })),
        ...(line.open === null ? [] : [{ holder: 'open' as const, supplier: null, percent: line.open }]),
      ],
    })),
  });
  const director = stage.as('lin', 9);
  await setSandGoal(director, account, period, { kind: 'sales', text: '', amount: sales * MINOR, currency: CURRENCY, rival: null, percent: null });
  await setSandGoal(director, account, period, { kind: 'competition', text: '', amount: null, currency: null, rival: named(hold.rival), percent: hold.percent });
  await setSandGoal(director, account, period, { kind: 'market', text: market[language], amount: null, currency: null, rival: null, percent: null });
  const points = await listOpportunities(director.store.read, account);
  const context = stage.as(by, 8);
  for (const { name, note, moves } of scenarios) {
    const { ids: [scenario] } = await openScenario(context, account, { name: name[language], period, note: note[language], copyOf: null });
    for (const move of moves) await planMove(context, scenario!, entered(move));
  }

  function entered({ line, from, points: [low, likely, high], chance, point, text }: DemoMove) {
    const source = from === 'open' || from === 'unknown' ? { from, supplier: null } as const : { from: 'rival', supplier: named(from) } as const;
    return { lineId: ids[line]!, ...source, low, likely, high, chance, opportunityId: point === null ? null : points[point]?.id ?? null, text: text[language] };
  }
}
