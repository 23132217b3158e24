import type { FactKind } from '../../factKinds.ts';
import type { EvidenceKind, Words } from '../../select/model.ts';
import type { PersonKey } from '../story/people.ts';

/** A passage of a source that became a fact: `quote` stands in the text word for word. */
export interface ReadFact<Key extends string = string> {
  readonly key: Key;
  readonly kind: FactKind;
  readonly evidence: EvidenceKind;
  readonly quote: Words;
  readonly statement: Words;
}
export interface ReadSource<Key extends string = string> {
  readonly title: Words;
  /** Days before the last day of the demo's trade. */
  readonly daysAgo: number;
  readonly text: Words;
  readonly facts: readonly ReadFact<Key>[];
}
/** A customer whose sources somebody has read before the first visit. */
export interface Reading<Key extends string = string> {
  readonly at: number;
  readonly reader: PersonKey;
  readonly sources: readonly ReadSource<Key>[];
}

/** Only checks that keys are told apart: other parts of the demo cite facts by them. */
export const reading = <const Key extends string>(one: Reading<Key>): Reading<Key> => one;
