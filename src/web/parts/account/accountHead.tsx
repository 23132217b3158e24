import { Button, Dropdown } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { forget, useChange } from '../../answers.ts';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { say, sayDone } from '../../undo.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { KeyAccountAction } from '../decision/keyAccountAction.tsx';
import { ClassMark } from '../portfolio/classMark.tsx';
import { InlineEdit } from './inlineEdit.tsx';
import { TeamEditor } from './teamEditor.tsx';

type Detail = Answer<'GET /api/accounts/{id}'>;
type Field = 'name' | 'country' | 'industry' | 'note';

/** Name, class, grade, rank, owner: each edited where it stands. */
export function AccountHead({ detail }: { detail: Detail }) {
  const { account: t, common, compare, errors, portfolio } = useText();
  const navigate = useNavigate();
  const format = useFormat();
  const { account, can } = detail;
  const failed = (error: Error): void => say(wordProblem(problemIn(error), errors, format));
  const edit = useChange('PATCH /api/accounts/{id}', { forgets: ['GET /api/accounts/{id}', 'GET /api/accounts', 'GET /api/accounts/{id}/timeline', 'GET /api/find'] });
  const archive = useChange('POST /api/accounts/{id}/archive', {
    done: (answer) => {
      sayDone(account.archivedAt ? t.restoredDone : t.archivedDone, answer.event);
      void forget('GET /api/accounts/{id}', 'GET /api/accounts', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet', 'GET /api/accounts/{id}/timeline', 'GET /api/me');
    },
  });
  const keep = (field: Field, value: string): void => {
    const body = field === 'name' ? { name: value } : field === 'note' ? { note: value } : { [field]: value || null };
    // Not the callbacks of `mutate`: of several edits in a row only those of the last are called, and none once the page was left.
    void edit.mutateAsync({ params: { id: account.id }, body }).then((answer) => sayDone(field === 'name' ? t.renamed({ name: value }) : t.edited({ field: field === 'note' ? t.note : t[field] }), answer.event), failed);
  };
  const name = edit.isPending && edit.variables.body.name ? edit.variables.body.name : account.name;
  return (
    <header className="vf-account-head">
      <nav className="vf-small vf-noprint"><Link to="/portfolio">← {t.back}</Link></nav>
      <div className="vf-account-title">
        <h1><InlineEdit key={name} value={name} label={t.rename({ name })} may={can.edit} required keep={(next) => keep('name', next)} /></h1>
        <Button className="vf-noprint" size="small" onClick={() => void navigate({ to: '/compare', search: { ids: account.id } as never })}>{compare.withOthers}</Button>
        {can.edit ? (
          <Dropdown trigger={['click']} menu={{ items: [{ key: 'archive', label: account.archivedAt ? t.restore : t.archive, onClick: () => archive.mutate({ params: { id: account.id }, body: { archived: !account.archivedAt } }, { onError: failed }) }] }}>
            <Button className="vf-noprint" type="text" aria-label={t.more}>⋯</Button>
          </Dropdown>
        ) : null}
        <KeyAccountAction detail={detail} />
      </div>
      <dl className="vf-account-facts">
        <div><dt>{t.key}</dt><dd className="vf-num">{account.key}</dd></div>
        <div><dt>{t.rank}</dt><dd className="vf-num">{account.rank === null ? '–' : format.number(account.rank)}</dd></div>
        <div><dt>{portfolio.grade}</dt><dd>{account.grade ? <span className={`vf-grade vf-grade-${account.grade}`}>{account.grade}</span> : '–'}</dd></div>
        <div><dt>{portfolio.class}</dt><dd>{account.class ? <ClassMark kind={account.class} word={common.classes[account.class]} /> : '–'}</dd></div>
        <div><dt>{t.owner}</dt><dd><TeamEditor accountId={account.id} team={detail.team} may={can.assign} /></dd></div>
        <div><dt>{t.country}</dt><dd><InlineEdit key={account.country} value={account.country ?? ''} label={t.country} placeholder={t.addCountry} may={can.edit} maxLength={100} keep={(next) => keep('country', next)} /></dd></div>
        <div><dt>{t.industry}</dt><dd><InlineEdit key={account.industry} value={account.industry ?? ''} label={t.industry} placeholder={t.addIndustry} may={can.edit} maxLength={100} keep={(next) => keep('industry', next)} /></dd></div>
      </dl>
      {account.note || can.edit ? <div className="vf-account-note"><InlineEdit key={account.note} value={account.note} label={t.noteLabel} placeholder={t.addNote} may={can.edit} multiline maxLength={4000} keep={(next) => keep('note', next)} /></div> : null}
      {account.archivedAt ? <p className="vf-note">{t.archivedNote({ day: format.day(account.archivedAt.slice(0, 10)) })}</p> : null}
    </header>
  );
}
