import type { DemoStrategy } from '#domain/demo/insight/strategy.ts';
import { addStrategyItems } from '../../insight/strategy/addStrategyItems.ts';
import { importOrganisation } from '../../insight/strategy/importOrganisation.ts';
import { stateBusiness } from '../../insight/strategy/stateBusiness.ts';
import type { InsightStage } from '../tellInsight.ts';

/** Minor units per unit of the demo's currency. */
const MINOR = 100;

/** What business a demo customer is really in, where it wants to be, what it spends, and how it is organised on which day. */
export async function tellStrategy<Key extends string>({ language, account, fact, as, on }: InsightStage<Key>, { by, business, items, organisations }: DemoStrategy<Key>): Promise<void> {
  for (const { daysAgo, source, units, facts } of organisations) {
    await importOrganisation(as(by, 22), account, {
      asOf: on(daysAgo), source: source[language], note: '', facts: facts.map(fact),
      units: units.map((unit, n) => ({ unit: n + 1, parent: unit.parent, name: unit.name[language], function: unit.function?.[language] ?? null, head: unit.head?.[language] ?? null, people: unit.people ?? null })),
    });
  }
  for (const { daysAgo, sells, business: really, soNeeds, facts } of business) await stateBusiness(as(by, daysAgo), account, { sells: sells[language], business: really[language], soNeeds: soNeeds[language], facts: facts.map(fact) });
  await addStrategyItems(as(by, 19), account, items.map((item) => ({
    kind: item.kind, text: item.text[language], horizon: item.horizon, fromOn: item.fromInDays === undefined ? null : on(-item.fromInDays), toOn: item.toInDays === undefined ? null : on(-item.toInDays),
    amount: item.amount === undefined ? null : item.amount * MINOR, currency: item.amount === undefined ? null : 'CNY', facts: item.facts.map(fact),
  })));
}
