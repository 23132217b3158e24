import { lazy, memo, Suspense, useState } from 'react';
import { Button, Dropdown, Select } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { addressOf, type Answer, type Question } from '../../call.ts';
import { useLocale, useText } from '../../text/locale.ts';
import { Segments } from '../segments.tsx';
import type { ExportedChance } from '../robust/useRobustPage.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';

const AssessDrawer = lazy(() => import('../assessBook/drawer.tsx'));

/** What is measured, over which period, in which currency and picture; export, print, and bringing more lines. */
export const PortfolioTools = memo(function PortfolioTools({ search, change, portfolio, filter, exportedChance }: {
  search: PortfolioSearch; change: (part: Partial<PortfolioSearch>) => void; portfolio: Answer<'GET /api/portfolio'> | undefined; filter: NonNullable<Question<'GET /api/accounts'>['query']>;
  /** What the exported list has to ask for to carry the chances on screen; null when none are, or the server could not compute the same. */
  exportedChance: ExportedChance | null;
}) {
  const { portfolio: t, assessBook, robust, structure } = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  const [assessing, setAssessing] = useState(false);
  const currencies = portfolio?.currencies ?? [];
  const none = { from: undefined, to: undefined };
  const download = (format: 'xlsx' | 'csv'): void => {
    location.assign(addressOf('GET /api/accounts/export', { query: { ...filter, ...exportedChance, format, locale } } as Question<'GET /api/accounts/export'>));
  };
  return (
    <div className="vf-tools vf-noprint">
      <Segments label={t.view} value={search.view} options={[{ value: 'table', text: t.table }, { value: 'matrix', text: t.matrix }, { value: 'whale', text: t.whale }]} choose={(view) => change({ view, ...none })} />
      {search.view === 'table' ? (
        <button type="button" className="vf-mode" aria-pressed={search.robust !== undefined} title={robust.toggleMeans} onClick={() => change(search.robust === undefined ? { robust: 'any' } : { robust: undefined, ...(search.sort === 'chance' ? { sort: 'rank', order: 'asc' } : {}) })}>{robust.toggle}</button>
      ) : null}
      <Segments label={t.measure} value={search.measure} options={[{ value: 'revenue', text: t.revenue }, { value: 'contribution', text: t.profit }]} choose={(measure) => change({ measure, ...none })} />
      <Segments label={t.period} value={search.period} options={[{ value: 'year', text: t.year }, { value: 'all', text: t.all }]} choose={(period) => change({ period, ...none })} />
      {currencies.length > 1 ? (
        <Select size="small" aria-label={t.currency} value={portfolio?.currency} onChange={(currency: string) => change({ currency, ...none })} popupMatchSelectWidth={false} options={currencies.map((one) => ({ value: one.currency, label: one.currency }))} />
      ) : null}
      <span className="vf-tool-actions">
        <Button size="small" title={structure.linkTitle} onClick={() => void navigate({ to: '/portfolio/structure' })}>{structure.link}</Button>
      {portfolio?.can.export ? (
        <Dropdown trigger={['click']} menu={{ items: [{ key: 'xlsx', label: t.exportXlsx, onClick: () => download('xlsx') }, { key: 'csv', label: t.exportCsv, onClick: () => download('csv') }, { key: 'print', label: t.print, onClick: () => window.print() }] }}>
          <Button size="small">{t.exportFile}</Button>
        </Dropdown>
      ) : <Button size="small" onClick={() => window.print()}>{t.print}</Button>}
      {portfolio?.can.assess ? <Button size="small" onClick={() => setAssessing(true)}>{assessBook.open}</Button> : null}
      {portfolio?.can.import ? <Button size="small" type="primary" onClick={() => void navigate({ to: '/imports' })}>{t.bringCustomers}</Button> : null}
      </span>
      <Suspense>{assessing ? <AssessDrawer filter={filter} mayDownload={portfolio?.can.export ?? false} close={() => setAssessing(false)} /> : null}</Suspense>
    </div>
  );
});
