import { capabilityKey } from '#domain/insight/capability.ts';
import { DEMO_CAPABILITIES, type CapabilityKey, type DemoCapability, type Matching } from '#domain/demo/insight/matching.ts';
import { demoPersonId } from '#domain/demo/story/people.ts';
import { listCapabilities } from '#storage/insight/capabilities.ts';
import { addCapabilities } from '../../insight/keepCapabilities.ts';
import { answerGap, matchNeed } from '../../insight/matchNeed.ts';
import { noteNeeds } from '../../insight/noteNeeds.ts';
import { proposeOpportunities } from '../../insight/proposeOpportunities.ts';
import type { InsightStage } from '../tellInsight.ts';

const KEYS = Object.keys(DEMO_CAPABILITIES) as CapabilityKey[];
/** Minor units per unit of the demo's currencies. */
const MINOR = 100;

/** Needs of a customer, held against what we can do; what becomes of the gaps; opportunity points. */
export async function tellMatching<Fact extends string>(stage: InsightStage<Fact>, { by, needs, opportunities }: Matching<Fact>): Promise<void> {
  const { language, account, fact } = stage;
  const capability = await catalogue(stage);
  const context = stage.as(by, 18);
  const { ids } = await noteNeeds(context, account, needs.map((need) => ({ aspect: need.aspect, text: need.text[language], importance: need.importance, facts: need.facts.map(fact) })));
  for (const [n, need] of needs.entries()) {
    const fits = Object.entries(need.fits) as [CapabilityKey, number][];
    if (fits.length > 0) await matchNeed(context, ids[n]!, fits.map(([key, fit]) => ({ capabilityId: capability(key), fit })));
    if (need.answer) await answerGap(context, ids[n]!, { answer: need.answer.what, note: need.answer.note[language], capabilityId: need.answer.build ? capability(need.answer.build) : null });
  }
  await proposeOpportunities(stage.as(by, 12), account, opportunities.map((one) => {
    const [low, likely, high] = one.value?.map((value) => value * MINOR) ?? [null, null, null];
    return {
      title: one.title[language], note: '', category: one.category[language], unit: one.unit[language], needId: one.need === null ? null : ids[one.need]!, valueLow: low!, valueLikely: likely!, valueHigh: high!, currency: one.value ? one.currency : null,
      fit: one.fit, expectedOn: one.inDays === null ? null : stage.on(-one.inDays), horizon: one.horizon, stage: one.stage, ownerId: demoPersonId(by), facts: one.facts.map(fact),
    };
  }));
}

/** The company's catalogue, entered by the director where it is not there yet; gives ids by key. */
async function catalogue({ language, as, on }: Pick<InsightStage<string>, 'language' | 'as' | 'on'>): Promise<(key: CapabilityKey) => number> {
  const context = as('lin', 40);
  const known = async () => new Map((await listCapabilities(context.store.read)).map((one) => [capabilityKey(one.name), one.id]));
  const has = await known();
  const missing = KEYS.map((key): DemoCapability => DEMO_CAPABILITIES[key]).filter((one) => !has.has(capabilityKey(one.name[language])));
  if (missing.length > 0) {
    await addCapabilities(context, missing.map((one) => ({
      aspect: one.aspect, name: one.name[language], text: one.text[language], state: one.state,
      proofs: one.proofs.map(({ kind, title, days }) => ({ kind, title: title[language], url: null, expiresOn: days === null ? null : on(-days) })),
    })));
  }
  const all = await known();
  return (key) => all.get(capabilityKey(DEMO_CAPABILITIES[key].name[language]))!;
}
