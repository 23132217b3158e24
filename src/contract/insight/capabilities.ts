import { z } from 'zod';
import { ASPECTS } from '#domain/insight/aspects.ts';
import { CAPABILITY_STATES, PROOF_KINDS } from '#domain/insight/capability.ts';
import { endpoint } from '../endpoint.ts';
import { CurrencyCode, DayText, Id } from '../shared.ts';

export const AspectName = z.enum(ASPECTS);
const Proof = { kind: z.enum(PROOF_KINDS).default('certificate'), title: z.string().trim().min(1).max(300), url: z.string().trim().max(2000).nullable().default(null), expiresOn: DayText.nullable().default(null) };
const NewProof = z.object(Proof).meta({ id: 'NewProof' });
const NewCapability = z.object({
  aspect: AspectName, name: z.string().trim().min(1).max(200), text: z.string().trim().max(2000).default(''), state: z.enum(CAPABILITY_STATES).default('have'), proofs: z.array(NewProof).max(20).default([]),
}).meta({ id: 'NewCapability' });

/** A proof; `proves` false: it has expired and is shown faded. */
export const ProofView = z.object({ id: z.number(), kind: z.enum(PROOF_KINDS), title: z.string(), url: z.string().nullable(), expiresOn: DayText.nullable(), proves: z.boolean() }).meta({ id: 'Proof' });
/** A capability (能力); `evidence`: proven by a living proof, or assumed. */
export const CapabilityView = z.object({
  id: z.number(), aspect: AspectName, name: z.string(), text: z.string(), state: z.enum(CAPABILITY_STATES), evidence: z.enum(['proven', 'assumed']), proofs: z.array(ProofView),
}).meta({ id: 'Capability' });
export const Noted = z.object({ ids: z.array(z.number()), event: z.number() }).meta({ id: 'Noted' });
export const Withdraw = z.object({ withdrawn: z.boolean() }).meta({ id: 'WithdrawNote' });
export const Withdrawn = z.object({ event: z.number() }).meta({ id: 'NoteWithdrawn' });

export const listCapabilities = endpoint({
  summary: 'Our capabilities with their proofs', access: 'readAccounts',
  query: z.object({ q: z.string().max(100).optional(), aspect: AspectName.optional(), withdrawn: z.enum(['no', 'only']).default('no') }),
  response: z.object({ rows: z.array(CapabilityView.extend({ /** Needs it is matched with, of the customers the viewer may see. */ matched: z.number() })), can: z.object({ keep: z.boolean() }) }).meta({ id: 'Capabilities' }),
});
export const addCapabilities = endpoint({
  summary: 'Add capabilities to the catalogue (a set of 1 to 200)', access: 'keepCatalogue',
  body: z.object({ capabilities: z.array(NewCapability).min(1).max(200) }).meta({ id: 'NewCapabilities' }), response: Noted,
});
export const editCapability = endpoint({
  summary: 'Change a capability', access: 'keepCatalogue', params: z.object({ id: Id }),
  body: z.object({ aspect: AspectName, name: z.string().trim().min(1).max(200), text: z.string().trim().max(2000), state: z.enum(CAPABILITY_STATES) }).partial().meta({ id: 'CapabilityChange' }), response: Noted,
});
export const withdrawCapability = endpoint({ summary: 'Take a capability out of the catalogue, or back in', access: 'keepCatalogue', params: z.object({ id: Id }), body: Withdraw, response: Withdrawn });
export const addProofs = endpoint({
  summary: 'Add proofs to a capability', access: 'keepCatalogue', params: z.object({ id: Id }),
  body: z.object({ proofs: z.array(NewProof).min(1).max(20) }).meta({ id: 'NewProofs' }), response: Noted,
});
export const editProof = endpoint({
  summary: 'Change a proof', access: 'keepCatalogue', params: z.object({ id: Id }),
  body: z.object({ kind: z.enum(PROOF_KINDS), title: z.string().trim().min(1).max(300), url: z.string().trim().max(2000).nullable(), expiresOn: DayText.nullable() }).partial().meta({ id: 'ProofChange' }), response: Noted,
});
export const withdrawProof = endpoint({ summary: 'Withdraw a proof, or let it prove again', access: 'keepCatalogue', params: z.object({ id: Id }), body: Withdraw, response: Withdrawn });

/** What our company should build, by capability (or by aspect where it is not named), from the customers the viewer may see. */
export const listToBuild = endpoint({
  summary: 'Capabilities to build, rolled up across customers', access: 'readAccounts',
  response: z.object({
    currency: CurrencyCode,
    lines: z.array(z.object({
      capability: CapabilityView.nullable(), aspect: AspectName, accounts: z.number(),
      /** Known values of the open opportunity points that stand on these needs, in minor units of the reporting currency; null: none is known. */
      value: z.number().nullable(), unknown: z.number(),
      needs: z.array(z.object({ id: z.number(), text: z.string(), importance: z.number(), note: z.string(), account: z.object({ id: z.number(), name: z.string() }), value: z.number().nullable() })),
    })),
  }).meta({ id: 'ToBuild' }),
});
