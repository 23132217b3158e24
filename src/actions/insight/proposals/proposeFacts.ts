import { randomBytes } from 'node:crypto';
import { messagesFor, MOST_LETTERS, MOST_PAGES, portions } from '#domain/insight/proposals/asking.ts';
import { checkProposals, type CheckedProposals } from '#domain/insight/proposals/checkProposals.ts';
import { readProposals, type RawProposal } from '#domain/insight/proposals/readProposals.ts';
import { Refusal } from '#domain/refusal.ts';
import { hostOf } from '#domain/trust/languageModel.ts';
import { findSource, readPages } from '#storage/insight/sources.ts';
import { factsInSource, statementsOf } from '#storage/select/facts.ts';
import { readLanguageModel } from '#storage/trust/languageModel.ts';
import { act, permit, viewerOf, type Context } from '../../act.ts';
import { accountFor } from '../../select/accountFor.ts';
import { askModel } from './askModel.ts';

export interface ProposedFacts extends CheckedProposals {
  readonly host: string;
  readonly pages: number;
  readonly letters: number;
  /** Parts of the answer that were no proposals. */
  readonly unusable: number;
  readonly event: number;
}

/**
 * Lets the configured language model propose facts from pages of a source (提议事实). Records none: a person does, one by one. What was
 * sent where is an event. Refuses (conflict) what askModel refuses, (not_found) sources not theirs, (too_large) more than fits one click.
 */
export async function proposeFacts(context: Context, secret: string, sourceId: number, { from, count }: { readonly from: number; readonly count: number }, stop?: AbortSignal): Promise<ProposedFacts> {
  permit(context.actor, 'recordFact');
  const db = context.store.read;
  const source = await findSource(db, viewerOf(context.actor), sourceId);
  if (!source || source.withdrawn_at !== null) throw new Refusal('not_found', 'There is no such source of a customer that you may see.', { reason: 'source' });
  const account = await accountFor(db, context.actor, 'recordFact', source.account_id);
  const model = await readLanguageModel(db);
  if (model.base === '') throw new Refusal('conflict', 'No language model is set up. An administrator does it in the settings.', { reason: 'no_language_model' });
  const pages = (await readPages(db, source.id, from, from + Math.min(count, MOST_PAGES) - 1)).filter(({ text }) => text.trim() !== '');
  const letters = pages.reduce((sum, { text }) => sum + text.length, 0);
  if (pages.length === 0) throw new Refusal('conflict', 'There is no text on these pages.', { reason: 'no_text_there' });
  if (letters > MOST_LETTERS) throw new Refusal('too_large', `These pages have ${letters} characters; at most ${MOST_LETTERS} are sent at a time. Choose fewer.`, { reason: 'too_much_text', params: { letters, most: MOST_LETTERS } });
  const host = hostOf(model.base);
  const { eventIds } = await act(context, 'recordFact', async () => ({ answer: null, events: [{ verb: 'textSent', accountId: account.id, payload: { sourceId: source.id, title: source.title, from: pages[0]!.page, to: pages.at(-1)!.page, letters, host } }] }));
  const raw: RawProposal[] = [];
  let unusable = 0;
  for (const portion of portions(pages)) {
    const answer = await askModel(model, secret, messagesFor(portion, { account: account.name, title: source.title, fence: `=====${randomBytes(9).toString('hex')}=====` }), stop);
    const read = readProposals(answer);
    if (!read) throw new Refusal('conflict', `${host} did not answer with JSON.`, { reason: 'model_not_json', params: { host } });
    raw.push(...read.proposals);
    unusable += read.unusable;
  }
  const known = [...(await statementsOf(db, account.id)).map((statement) => ({ statement, anchor: null })), ...await factsInSource(db, source.id)];
  return { ...checkProposals(raw, pages, known), host, pages: pages.length, letters, unusable, event: eventIds[0]! };
}
