import '../../assess/assess.css';
import '../../facts/facts.css';
import './positions.css';
import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PositionFunction } from '#domain/insight/kpi/kpi.ts';
import { FUNCTION_WORDS } from '#domain/insight/kpi/briefWords.ts';
import { answerOf } from '../../../answers.ts';
import { call, type Answer } from '../../../call.ts';
import { useListKeys } from '../../../listKeys.ts';
import { useAllText, useWords } from '../../../text/locale.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import type { InsightPart } from '../insightTab.tsx';
import { PasteLines } from './pasteLines.tsx';
import { PositionDetail } from './positionDetail.tsx';
import { useNoting } from './useNoting.ts';

export type Positions = Answer<'GET /api/accounts/{id}/positions'>;
export type Position = Positions['rows'][number];

/** Key positions (关键岗位) on the left; for the chosen one what it is measured by → needs → talks about. */
export default function PositionsPart({ account }: InsightPart) {
  const { positions: t } = useAllText();
  const words = useWords();
  const note = useNoting();
  const navigate = useNavigate();
  const at = Number((useSearch({ strict: false }) as { at?: unknown }).at);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  const { data, error, refetch } = useQuery(answerOf('GET /api/accounts/{id}/positions', { params: { id: account.id } }));
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={8} />;
  const chosen = data.rows.find((row) => row.id === at) ?? data.rows[0];
  const choose = (id: number): void => void navigate({ to: '/accounts/$id', params: { id: String(account.id) }, search: { tab: 'insight', part: 'positions', at: id } as never, replace: true, resetScroll: false });
  const add = (titles: string[]): Promise<boolean> => note(async () => {
    const made = await call('POST /api/accounts/{id}/positions', { params: { id: account.id }, body: { positions: titles.map((title) => ({ title, function: functionIn(title) })) } });
    choose(made.ids[0]!);
    return made;
  }, t.added({ n: titles.length, title: titles[0] ?? '' }));
  if (!chosen) {
    return <Empty sentence={t.empty} example={t.emptyExample} action={data.can.describe ? <div className="vf-positions-first"><label className="vf-small vf-quiet">{t.emptyAction}</label><PasteLines label={`${t.addHint} …`} maxLength={120} keep={add} /><span className="vf-small vf-faint">{t.addHelp}</span></div> : null} />;
  }
  return (
    <div className="vf-positions">
      <nav aria-label={t.list} className="vf-noprint">
        <ul ref={list} className="vf-positions-list">
          {data.rows.map((row) => (
            <li key={row.id}>
              <button type="button" data-row aria-current={row.id === chosen.id ? 'true' : undefined} onClick={() => choose(row.id)}>
                <span className="vf-positions-title">{row.title}</span>
                <span className="vf-small vf-faint">{words(FUNCTION_WORDS[row.function])} · {row.kpis.length === 0 ? t.none : t.count({ n: row.kpis.length })}</span>
              </button>
            </li>
          ))}
        </ul>
        {data.can.describe ? <PasteLines label={t.add} maxLength={120} keep={add} /> : null}
      </nav>
      <PositionDetail key={chosen.id} account={account} position={chosen} data={data} may={data.can.describe} />
    </div>
  );
}

/** The function a title tells of, in either language; it is shown at once and changed with one click. */
const TOLD: readonly [PositionFunction, RegExp][] = [
  ['management', /(?<!副)总经理|总裁|董事|\bceo\b|\bcoo\b|\bpresident\b|managing director|general manager|chair/i], ['finance', /财务|会计|资金|\bcfo\b|financ|controller|treasur/i], ['purchasing', /采购|供应商|寻源|purchas|procure|sourcing|buyer|\bcpo\b/i],
  ['quality', /质量|品质|品控|quality|\bsqe\b/i], ['rd', /研发|技术|工程|设计|产品|\bcto\b|r&d|research|engineer|develop|technology|design/i], ['operations', /生产|制造|运营|供应链|物流|计划|工厂|厂长|operation|production|manufactur|plant|logistic|supply chain|planning/i],
];
const functionIn = (title: string): PositionFunction => TOLD.find(([, pattern]) => pattern.test(title))?.[0] ?? 'other';
