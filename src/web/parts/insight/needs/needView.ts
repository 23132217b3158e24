import type { Answer } from '../../../call.ts';

export type NeedsAnswer = Answer<'GET /api/accounts/{id}/needs'>;
export type NeedView = NeedsAnswer['needs'][number];
export type CapabilityOfNeed = NeedsAnswer['capabilities'][number];
/** Sets the fit of a need × capability; null takes it back. */
export type SetFit = (need: NeedView, capabilityId: number, fit: number | null, note?: string) => void;

export const fitOf = (need: NeedView, capabilityId: number): number | null => need.matches.find((match) => match.capabilityId === capabilityId)?.fit ?? null;
