import { Refusal } from '#domain/refusal.ts';
import { readMember, updateMember } from '#storage/trust/members.ts';
import { act, type Context } from '../act.ts';

/** Changes the acting person's own name or language. A new name is an event; the language is nobody's business but theirs. */
export async function changeMe(context: Context, change: { readonly name?: string | undefined; readonly locale?: string | undefined }): Promise<void> {
  const id = context.actor.id;
  if (id === null) throw new Refusal('sign_in_required', 'Sign in first.');
  await act(context, null, async (tx) => {
    const person = await readMember(tx, id);
    if (!person) throw new Refusal('not_found', 'There is no such person.');
    await updateMember(tx, id, context.now().toISOString(), {
      ...(change.name === undefined ? {} : { name: change.name }), ...(change.locale === undefined ? {} : { locale: change.locale }),
    });
    const state = { role: person.role, disabled: person.disabledAt !== null };
    const renamed = change.name !== undefined && change.name !== person.name;
    return {
      answer: null,
      events: renamed ? [{ verb: 'memberChanged', payload: { userId: id, before: { ...state, name: person.name }, after: { ...state, name: change.name! } } }] : [],
    };
  });
}
