import { isDay, type Day } from '../day.ts';
import type { InvalidField } from '../refusal.ts';
import { isWebAddress } from '../select/fact.ts';
import type { Aspect } from './aspects.ts';

/** `have`: we can do it today; `building`: we are getting there; `missing`: we know that we lack it. */
export const CAPABILITY_STATES = ['have', 'building', 'missing'] as const;
export type CapabilityState = (typeof CAPABILITY_STATES)[number];
/** What proves a capability (证明): a certificate, a reference customer or project, a data sheet. */
export const PROOF_KINDS = ['certificate', 'reference', 'datasheet'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** A proof as a person enters it; it proves up to and including its last day, for good where none is named. */
export interface NewProof {
  readonly kind: ProofKind;
  readonly title: string;
  readonly url: string | null;
  readonly expiresOn: Day | null;
}
export interface CapabilityProof extends NewProof { readonly id: number }

/** A capability (能力) as a person enters it. */
export interface NewCapability {
  readonly aspect: Aspect;
  readonly name: string;
  readonly text: string;
  readonly state: CapabilityState;
}
export interface Capability extends NewCapability {
  readonly id: number;
  readonly proofs: readonly CapabilityProof[];
}

/** Whether a proof still proves on a day. */
export const proves = (proof: Pick<NewProof, 'expiresOn'>, today: Day): boolean => proof.expiresOn === null || proof.expiresOn >= today;

/** A capability is proven by one living proof; without any, what we say about ourselves is an assumption. */
export function capabilityEvidence(proofs: readonly Pick<NewProof, 'expiresOn'>[], today: Day): 'proven' | 'assumed' {
  return proofs.some((proof) => proves(proof, today)) ? 'proven' : 'assumed';
}

/** A name as names are compared: one capability stands in the catalogue once. */
export const capabilityKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Faults of a proof, with their paths under `path`. */
export function proofFaults(proof: NewProof, path: string): InvalidField[] {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const faults: InvalidField[] = [];
  if (proof.title.trim() === '') faults.push({ path: at('title'), reason: 'required', message: 'Name the certificate, the reference or the data sheet.' });
  if (proof.url !== null && proof.url !== '' && !isWebAddress(proof.url)) faults.push({ path: at('url'), reason: 'no_web_address', message: 'A web address begins with http:// or https://.' });
  if (proof.expiresOn !== null && !isDay(proof.expiresOn)) faults.push({ path: at('expiresOn'), reason: 'no_such_day', message: 'This day does not exist.' });
  return faults;
}

/** Names that stand in the catalogue already (`taken`: their keys) or twice in the set; `path` of a row. */
export function nameFaults(names: readonly string[], taken: ReadonlySet<string>, path: (n: number) => string): InvalidField[] {
  const seen = new Set(taken);
  return names.flatMap((name, n) => {
    const key = capabilityKey(name);
    if (key === '') return [{ path: path(n), reason: 'required', message: 'A capability has a name.' }];
    if (seen.has(key)) return [{ path: path(n), reason: 'name_taken', message: `"${name}" stands in the catalogue already.` }];
    seen.add(key);
    return [];
  });
}
