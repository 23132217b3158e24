import { addDays, type Day } from '../../day.ts';
import type { NewFact } from '../../select/fact.ts';
import type { DemoCustomer } from '../customers.ts';
import type { DemoMark } from '../marks.ts';
import { STORY, type StoryAccount } from './accounts.ts';

const PROSPECTS_FROM = 168;

/** The facts and marks of one told customer in one language, counted back from the last day of its trade. */
function told(story: StoryAccount, customer: DemoCustomer, end: Day, language: 'en' | 'zh'): DemoMark[] {
  const facts = story.facts.map(({ kind, evidence, type, source, statement, daysAgo }): NewFact => ({
    kind, evidence, sourceType: type, source: source[language], statement: statement[language], url: null, importId: null, observedOn: addDays(end, -daysAgo), expiresOn: null,
  }));
  return story.marks.map(({ indicator, value, facts: cited, note }) => {
    const own = cited.map((at) => facts[at]!);
    const observedOn = own.map((one) => one.observedOn).toSorted().at(-1) ?? addDays(end, -10);
    return { customerKey: customer.key, indicator, value, note: note?.[language] ?? '', observedOn, facts: own };
  });
}

/** The marks of all customers with those of the told ones in their places; of told prospects nothing else is known. */
export function withStory(marks: readonly DemoMark[], customers: readonly DemoCustomer[], end: Day, language: 'en' | 'zh'): DemoMark[] {
  const stories = STORY.map((story) => ({ story, customer: customers[story.at]! }));
  const silenced = new Set(stories.filter(({ story }) => story.at >= PROSPECTS_FROM).map(({ customer }) => customer.key));
  const mine = stories.flatMap(({ story, customer }) => told(story, customer, end, language));
  const taken = new Set(mine.map((mark) => `${mark.customerKey} ${mark.indicator}`));
  return [...marks.filter((mark) => !silenced.has(mark.customerKey) && !taken.has(`${mark.customerKey} ${mark.indicator}`)), ...mine];
}
