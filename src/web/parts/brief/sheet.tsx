import type { ReactNode } from 'react';
import { BRIEF_WORDS as W, factSource, STATE_WORDS } from '#domain/insight/kpi/briefWords.ts';
import type { Two } from '#domain/insight/kpi/kpi.ts';
import type { Answer } from '../../call.ts';
import { useAllText, useFormat, useWords } from '../../text/locale.ts';
import { evidenceClass } from '../evidenceMark.tsx';
import { EditableLines } from './editableLines.tsx';
import { SheetHead } from './sheetHead.tsx';

export type Brief = Answer<'GET /api/briefs/{id}'>;
type Content = Brief['content'];
export type Edit = (body: { purpose?: string; meetingOn?: string; questions?: string[]; leaveBehind?: string[] }) => Promise<boolean>;

/** The one page: who, their KPIs, topics and opportunity points, our proof, what to ask and to leave behind, and the facts by number. */
export function Sheet({ brief, edit }: { brief: Brief; edit: Edit | null }) {
  const words = useWords();
  const { content } = brief;
  return (
    <>
      <SheetHead brief={brief} edit={edit} />
      <Section title={W.kpis} left={content.left.kpis}>
        {content.kpis.length === 0 ? <Nothing /> : (
          <table className="vf-leaf-kpis">
            <thead><tr><th scope="col">{words(W.kpi)}</th><th scope="col">{words(W.need)}</th><th scope="col">{words(W.known)}</th></tr></thead>
            <tbody>
              {content.kpis.map((kpi, n) => (
                <tr key={n} className={`vf-claim-${kpi.state}`}>
                  <th scope="row"><span className="vf-claim">{kpi.text}</span>{kpi.target ? <span className="vf-leaf-target"> {kpi.target}</span> : null}</th>
                  <td>{kpi.need}</td>
                  <td className="vf-leaf-known"><State state={kpi.state} cites={kpi.cites} always /></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <div className="vf-leaf-two">
        <Section title={W.topics} left={content.left.topics}><Points points={content.topics} /></Section>
        <div>
          <Section title={W.opportunities} left={content.left.opportunities}><Points points={content.opportunities} /></Section>
          <Section title={W.proofs} left={content.left.proofs}>
            {content.proofs.length === 0 ? <Nothing /> : <ul className="vf-leaf-list">{content.proofs.map((one, n) => <li key={n}><strong>{one.name}</strong>{one.building ? <> ({words(W.building)})</> : null}{words(W.colon)}{one.proofs.join(words(W.comma))}</li>)}</ul>}
          </Section>
        </div>
      </div>
      <div className="vf-leaf-two">
        <Section title={W.questions} left={content.left.questions}><EditableLines name="questions" lines={content.questions} edit={edit} left={content.left.questions} boxes /></Section>
        <Section title={W.leaveBehind} left={0}><EditableLines name="leaveBehind" lines={content.leaveBehind} edit={edit} /></Section>
      </div>
      <Section title={W.facts} left={content.left.facts}>
        {content.facts.length === 0 ? <Nothing /> : (
          <ol className="vf-leaf-facts">
            {content.facts.map((fact) => <li key={fact.n} value={fact.n} className={`vf-claim-${fact.state}`}><span className="vf-leaf-number">[{fact.n}]</span> <span className="vf-claim">{fact.statement}</span> <span className="vf-leaf-source">{factSource(fact, words)}</span></li>)}
          </ol>
        )}
      </Section>
    </>
  );
}

function Section({ title, left, children }: { title: Two; left: number; children: ReactNode }) {
  const { briefs: t } = useAllText();
  const words = useWords();
  const format = useFormat();
  return (
    <section aria-label={words(title)}>
      <h2>{words(title)}</h2>
      {children}
      {left > 0 ? <p className="vf-small vf-faint vf-noprint">{t.more({ n: left, of: words(title) }).replace(String(left), format.number(left))}</p> : null}
    </section>
  );
}

function Points({ points }: { points: Content['topics'] }) {
  if (points.length === 0) return <Nothing />;
  return <ul className="vf-leaf-list">{points.map((one, n) => <li key={n} className={`vf-claim-${one.state}`}><span className="vf-claim">{one.text}</span> <State state={one.state} cites={one.cites} /></li>)}</ul>;
}

/** How something is known: the numbers of its facts, and in words what is not proven. */
function State({ state, cites, always = false }: { state: Content['kpis'][number]['state']; cites: readonly number[]; always?: boolean }) {
  const words = useWords();
  return (
    <span className="vf-leaf-state">
      {always || state !== 'proven' ? <span className={`vf-leaf-mark ${evidenceClass(state)}`}>{words(STATE_WORDS[state])}</span> : null}
      {cites.length > 0 ? <span className="vf-leaf-number"> [{cites.join(', ')}]</span> : null}
    </span>
  );
}

function Nothing() {
  const words = useWords();
  return <p className="vf-faint">{words(W.none)}</p>;
}
