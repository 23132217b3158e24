import { memo, useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { CLASSES, GRADES } from '#domain/select/model.ts';
import { answerOf } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { Pennant } from '../decision/keyAccountMark.tsx';
import { classPath } from './classMark.tsx';
import type { PortfolioSearch } from './portfolioSearch.ts';

/** Counts beside the filters: of the active weights, or of those on the sliders. */
export interface FilterCounts {
  readonly grades: Partial<Record<string, number>>;
  readonly classes: Partial<Record<string, number>>;
  readonly keyAccounts: number;
}

/** What the table shows: by text, grade, class and owner; a chip for the stretch chosen on a chart. */
export const Filters = memo(function Filters({ search, change, counts, chip, onClearChip, shown, onWeights, add }: {
  search: PortfolioSearch; change: (part: Partial<PortfolioSearch>) => void; counts: FilterCounts; chip: string | null; onClearChip: () => void; shown: string; onWeights: () => void; add: (() => void) | null;
}) {
  const { portfolio: t, common, decisions, prospect } = useText();
  const format = useFormat();
  const [typed, setTyped] = useState(search.q ?? '');
  const members = useQuery({ ...answerOf('GET /api/members'), staleTime: 300_000 }).data?.members ?? [];
  useEffect(() => setTyped(search.q ?? ''), [search.q]);
  useEffect(() => {
    if (typed.trim() === (search.q ?? '')) return;
    const timer = setTimeout(() => change({ q: typed.trim() || undefined }), 200);
    return () => clearTimeout(timer);
  }, [typed, search.q, change]);
  const some = search.q || search.grade || search.class || search.owner || search.key || search.trade;

  return (
    <div className="vf-filters vf-noprint" role="search">
      <Input allowClear className="vf-filter-text" aria-label={t.searchLabel} placeholder={t.search} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className="vf-toggles" role="group" aria-label={t.grade}>
        {GRADES.map((grade) => (
          <button key={grade} type="button" aria-pressed={search.grade === grade} onClick={() => change({ grade: search.grade === grade ? undefined : grade })}>
            <span className="vf-hidden">{t.grade} </span>{grade}<span className="vf-toggle-count">{format.number(counts.grades[grade] ?? 0)}</span>
          </button>
        ))}
      </div>
      <div className="vf-toggles" role="group" aria-label={t.class}>
        {CLASSES.map((kind) => (
          <button key={kind} type="button" className={`vf-class-${kind}`} title={common.classes[kind]} aria-pressed={search.class === kind} onClick={() => change({ class: search.class === kind ? undefined : kind })}>
            <svg width={9} height={9} viewBox="-6 -6 12 12" aria-hidden><path d={classPath(kind, 4.6)} /></svg>
            <span className="vf-toggle-word">{common.classes[kind]} </span><span className="vf-toggle-count">{format.number(counts.classes[kind] ?? 0)}</span>
          </button>
        ))}
      </div>
      <div className="vf-toggles">
        <button type="button" className="vf-toggle-key" title={decisions.filterTitle} aria-pressed={search.key === 'yes'} onClick={() => change({ key: search.key ? undefined : 'yes' })}>
          <Pennant /><span className="vf-toggle-word">{decisions.filter} </span><span className="vf-toggle-count">{format.number(counts.keyAccounts)}</span>
        </button>
        <button type="button" aria-pressed={search.trade === 'none'} title={prospect.filterMeans} onClick={() => change({ trade: search.trade === 'none' ? undefined : 'none' })}>{prospect.filter}</button>
      </div>
      {members.length > 1 ? (
        <Select className="vf-filter-owner" aria-label={t.owner} allowClear placeholder={t.anyOwner} value={search.owner} onChange={(owner: string | undefined) => change({ owner })} popupMatchSelectWidth={false} options={members.map((member) => ({ value: member.id, label: member.name }))} />
      ) : null}
      {chip ? <span className="vf-chip">{chip}<button type="button" aria-label={t.clearChip} title={t.clearChip} onClick={onClearChip}>×</button></span> : null}
      {some ? <button type="button" className="vf-link vf-small" onClick={() => change({ q: undefined, grade: undefined, class: undefined, owner: undefined, key: undefined, trade: undefined })}>{t.clearFilters}</button> : null}
      <span className="vf-filters-end">
        <span className="vf-num vf-small vf-faint" role="status">{shown}</span>
        {add ? <Button size="small" aria-keyshortcuts="n" onClick={add}>{prospect.add}</Button> : null}
        <Button size="small" className="vf-rail-open" onClick={onWeights}>{t.showWeights}</Button>
      </span>
    </div>
  );
});
