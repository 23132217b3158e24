import { nameFaults, proofFaults, type CapabilityState, type NewCapability, type NewProof } from '#domain/insight/capability.ts';
import type { Aspect } from '#domain/insight/aspects.ts';
import { Refusal } from '#domain/refusal.ts';
import { capabilityKeys } from '#storage/insight/capabilities.ts';
import { notesById } from '#storage/insight/notes.ts';
import type { Context } from '../act.ts';
import { refuseFaults } from './citing.ts';
import { withdrawNote, writeNotes, type NoteDone } from './writeNotes.ts';

/** Puts a set of capabilities with their proofs into the company's catalogue. Refuses names that stand there already. */
export async function addCapabilities(context: Context, capabilities: readonly (NewCapability & { readonly proofs: readonly NewProof[] })[]): Promise<NoteDone> {
  return await writeNotes(context, { accountId: null, noun: 'capability', act: 'added', title: capabilities[0]?.name ?? '' }, async (pen) => {
    refuseFaults([
      ...nameFaults(capabilities.map((one) => one.name), await capabilityKeys(pen.tx), (n) => `capabilities.${n}.name`),
      ...capabilities.flatMap((one, n) => one.proofs.flatMap((proof, p) => proofFaults(proof, `capabilities.${n}.proofs.${p}`))),
    ], 'Some capabilities cannot be kept.');
    const ids = await pen.add('capability', capabilities.map(({ aspect, name, text, state }) => ({ aspect, name, text, state })));
    await pen.add('proof', capabilities.flatMap((one, n) => one.proofs.map((proof) => proofColumns(proof, ids[n]!))));
    return ids;
  });
}

export interface CapabilityChange { readonly aspect?: Aspect | undefined; readonly name?: string | undefined; readonly text?: string | undefined; readonly state?: CapabilityState | undefined }

/** Changes a capability. */
export async function editCapability(context: Context, id: number, change: CapabilityChange): Promise<NoteDone> {
  const capability = await capabilityOf(context, id);
  return await writeNotes(context, { accountId: null, noun: 'capability', act: 'changed', title: change.name ?? capability.name }, async (pen) => {
    if (change.name !== undefined) refuseFaults(nameFaults([change.name], await capabilityKeys(pen.tx, id), () => 'name'), 'This name is taken.');
    await pen.change('capability', id, given(change));
    return [id];
  });
}

/** Takes a capability out of the catalogue, or back in; its matches show again with it. Refuses (conflict: name_taken) to bring back a name that another bears now. */
export async function withdrawCapability(context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> {
  const capability = await capabilityOf(context, id);
  if (!withdrawn && nameFaults([capability.name], await capabilityKeys(context.store.read, id), () => 'name').length > 0) {
    throw new Refusal('conflict', 'Another capability bears this name now.', { reason: 'name_taken' });
  }
  return await withdrawNote(context, 'capability', id, withdrawn, (row: { name: string }) => row.name);
}

/** Adds proofs to a capability. */
export async function addProofs(context: Context, capabilityId: number, proofs: readonly NewProof[]): Promise<NoteDone> {
  await capabilityOf(context, capabilityId);
  return await writeNotes(context, { accountId: null, noun: 'proof', act: 'added', title: proofs[0]?.title ?? '' }, async (pen) => {
    await pen.mine('capability', capabilityId);
    refuseFaults(proofs.flatMap((proof, n) => proofFaults(proof, `proofs.${n}`)), 'Some proofs cannot be kept.');
    return await pen.add('proof', proofs.map((proof) => proofColumns(proof, capabilityId)));
  });
}

/** Changes a proof. */
export async function editProof(context: Context, id: number, change: { readonly [Name in keyof NewProof]?: NewProof[Name] | undefined }): Promise<NoteDone> {
  const [proof] = await notesById(context.store.read, 'proof', [id]);
  if (!proof) throw noCatalogueNote();
  const after: NewProof = { kind: proof.kind, title: proof.title, url: proof.url, expiresOn: proof.expires_on, ...given(change) };
  return await writeNotes(context, { accountId: null, noun: 'proof', act: 'changed', title: after.title }, async (pen) => {
    refuseFaults(proofFaults(after, ''), 'This proof cannot be kept.');
    await pen.change('proof', id, proofColumns(after, proof.capability_id));
    return [id];
  });
}

export const withdrawProof = (context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> => withdrawNote(context, 'proof', id, withdrawn, (row: { title: string }) => row.title);

const proofColumns = ({ kind, title, url, expiresOn }: NewProof, capabilityId: number) => ({ capability_id: capabilityId, kind, title, url: url === '' ? null : url, expires_on: expiresOn });

async function capabilityOf(context: Context, id: number) {
  const [capability] = await notesById(context.store.read, 'capability', [id]);
  if (!capability) throw noCatalogueNote();
  return capability;
}

const noCatalogueNote = (): Refusal => new Refusal('not_found', 'There is no such capability or proof in the catalogue.', { reason: 'note' });

/** What was named in a change. */
export function given<T extends object>(change: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as { [Name in keyof T]: Exclude<T[Name], undefined> };
}
