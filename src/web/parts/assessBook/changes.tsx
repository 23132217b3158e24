import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { MarkColumn } from '#domain/select/assess/columns.ts';
import { useText, useWords } from '../../text/locale.ts';
import { EvidenceMark } from '../evidenceMark.tsx';
import type { Change, Read } from './decide.ts';
import { MarkValue } from './values.tsx';

const AT_ONCE = 40;

/** Changes nobody objects to, customer by customer: what was, what it becomes, what it rests on. */
export function Changes({ read, changes, columns }: { read: Read; changes: readonly Change[]; columns: ReadonlyMap<string, MarkColumn> }) {
  const { assessBook: t } = useText();
  const words = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  const byAccount = Map.groupBy(changes, (change) => change.accountId);
  const accounts = read.accounts.filter((account) => byAccount.has(account.id));
  return (
    <section className="vf-stack vf-book-part">
      <h2>{t.changesTitle(changes.length, accounts.length)}</h2>
      <div className="vf-card vf-book-changes">
        {accounts.slice(0, shown).map((account) => (
          <section key={account.id} aria-label={account.name}>
            <header>
              <span className="vf-linked"><Link to="/accounts/$id" params={{ id: String(account.id) }}>{account.name}</Link> <span className="vf-small vf-faint">{account.key}</span></span>
              <Grounds account={account} />
            </header>
            <ul>
              {byAccount.get(account.id)!.map((change) => {
                const column = columns.get(change.indicator);
                return (
                  <li key={change.indicator}>
                    <span>{column ? words(column.name) : change.indicator} <span className="vf-small vf-faint vf-num">{change.cell}</span></span>
                    <del><MarkValue column={column} value={change.from?.value ?? null} short /></del>
                    <span aria-hidden>→</span>
                    <ins>{change.to === null ? <span className="vf-withdrawn">{t.withdraws}</span> : <MarkValue column={column} value={change.to} />}</ins>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      {accounts.length > shown ? <div><Button onClick={() => setShown(shown + AT_ONCE * 5)}>{t.moreCustomers(accounts.length - shown)}</Button></div> : null}
    </section>
  );
}

/** What the marks of a row rest on: its source, and the note kept with them. */
export function Grounds({ account }: { account: Read['accounts'][number] }) {
  const { assessBook: t, common } = useText();
  const { citation, note } = account;
  return (
    <span className="vf-book-grounds">
      {citation ? <EvidenceMark state={citation.evidence === 'inferred' ? 'assumed' : 'proven'}>{common.evidenceKinds[citation.evidence]} · {citation.source || citation.url}</EvidenceMark> : <EvidenceMark state="assumed">{t.noSource}</EvidenceMark>}
      {note ? <span className="vf-small vf-quiet">{note}</span> : null}
    </span>
  );
}
