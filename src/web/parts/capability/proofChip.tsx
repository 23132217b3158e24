import { isWebAddress } from '#domain/select/fact.ts';
import type { Answer } from '../../call.ts';
import { useAllText, useFormat } from '../../text/locale.ts';

export type CapabilityView = Answer<'GET /api/capabilities'>['rows'][number];
type Proof = CapabilityView['proofs'][number];

/** A proof: solid while it proves, faded once it has expired. */
export function ProofChip({ proof }: { proof: Proof }) {
  const { match: t, common } = useAllText();
  const format = useFormat();
  const until = proof.expiresOn === null ? '' : ` · ${proof.proves ? t.until({ day: format.day(proof.expiresOn) }) : t.expired({ day: format.day(proof.expiresOn) })}`;
  const className = `vf-evidence ${proof.proves ? 'vf-proven' : 'vf-stale'}`;
  const words = <><span className="vf-hidden">{common.evidence[proof.proves ? 'proven' : 'stale']}: </span><span className="vf-clip">{t.proofKinds[proof.kind]} · {proof.title}{until}</span></>;
  return proof.url !== null && isWebAddress(proof.url) ? <a className={className} title={proof.title + until} href={proof.url} target="_blank" rel="noopener noreferrer">{words}</a> : <span className={className} title={proof.title + until}>{words}</span>;
}
