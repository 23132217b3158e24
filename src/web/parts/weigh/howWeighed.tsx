import { Select } from 'antd';
import { ahp as compute, DERIVATIONS, type Ahp } from '#domain/select/weigh/ahp.ts';
import type { Comparison } from '#domain/select/weigh/comparisons.ts';
import { CONSISTENCY_RULES, RANDOM_INDEX_TABLES } from '#domain/select/weigh/randomIndex.ts';
import type { WeighingMethod } from '#domain/select/weigh/methods.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { SideDrawer } from '../sideDrawer.tsx';
import type { Session } from './session.ts';

/** "How computed": the method in words with its sources, the figures it came to, and for AHP the choice of table, derivation and limit. */
export function HowWeighed({ method, open, close, ahp, items, pairs, session, change }: {
  method: WeighingMethod; open: boolean; close: () => void; ahp: Ahp | null; items: readonly string[]; pairs: readonly Comparison[]; session: Session; change: (next: (session: Session) => Session) => void;
}) {
  const { weigh: t } = useAllText();
  return (
    <SideDrawer title={t.howTitle({ method: t.howWord[method] })} open={open} close={close}>
      <div className="vf-how-weighed">
        {method === 'direct' ? <p>{t.howDirect}</p> : method === 'swing' ? <p>{t.howSwing}</p> : (
          <>
            <p>{t.howAhp}</p>
            <Choice label={t.derivation} value={session.derivation} options={DERIVATIONS.map((one) => ({ value: one, label: t.derivations[one] }))} hint={t.derivationHint} set={(derivation) => change((one) => ({ ...one, derivation }))} />
            <Choice label={t.table} value={session.table} options={RANDOM_INDEX_TABLES.map((one) => ({ value: one, label: t.tables[one] }))} hint={t.tableHint} set={(table) => change((one) => ({ ...one, table }))} />
            <Choice label={t.rule} value={session.rule} options={CONSISTENCY_RULES.map((one) => ({ value: one, label: t.rules[one] }))} set={(rule) => change((one) => ({ ...one, rule }))} />
            {ahp ? <Figures ahp={ahp} items={items} pairs={pairs} /> : null}
            <p className="vf-small vf-quiet">{t.howWorst}</p>
            <p className="vf-small vf-quiet">{t.howMissing}</p>
            <p className="vf-small vf-quiet">{t.howGroup}</p>
            <p className="vf-small vf-quiet">{t.howRounding}</p>
          </>
        )}
      </div>
    </SideDrawer>
  );
}

function Choice<T extends string>({ label, value, options, hint, set }: { label: string; value: T; options: { value: T; label: string }[]; hint?: string; set: (value: T) => void }) {
  return (
    <div className="vf-how-choice">
      <span className="vf-small vf-quiet">{label}</span>
      <Select aria-label={label} value={value} options={options} onChange={set} />
      {hint ? <span className="vf-small vf-faint">{hint}</span> : null}
    </div>
  );
}

function Figures({ ahp, items, pairs }: { ahp: Ahp; items: readonly string[]; pairs: readonly Comparison[] }) {
  const { weigh: t } = useAllText();
  const format = useFormat();
  const number = (value: number | null, digits = 4): string => (value === null ? t.noValue : format.number(value, digits));
  return (
    <>
      <table className="vf-table">
        <tbody>
          <tr><td>{t.symbols.lambda}</td><td className="vf-right vf-num">{number(ahp.lambdaMax)}</td></tr>
          <tr><td>{t.symbols.n}</td><td className="vf-right vf-num">{items.length}</td></tr>
          <tr><td>{t.symbols.ci}</td><td className="vf-right vf-num">{number(ahp.ci)}</td></tr>
          <tr><td>{t.symbols.ri({ table: t.tables[ahp.table] })}</td><td className="vf-right vf-num">{number(ahp.ri)}</td></tr>
          <tr><td><strong>{t.symbols.cr}</strong></td><td className="vf-right vf-num"><strong>{number(ahp.cr)}</strong></td></tr>
          {ahp.crIncomplete === null ? null : <tr><td>{t.symbols.few}</td><td className="vf-right vf-num">{number(ahp.crIncomplete)}</td></tr>}
        </tbody>
      </table>
      <h3>{t.byTables}</h3>
      <table className="vf-table">
        <tbody>
          {RANDOM_INDEX_TABLES.map((table) => (
            <tr key={table}><td>{t.tables[table]}{table === ahp.table ? <span className="vf-tag">{t.inUse}</span> : null}</td><td className="vf-right vf-num">{number(compute({ items, pairs }, { table }).cr)}</td></tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
