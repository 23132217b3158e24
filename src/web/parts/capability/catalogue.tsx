import { useRef, useState } from 'react';
import { ASPECTS } from '#domain/insight/aspects.ts';
import { useListKeys } from '../../listKeys.ts';
import { useAllText } from '../../text/locale.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import { CapabilityDrawer } from './capabilityDrawer.tsx';
import { ProofChip, type CapabilityView } from './proofChip.tsx';

/** The catalogue by aspect: solid where a living proof stands behind a capability, dashed where only we say so. */
export function Catalogue({ rows, may }: { rows: readonly CapabilityView[]; may: boolean }) {
  const { match: t, common } = useAllText();
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const [open, setOpen] = useState<number | null>(null);
  const opened = rows.find((row) => row.id === open);
  return (
    <div ref={list}>
      {ASPECTS.map((aspect) => {
        const own = rows.filter((row) => row.aspect === aspect);
        return own.length === 0 ? null : (
          <section key={aspect} className="vf-catalogue">
            <h2>{t.aspects[aspect]} <span className="vf-small vf-faint">{t.proven({ n: String(own.filter((row) => row.evidence === 'proven').length), all: String(own.length) })}</span></h2>
            <ul>
              {own.map((row) => (
                <li key={row.id} data-row tabIndex={-1} className={`vf-capability ${evidenceClass(row.evidence)}`}>
                  <div className="vf-capability-words">
                    <button type="button" className="vf-board-title" onClick={() => setOpen(row.id)}><span className="vf-hidden">{common.evidence[row.evidence]}: </span>{row.name}</button>
                    {row.text ? <p className="vf-small vf-quiet">{row.text}</p> : null}
                  </div>
                  <div className="vf-capability-proofs">
                    {row.state === 'have' ? null : <span className={`vf-tag vf-state-${row.state}`}>{t.capabilityStates[row.state]}</span>}
                    {row.proofs.length === 0 ? <span className="vf-small vf-faint">{t.noProof}</span> : row.proofs.map((proof) => <ProofChip key={proof.id} proof={proof} />)}
                  </div>
                  <span className="vf-small vf-faint vf-capability-matched">{row.matched > 0 ? t.matched(row.matched) : ''}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {opened ? <CapabilityDrawer key={opened.id} capability={opened} may={may} close={() => setOpen(null)} /> : null}
    </div>
  );
}
