import { Fragment } from 'react';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../../text/locale.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { ClassMark } from '../portfolio/classMark.tsx';
import { Trend } from '../portfolio/rankCells.tsx';
import { FactsCell, PointsCell } from './cells.tsx';
import type { Compared, Figure, Line } from './compareRows.ts';

export interface CompareTableProps {
  accounts: readonly Compared[];
  lines: readonly Line[];
  onlyDifferences: boolean;
  facts: boolean;
  isComputed: (indicator: string) => boolean;
  makeFirst: (id: number) => void;
  remove: (id: number) => void;
}

/** The comparison itself: one column a customer, the first being what the others are measured against. */
export function CompareTable({ accounts, lines, onlyDifferences, facts, isComputed, makeFirst, remove }: CompareTableProps) {
  const { compare: t } = useText();
  const format = useFormat();
  const shown = lines.filter((line) => !onlyDifferences || line.differs || line.kind === 'total');
  const first = accounts[0]!.account;
  const part = (kinds: readonly Line['kind'][]): Line[] => shown.filter((line) => kinds.includes(line.kind));
  const figures = part(['figure']);
  const flags = part(['flag']);
  const wide = accounts.length + 1;
  return (
    <div className="vf-scroll-x vf-cmp-scroll" role="region" aria-label={t.title} tabIndex={0}>
      <table className="vf-cmp" style={{ '--columns': accounts.length, '--rows': facts ? 1 : shown.length } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col"><span className="vf-hidden">{t.row}</span></th>
            {accounts.map(({ account }, i) => (
              <th key={account.id} scope="col">
                <div className="vf-cmp-head">
                  <Link to="/accounts/$id" params={{ id: String(account.id) }}>{account.name}</Link>
                  <span className="vf-row vf-noprint">
                    {i === 0 ? null : <button type="button" className="vf-icon-button" aria-label={t.makeFirst({ name: account.name })} title={t.makeFirst({ name: account.name })} onClick={() => makeFirst(account.id)}>⇤</button>}
                    <button type="button" className="vf-icon-button" aria-label={t.remove({ name: account.name })} title={t.remove({ name: account.name })} onClick={() => remove(account.id)}>×</button>
                  </span>
                </div>
                <div className="vf-small vf-faint">{i === 0 && accounts.length > 1 ? <span className="vf-tag">{t.first}</span> : account.key}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.length > 0 ? <Heading text={t.figures} span={wide} /> : null}
          {figures.map((line) => line.kind === 'figure' && (
            <tr key={line.key}>
              <th scope="row">{line.label}</th>
              {accounts.map((one, i) => <td key={one.account.id}><FigureValue figure={line.key} compared={one} text={line.cells[i]!.text} /></td>)}
            </tr>
          ))}
          {part(['total', 'lens', 'factor', 'indicator']).map((line) => (line.kind === 'figure' || line.kind === 'flag' ? null : (
            <Fragment key={`${line.kind} ${line.key}`}>
              <tr className={`vf-cmp-${line.kind}`}>
                <th scope="row">
                  <div className="vf-cmp-label">
                    <span>{line.label}</span>
                    {line.kind === 'total' ? null : <span className="vf-small vf-faint vf-num" title={(line.kind === 'indicator' ? t.weight : t.weightOfLevel)({ share: format.percent(line.weight) })}>{format.percent(line.weight)}</span>}
                  </div>
                </th>
                {accounts.map((one, i) => <td key={one.account.id}><div className="vf-cmp-cell"><PointsCell cell={line.cells[i]!} name={one.account.name} firstName={first.name} first={i === 0} strong={line.kind === 'total' || line.kind === 'lens'} /></div></td>)}
              </tr>
              {facts && line.kind === 'indicator' ? (
                <tr className="vf-cmp-fact-row">
                  <th aria-hidden />
                  {accounts.map((one) => <td key={one.account.id}><FactsCell compared={one} indicator={line.key} computed={isComputed(line.key)} /></td>)}
                </tr>
              ) : null}
            </Fragment>
          )))}
          {lines.some((line) => line.kind === 'flag') ? (flags.length > 0 ? <Heading text={t.flags} span={wide} /> : null) : <tr className="vf-cmp-heading"><th scope="rowgroup" colSpan={wide}>{t.flags} <span className="vf-small vf-faint">{t.noFlags}</span></th></tr>}
          {flags.map((line) => line.kind === 'flag' && (
            <tr key={line.key}>
              <th scope="row">{line.label}</th>
              {accounts.map((one, i) => <td key={one.account.id}><Flag line={line} at={i} compared={one} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Heading = ({ text, span }: { text: string; span: number }) => <tr className="vf-cmp-heading"><th scope="rowgroup" colSpan={span}>{text}</th></tr>;

function FigureValue({ figure, compared: { account }, text }: { figure: Figure; compared: Compared; text: string | null }) {
  const { compare: t } = useText();
  const format = useFormat();
  if (text === null) return <span className="vf-faint">{t.unknown}</span>;
  if (figure === 'grade') return <span className={`vf-grade vf-grade-${account.grade}`}>{text}</span>;
  if (figure === 'class' && account.class) return <ClassMark kind={account.class} word={text} />;
  if (figure === 'revenue' && account.firstDay !== null) {
    return <span className="vf-row vf-cmp-revenue" title={format.moneyExact(account.revenue, account.currency)}><span className="vf-num">{text}</span><Trend now={account.revenue} before={account.revenueBefore} /><Sparkline values={account.months} width={72} /></span>;
  }
  const negative = figure === 'contribution' && account.contribution < 0;
  return <span className={negative ? 'vf-num vf-negative' : figure === 'owner' || figure === 'country' || figure === 'industry' ? undefined : 'vf-num'}>{text}</span>;
}

function Flag({ line, at, compared }: { line: Extract<Line, { kind: 'flag' }>; at: number; compared: Compared }) {
  const { compare: t } = useText();
  const format = useFormat();
  if (!line.flag.marked[at]) return <span className="vf-faint">{t.unmarked}</span>;
  const points = compared.explanation.deductions.find((one) => one.key === line.key)?.points;
  return <span className="vf-negative">{line.flag.kind === 'veto' ? `! ${t.veto}` : t.deduction({ points: format.points(points ?? 0) })}</span>;
}
