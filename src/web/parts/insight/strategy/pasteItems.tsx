import { useMemo, useState } from 'react';
import { Button, Input } from 'antd';
import { STRATEGY_KINDS, type StrategyKind } from '#domain/insight/strategy/strategyItem.ts';
import { readStrategyLines } from '#domain/insight/strategy/strategyLines.ts';
import { call } from '../../../call.ts';
import { useMe } from '../../../me.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { sayDone } from '../../../undo.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { Segments } from '../../segments.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { forgetStrategy } from './changing.ts';

const MOST = 200;

/** Many goals and investment areas at once, copied in a spreadsheet: each row is shown as it is understood before any is kept. */
export function PasteItems({ accountId, close }: { accountId: number; close: () => void }) {
  const { strategy: t, errors } = useAllText();
  const format = useFormat();
  const me = useMe();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<StrategyKind>('goal');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const today = localDay();
  const lines = useMemo(() => readStrategyLines(text, { kind, currency: me.workspace.reportingCurrency, today }).slice(0, MOST), [text, kind, me.workspace.reportingCurrency, today]);
  const faulty = lines.filter((line) => line.faults.length > 0).length;
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { event } = await call('POST /api/accounts/{id}/strategy', { params: { id: accountId }, body: { items: lines.map(({ item }) => ({ ...item })) } });
      sayDone(t.added({ n: lines.length, what: lines[0]?.item.text ?? '' }), event);
      close();
      await forgetStrategy();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <SideDrawer title={t.pasteTitle} open close={close} width={760} footer={<Button type="primary" loading={busy} disabled={lines.length === 0 || faulty > 0} onClick={() => void save()}>{t.addRows({ n: lines.length })}</Button>}>
      <div className="vf-stack">
        <p className="vf-quiet">{t.pasteHint}</p>
        <Segments label={t.pasteKind} shown value={kind} options={STRATEGY_KINDS.map((value) => ({ value, text: t.kinds[value] }))} choose={setKind} />
        <Field label={t.pasted}>{(wiring) => <Input.TextArea {...wiring} autoFocus rows={8} className="vf-strategy-paste" value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        {lines.length > 0 ? (
          <div className="vf-scroll-x">
            <table className="vf-table">
              <thead><tr><th>{t.columns.kind}</th><th>{t.columns.text}</th><th>{t.columns.horizon}</th><th>{t.columns.toOn}</th><th className="vf-right">{t.columns.amount}</th></tr></thead>
              <tbody>
                {lines.map(({ row, item, faults }) => (
                  <tr key={row}>
                    <td>{t.kinds[item.kind]}</td>
                    <td>{item.text || '–'}{faults.length > 0 ? <p className="vf-fault">{t.rowFault({ row: format.number(row), what: faults.map(({ reason }) => t.lineFaults[reason] ?? errors.fields[reason] ?? reason).join(' · ') })}</p> : null}</td>
                    <td>{item.horizon ? t.horizons[item.horizon] : '–'}</td><td className="vf-num">{format.day(item.toOn)}</td><td className="vf-right vf-num">{item.amount !== null && item.currency ? format.money(item.amount, item.currency) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        {faulty > 0 ? <p className="vf-small vf-quiet" role="status">{t.mendFirst({ n: faulty })}</p> : null}
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
