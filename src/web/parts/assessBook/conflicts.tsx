import { Button, Select } from 'antd';
import { Link } from '@tanstack/react-router';
import type { MarkColumn } from '#domain/select/assess/columns.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { Segments } from '../segments.tsx';
import { Grounds } from './changes.tsx';
import { keyOf, type Change, type Choice, type Choices, type Read } from './decide.ts';
import { MarkValue } from './values.tsx';

interface Deciding {
  readonly columns: ReadonlyMap<string, MarkColumn>;
  readonly accounts: ReadonlyMap<number, Read['accounts'][number]>;
  readonly choices: Choices;
  readonly choose: (changes: readonly Change[], choice: Choice) => void;
}

/** Marks that somebody else has changed since the workbook was downloaded: mine, theirs, or another; each by itself or all at once. */
export function Conflicts({ changes, ...deciding }: { changes: readonly Change[] } & Deciding) {
  const { assessBook: t } = useText();
  return (
    <section className="vf-stack vf-book-part">
      <div className="vf-spread vf-wrap">
        <h2>{t.conflictsTitle(changes.length)}</h2>
        <div className="vf-row vf-wrap">
          <Button size="small" onClick={() => deciding.choose(changes, { kind: 'mine' })}>{t.allMine}</Button>
          <Button size="small" onClick={() => deciding.choose(changes, { kind: 'theirs' })}>{t.allTheirs}</Button>
        </div>
      </div>
      <p className="vf-quiet">{t.conflictsHelp}</p>
      <div className="vf-card vf-conflicts" role="table" aria-label={t.conflictsTitle(changes.length)}>
        <div className="vf-conflict vf-conflict-head" role="row">
          {[t.customer, t.downloaded, t.mine, t.theirs, t.decide].map((head) => <span key={head} role="columnheader">{head}</span>)}
        </div>
        {changes.map((change) => <Conflict key={keyOf(change)} change={change} {...deciding} />)}
      </div>
    </section>
  );
}

function Conflict({ change, columns, accounts, choices, choose }: { change: Change } & Deciding) {
  const { assessBook: t } = useText();
  const words = useWords();
  const format = useFormat();
  const column = columns.get(change.indicator);
  const account = accounts.get(change.accountId);
  const customer = account?.name ?? '';
  const indicator = column ? words(column.name) : change.indicator;
  const choice = choices.get(keyOf(change));
  const { now } = change;
  const who = { name: now?.by?.name ?? t.someone, time: now ? format.ago(now.at) : '' };
  const mayDiffer = column !== undefined && column.choices.length > 1;
  const options = [{ value: 'mine' as const, text: t.takeMine }, { value: 'theirs' as const, text: t.keepTheirs }, ...(mayDiffer ? [{ value: 'other' as const, text: t.another }] : [])];
  const decided = choice?.kind === 'other' ? choice.value : undefined;
  return (
    <div className="vf-conflict" role="row">
      <span role="cell" className="vf-linked"><Link to="/accounts/$id" params={{ id: String(change.accountId) }}>{customer}</Link><br /><span className="vf-quiet">{indicator}</span> <span className="vf-small vf-faint vf-num">{change.cell}</span></span>
      <span role="cell" data-head={t.downloaded}><MarkValue column={column} value={change.from?.value ?? null} short /></span>
      <span role="cell" data-head={t.mine} className={choice?.kind === 'mine' ? 'vf-chosen' : undefined}><MarkValue column={column} value={change.to} />{account && change.to !== null ? <><br /><Grounds account={account} /></> : null}</span>
      <span role="cell" data-head={t.theirs} className={choice?.kind === 'theirs' ? 'vf-chosen' : undefined}>
        <MarkValue column={column} value={now?.value ?? null} />
        <br /><span className="vf-small vf-faint" title={now ? format.time(now.at) : undefined}>{now?.id == null ? t.withdrawnBy(who) : t.byAt(who)}</span>
      </span>
      <span role="cell" className="vf-conflict-choice">
        <Segments label={t.decideFor({ customer, indicator })} value={(choice?.kind ?? '') as 'mine'} options={options as { value: 'mine'; text: string }[]} choose={(kind: string) => choose([change], kind === 'other' ? { kind, value: decided ?? null } : { kind: kind as 'mine' })} />
        {choice?.kind === 'other' && column ? (
          <Select
            size="small" className="vf-conflict-other" aria-label={t.chooseAnother({ customer, indicator })} value={typeof decided === 'boolean' ? undefined : decided} placeholder={t.decide} popupMatchSelectWidth={false}
            onChange={(value: string | number) => choose([change], { kind: 'other', value })}
            options={column.choices.map((one) => ({ value: one.value as string | number, label: typeof one.value === 'number' ? t.level({ level: String(one.value), sentence: words(one.words) }) : words(one.words) }))}
          />
        ) : null}
      </span>
    </div>
  );
}
