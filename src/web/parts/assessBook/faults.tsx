import { Button, Switch } from 'antd';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import type { Read } from './decide.ts';
import { faultReason, faultsCsv } from './faultsCsv.ts';
import { saveFile } from './saveFile.ts';

const SHOWN = 50;

/** What cannot be read, with cell, value and reason; the same as a CSV to mend the workbook by; and whether the rest is wanted. */
export function Faults({ read, leaving, leave, more }: { read: Read; leaving: boolean; leave: (on: boolean) => void; more: boolean }) {
  const { assessBook: t } = useText();
  const words = useWords();
  const format = useFormat();
  const csv = (): void => saveFile(new Blob([faultsCsv(read.faults, [t.cell, t.column, t.value, t.reason], words)], { type: 'text/csv;charset=utf-8' }), t.csvName(read.fileName.replace(/\.\w+$/, '')));
  return (
    <section className="vf-stack vf-book-part">
      <div className="vf-spread vf-wrap"><h2>{t.faultsTitle(read.faultCount)}</h2><Button size="small" onClick={csv}>{t.faultsCsv}</Button></div>
      <p className="vf-quiet">{t.faultsHelp}</p>
      <div className="vf-card vf-scroll-x" tabIndex={0} role="region" aria-label={t.faultsTitle(read.faultCount)}>
        <table className="vf-table">
          <thead><tr><th>{t.cell}</th><th>{t.column}</th><th>{t.value}</th><th>{t.reason}</th></tr></thead>
          <tbody>
            {read.faults.slice(0, SHOWN).map((fault, n) => (
              <tr key={n}>
                <td className="vf-num">{fault.cell ?? <span className="vf-faint">{t.wholeColumn}</span>}</td>
                <td>{fault.column}</td>
                <td>{fault.value ? <code>{fault.value.slice(0, 60)}</code> : <span className="vf-faint">{t.empty}</span>}</td>
                <td>{faultReason(fault, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {read.faultCount > SHOWN ? <p className="vf-small vf-faint">{t.faultsMore(format.number(read.faultCount - SHOWN))}</p> : null}
      {more ? <label className="vf-row"><Switch size="small" checked={leaving} onChange={leave} /><span>{t.faultsLeave}</span></label> : null}
    </section>
  );
}
