import type { z } from 'zod';
import type { CapabilityView } from '#contract/insight/capabilities.ts';
import type { CitedFact } from '#contract/insight/needs.ts';
import type { OpportunityView, PriorityView } from '#contract/insight/opportunities.ts';
import { capabilityEvidence, proves, type Capability } from '#domain/insight/capability.ts';
import type { Opportunity } from '#domain/insight/opportunity.ts';
import { priorityOf, type PriorityUnder } from '#domain/insight/priority.ts';
import type { Day } from '#domain/day.ts';
import { proofState, weightOf, type Proof } from '#domain/select/evidence.ts';

/** Opportunity points with their priorities, the highest first; of equals the older one. */
export function presentOpportunities<T extends Opportunity>(all: readonly T[], accountOf: (one: T) => { id: number; name: string }, under: PriorityUnder): z.output<typeof OpportunityView>[] {
  return all.map((one) => ({
    id: one.id, account: accountOf(one), title: one.title, note: one.note, category: one.category, unit: one.unit, need: one.need && { ...one.need }, valueLow: one.valueLow, valueLikely: one.valueLikely, valueHigh: one.valueHigh,
    currency: one.currency, fit: one.fit, expectedOn: one.expectedOn, horizon: one.horizon, stage: one.stage, owner: one.owner && { ...one.owner }, recordedAt: one.recordedAt,
    facts: one.facts.map(({ id, statement, proof }) => presentCited(id, statement, proof, under)), priority: priorityOf(one, under) as z.output<typeof PriorityView>,
  })).toSorted((a, b) => b.priority.priority - a.priority.priority || a.id - b.id);
}

/** A fact that something rests on, as it weighs in the score. */
export function presentCited(id: number, statement: string, proof: Proof, { asOf, halfLives }: Pick<PriorityUnder, 'asOf' | 'halfLives'>): z.output<typeof CitedFact> {
  const confidence = weightOf(proof, asOf, halfLives);
  return { id, statement, evidence: proof.evidence, observedOn: proof.observedOn, confidence, state: proofState(proof.evidence, confidence) };
}

/** A capability with what proves it today. */
export function presentCapability(one: Capability, today: Day): z.output<typeof CapabilityView> {
  return { id: one.id, aspect: one.aspect, name: one.name, text: one.text, state: one.state, evidence: capabilityEvidence(one.proofs, today), proofs: one.proofs.map((proof) => ({ ...proof, proves: proves(proof, today) })) };
}
