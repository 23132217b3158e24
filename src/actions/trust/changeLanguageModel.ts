import { Refusal } from '#domain/refusal.ts';
import { languageModelFaults, NO_LANGUAGE_MODEL, samePlace, type LanguageModel } from '#domain/trust/languageModel.ts';
import { readLanguageModel, writeLanguageModel, type StoredLanguageModel } from '#storage/trust/languageModel.ts';
import { act, type Context } from '../act.ts';
import { seal, unseal } from './sealed.ts';

export type KeyState = 'set' | 'not_set' | 'unreadable';

/**
 * Sets the endpoint that proposes facts; an empty address switches it off and forgets the key. `key` undefined: the one that is kept stays,
 * unless the address now leads elsewhere, where it must not be sent; null: forgotten. The event never holds the key, only whether there is one.
 */
export async function changeLanguageModel(context: Context, secret: string, { key, ...change }: LanguageModel & { readonly key?: string | null | undefined }): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'changeSettings', async (tx) => {
    const before = await readLanguageModel(tx);
    const base = change.base.trim().replace(/\/+$/, '');
    const wanted: LanguageModel = base === '' ? NO_LANGUAGE_MODEL : { base, model: change.model.trim(), timeoutSeconds: change.timeoutSeconds };
    const fields = languageModelFaults(wanted);
    if (fields.length > 0) throw new Refusal('invalid', fields.map((field) => field.message).join(' '), { fields });
    const kept = base !== '' && samePlace(before.base, base) ? before.sealedKey : null;
    const sealedKey = base === '' || key === null ? null : key === undefined || key === '' ? kept : seal(key, secret);
    await writeLanguageModel(tx, { ...wanted, sealedKey }, { userId: context.actor.id, at: context.now().toISOString() });
    return { answer: null, events: [{ verb: 'languageModelChanged', payload: { before: told(before), after: { ...told({ ...wanted, sealedKey }), ...(key ? { keyReplaced: true } : {}) } } }] };
  });
  return { event: eventIds[0]! };
}

const told = ({ base, model, timeoutSeconds, sealedKey }: StoredLanguageModel) => ({ base, model, timeoutSeconds, key: sealedKey !== null });

/** Whether there is a key, and this server can open it. */
export function keyState({ sealedKey }: StoredLanguageModel, secret: string): KeyState {
  return sealedKey === null ? 'not_set' : unseal(sealedKey, secret) === null ? 'unreadable' : 'set';
}
