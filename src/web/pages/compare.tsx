import '../parts/chart/chart.css';
import '../parts/compare/compare.css';
import '../parts/portfolio/scoreMarks.css';
import { useMemo, useRef } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, type RefSelectProps } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../answers.ts';
import { useKeys } from '../keys.ts';
import { useFormat, useText, useWords } from '../text/locale.ts';
import { say } from '../undo.ts';
import { useNames } from '../parts/account/names.ts';
import { AccountPicker } from '../parts/compare/accountPicker.tsx';
import { compareCells, compareLines, type Line } from '../parts/compare/compareRows.ts';
import { CompareTable } from '../parts/compare/compareTable.tsx';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { tsv } from '../parts/portfolio/tsv.ts';

/** So many stand side by side. */
const MOST = 5;

/** Customers side by side (客户对比): lens by lens, indicator by indicator, fact by fact, each against the first. */
export default function ComparePage() {
  const texts = useText();
  const { compare: t } = texts;
  const format = useFormat();
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { ids?: unknown; differences?: unknown; facts?: unknown };
  const ids = useMemo(() => idsOf(search.ids), [search.ids]);
  const onlyDifferences = search.differences === true;
  const facts = search.facts === true;
  const picker = useRef<RefSelectProps>(null);
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/compare', { query: { ids: ids.join(',') } }), enabled: ids.length > 0, placeholderData: keepPreviousData });
  const version = data?.modelVersionId;
  const model = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id: version ?? 0 } }), enabled: Boolean(version), staleTime: Infinity }).data?.model as ScoreModel | undefined;
  const names = useNames(model);
  const accounts = useMemo(() => ids.flatMap((id) => data?.accounts.find((one) => one.account.id === id) ?? []), [ids, data]);
  const lines = useMemo((): Line[] => (model && accounts.length > 0 ? compareLines(accounts, model, names, format, texts, (key) => words(model.lenses.find((lens) => lens.key === key)!.name)) : []), [accounts, model, names, format, texts, words]);

  const go = (part: { ids?: readonly number[]; differences?: boolean; facts?: boolean }): void => {
    const next = { ids: part.ids ?? ids, differences: part.differences ?? onlyDifferences, facts: part.facts ?? facts };
    const list = next.ids.length === 1 ? next.ids[0] : next.ids.length === 0 ? undefined : next.ids.join(',');
    void navigate({ to: '/compare', search: { ...(list === undefined ? {} : { ids: list }), ...(next.differences ? { differences: true } : {}), ...(next.facts ? { facts: true } : {}) } as never, replace: true, resetScroll: false });
  };
  const copy = (): void => {
    const cells = compareCells(accounts, lines.filter((line) => !onlyDifferences || line.differs || line.kind === 'total'), t);
    void navigator.clipboard.writeText(tsv(cells)).then(() => say(t.copied({ n: cells.length })));
  };
  useKeys({ a: () => picker.current?.focus(), d: () => go({ differences: !onlyDifferences }), f: () => go({ facts: !facts }), c: () => accounts.length > 0 && copy() });

  const chooser = <AccountPicker reference={picker} taken={ids} pick={(id) => go({ ids: [...ids, id] })} label={t.add} disabled={ids.length >= MOST} />;
  if (ids.length === 0) return <Page title={t.title}><Empty sentence={t.none} example={t.example} action={<div className="vf-row vf-wrap">{chooser}<Button type="primary" onClick={() => void navigate({ to: '/portfolio' })}>{t.toPortfolio}</Button></div>} /></Page>;
  const [first] = accounts;
  const hidden = onlyDifferences ? lines.filter((line) => !line.differs && line.kind !== 'total').length : 0;
  return (
    <Page
      wide title={t.title}
      lead={first && accounts.length > 1 ? t.lead({ name: first.account.name, day: format.day(data!.asOf) }) : t.leadOne}
      action={<>{chooser}<Button onClick={copy} disabled={accounts.length === 0}>{t.copy}</Button><Button onClick={() => window.print()}>{t.print}</Button></>}
    >
      {error && accounts.length === 0 ? <><ErrorNote error={error} retry={() => void refetch()} /><Link to="/portfolio">{t.toPortfolio}</Link></> : accounts.length === 0 || !model ? <RowsSkeleton rows={12} /> : (
        <div className="vf-compare">
          <div className="vf-row vf-wrap vf-noprint vf-cmp-tools">
            <Checkbox checked={onlyDifferences} onChange={(event) => go({ differences: event.target.checked })}>{t.differences}</Checkbox>
            <Checkbox checked={facts} onChange={(event) => go({ facts: event.target.checked })}>{t.facts}</Checkbox>
            {hidden > 0 ? <span className="vf-small vf-faint vf-num" role="status">{t.like({ n: hidden })}</span> : null}
            {ids.length >= MOST ? <span className="vf-small vf-faint">{t.full}</span> : null}
            <span className="vf-small vf-faint vf-keys-hint">{t.keys}</span>
          </div>
          {data!.notFound.length > 0 ? <p className="vf-note" role="status">{t.notFound({ n: data!.notFound.length })}</p> : null}
          {onlyDifferences && accounts.length > 1 && !lines.some((line) => line.differs) ? <p className="vf-quiet">{t.nothingDiffers}</p> : null}
          <CompareTable
            accounts={accounts} lines={lines} onlyDifferences={onlyDifferences && accounts.length > 1} facts={facts} isComputed={(key) => names.find(key)?.kind === 'computed'}
            makeFirst={(id) => go({ ids: [id, ...ids.filter((other) => other !== id)] })} remove={(id) => go({ ids: ids.filter((other) => other !== id) })}
          />
        </div>
      )}
    </Page>
  );
}

/** One to five ids of the address; what does not fit is left out. */
function idsOf(value: unknown): number[] {
  const ids = String(value ?? '').split(',').map(Number).filter((id) => Number.isSafeInteger(id) && id > 0);
  return [...new Set(ids)].slice(0, MOST);
}
