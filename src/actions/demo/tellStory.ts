import { addDays, type Day, utcDay } from '#domain/day.ts';
import { CHOSEN_LONG_AGO, CHOSEN_NOW, DROPPED, KEPT, OPEN_PANEL, PANEL, WEIGHED, type StoryChoice, type StoryReview } from '#domain/demo/story/acts.ts';
import { DEMO_PEOPLE, demoPersonId, type PersonKey } from '#domain/demo/story/people.ts';
import { currentMarks } from '#storage/select/marks.ts';
import { readActiveModel } from '#storage/select/models.ts';
import { readSettings, writeSettings } from '#storage/trust/settings.ts';
import type { Context } from '../act.ts';
import { tellInsight } from './tellInsight.ts';
import { tellRelate } from './tellRelate.ts';
import { chooseKeyAccount } from '../select/decision/chooseKeyAccount.ts';
import { reviewDecision } from '../select/decision/reviewDecision.ts';
import { agreeInPanel } from '../select/panel/agreeInPanel.ts';
import { closePanel } from '../select/panel/closePanel.ts';
import { dissentInPanel } from '../select/panel/dissentInPanel.ts';
import { keepPanelMarks } from '../select/panel/keepPanelMarks.ts';
import { openPanel } from '../select/panel/openPanel.ts';
import { submitPanelMarks } from '../select/panel/submitPanelMarks.ts';
import { recordWeighing } from '../select/recordWeighing.ts';
import { scorePortfolio } from '../select/scorePortfolio.ts';

export interface Stage {
  readonly language: 'en' | 'zh';
  /** Last day of the demo's trade. */
  readonly end: Day;
  /** Id of the customer at a place of the list. */
  readonly account: (at: number) => number;
  /** Records the marks observed until that day which are not there yet. */
  readonly keepMarksUntil: (day: Day) => Promise<void>;
}

/**
 * What the demo company's people did, told by the very actions people use, each on its day and with the scores of that day: three key
 * accounts chosen, one of them dropped, one kept; a panel with a dissent; a small customer chosen; the lenses weighed.
 */
export async function tellStory(context: Context, stage: Stage): Promise<void> {
  const { language, end } = stage;
  const today = context.now();
  const before = (await readSettings(context.store.read)).asOf;
  const on = (daysAgo: number): Day => addDays(end, -daysAgo);
  const as = (person: PersonKey | 'you', day: Day | null = null): Context => {
    // The terminal is nobody who could ask for something.
    const key = person === 'you' && context.actor.id === null ? 'lin' : person;
    const told = DEMO_PEOPLE.find((one) => one.key === key);
    return { ...context, actor: told ? { id: demoPersonId(told.key), name: told.name[language], role: told.role } : context.actor, now: () => (day === null ? today : new Date(`${day}T06:30:00.000Z`)) };
  };
  const standOn = async (day: Day): Promise<void> => {
    await stage.keepMarksUntil(day);
    await context.store.transaction((tx) => writeSettings(tx, { asOf: { mode: 'fixed', day } }, { userId: context.actor.id, at: today.toISOString() }));
    await scorePortfolio(context);
  };
  const decisions = new Map<number, number>();
  const choose = async (one: StoryChoice, day: Day | null): Promise<void> => {
    const given = { reasons: { for: one.for[language], against: one.against[language] }, people: one.people.map(demoPersonId), alternatives: one.alternatives.map(stage.account) };
    decisions.set(one.at, (await chooseKeyAccount(as('lin', day), stage.account(one.at), given)).id);
  };
  const review = (one: StoryReview) => reviewDecision(as('lin', on(one.daysAgo)), decisions.get(one.at)!, { outcome: one.outcome, note: one.note[language], people: [demoPersonId('lin')] });

  await standOn(on(CHOSEN_LONG_AGO[0]!.daysAgo));
  for (const one of CHOSEN_LONG_AGO) await choose(one, on(one.daysAgo));
  await standOn(on(DROPPED.daysAgo));
  await review(DROPPED);
  await standOn(on(KEPT.daysAgo));
  await review(KEPT);

  await stage.keepMarksUntil(end);
  await context.store.transaction((tx) => writeSettings(tx, { asOf: before }, { userId: context.actor.id, at: today.toISOString() }));
  await scorePortfolio(context);
  await panel();
  await tellInsight({ language, account: stage.account, on, as });
  await tellRelate({ language, account: stage.account, on, as });
  await choose(CHOSEN_NOW, null);
  await openedPanel();
  const { id: version } = (await readActiveModel(context.store.read))!;
  await recordWeighing(as(WEIGHED.person), version, { level: 'lenses', note: WEIGHED.note[language], input: { method: 'ahp', pairs: WEIGHED.pairs, table: 'saaty1980', derivation: 'eigenvector', rule: 'saaty' } });

  async function panel(): Promise<void> {
    const account = stage.account(PANEL.at);
    const dueOn = utcDay(today);
    const { id } = await openPanel(as('lin'), account, { question: PANEL.question[language], dueOn, assessors: PANEL.assessors.map(demoPersonId), indicators: Object.keys(PANEL.marks) });
    // They rest on the same facts as the marks that the panel looks at again.
    const known = new Map((await currentMarks(context.store.read, account)).map((mark) => [mark.indicator, mark.factIds]));
    for (const [n, person] of PANEL.assessors.entries()) {
      const marks = Object.entries(PANEL.marks).map(([indicator, values]) => ({ indicator, value: values[n]!, reason: PANEL.reasons[indicator]?.[n]?.[language] ?? '', factIds: known.get(indicator) ?? [] }));
      await keepPanelMarks(as(person), id, marks);
      await submitPanelMarks(as(person), id);
    }
    await agreeInPanel(as('lin'), id, Object.entries(PANEL.agreed).map(([indicator, value]) => ({ indicator, value, reason: '' })));
    await dissentInPanel(as(PANEL.dissent.person), id, PANEL.dissent.indicator, PANEL.dissent.reason[language]);
    await closePanel(as('lin'), id, true);
  }

  async function openedPanel(): Promise<void> {
    const dueOn = addDays(utcDay(today), 10);
    const { id } = await openPanel(as('lin'), stage.account(OPEN_PANEL.at), { question: OPEN_PANEL.question[language], dueOn, assessors: OPEN_PANEL.assessors.map(demoPersonId), indicators: Object.keys(OPEN_PANEL.marks) });
    await keepPanelMarks(as(OPEN_PANEL.submitted), id, Object.entries(OPEN_PANEL.marks).map(([indicator, value]) => ({ indicator, value })));
    await submitPanelMarks(as(OPEN_PANEL.submitted), id);
  }
}
