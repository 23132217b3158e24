import { isBlock, KIND_OF_BLOCK } from '#domain/blocks.ts';
import type { HeardFact, Sheet } from '#domain/demo/insight/canvas.ts';
import { demoPersonId } from '#domain/demo/story/people.ts';
import type { NewFact } from '#domain/select/fact.ts';
import { answerQuestion } from '../../insight/canvas/answerQuestion.ts';
import { askQuestions } from '../../insight/canvas/askQuestions.ts';
import { judgeBlock } from '../../insight/canvas/judgeBlock.ts';
import { placeFacts } from '../../insight/canvas/placeFacts.ts';
import { recordFacts } from '../../select/recordFacts.ts';
import type { InsightStage } from '../tellInsight.ts';

/** Fills the full view of a demo customer: what was read is placed, what was heard recorded, questions asked and some answered, blocks judged. */
export async function tellCanvas<Key extends string>(stage: InsightStage<Key>, sheet: Sheet<Key>): Promise<void> {
  const { account, language, on } = stage;
  const by = (daysAgo: number) => stage.as(sheet.by, daysAgo);
  const factOf = (heard: Omit<HeardFact, 'at'>): NewFact => ({
    kind: 'other', statement: heard.statement[language], evidence: heard.evidence, sourceType: heard.evidence === 'person' || heard.evidence === 'hearsay' ? 'person' : 'text', source: heard.source[language], url: null, importId: null,
    observedOn: on(heard.daysAgo), expiresOn: null,
  });
  for (const [key, [block, topic]] of Object.entries(sheet.places) as [Key, Sheet<Key>['places'][Key]][]) await placeFacts(by(14), account, [stage.fact(key)], block, topic);
  for (const heard of sheet.heard) {
    const [block, topic] = heard.at;
    await recordFacts(by(heard.daysAgo), account, [{ ...factOf(heard), kind: KIND_OF_BLOCK[block], block, topic }]);
  }
  for (const { at: [block, topic], text, owner, askedAgo, dueAgo, answer } of sheet.questions) {
    const { ids } = await askQuestions(by(askedAgo), account, [{ block, topic, text: text[language], ownerId: owner === null ? null : demoPersonId(owner), dueOn: dueAgo === null ? null : on(dueAgo) }]);
    if (!answer) continue;
    const fact = answer.fact ? { fact: { ...factOf({ ...answer.fact, statement: answer.text }), kind: KIND_OF_BLOCK[block] } } : {};
    await answerQuestion(by(answer.ago), ids[0]!, { answer: answer.text[language], facts: [], ...fact });
  }
  for (const [block, text] of Object.entries(sheet.judgements)) if (isBlock(block)) await judgeBlock(by(10), account, block, text[language]);
}
