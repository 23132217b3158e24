import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { answerOf } from '../../answers.ts';
import type { Answer } from '../../call.ts';
import { useText } from '../../text/locale.ts';
import { mergeMarks } from './mergeMarks.ts';

export interface ReaderHandle { goTo(page: number, place?: { readonly from: number; readonly to: number }): void }
type Facts = Answer<'GET /api/sources/{id}'>['facts'];
interface Place { readonly page: number; readonly from: number; readonly to: number }

const CHUNK = 10;
const ESTIMATE = 720;

/** The pages of a source as one long sheet, of which only those on screen exist; ten are asked for at a time. */
export function Reader({ ref, sourceId, pages, q, start, place, facts, onPage }: {
  ref: Ref<ReaderHandle>; sourceId: number; pages: number; q: string; start: number; place: Place | null; facts: Facts; onPage: (page: number) => void;
}) {
  const { sources: t } = useText();
  const sheet = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: pages, getScrollElement: () => sheet.current, estimateSize: () => ESTIMATE, overscan: 2, gap: 12 });
  const items = virtual.getVirtualItems();
  const top = items.find((item) => item.end > (virtual.scrollOffset ?? 0) + 40);
  const first = top ? top.index + 1 : start;
  useEffect(() => onPage(first), [first, onPage]);
  const goTo = (page: number): void => virtual.scrollToIndex(Math.min(Math.max(0, page - 1), pages - 1), { align: 'start' });
  useImperativeHandle(ref, () => ({
    goTo: (page, anchor) => {
      goTo(page);
      if (anchor) showPlace({ page, ...anchor });
    },
  }));
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || pages === 0) return;
    begun.current = true;
    if (start > 1) goTo(start);
    if (place) showPlace(place);
  });
  return (
    <div className="vf-reader" ref={sheet} tabIndex={0} role="document" aria-label={t.body}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => (
          <div key={item.key} ref={virtual.measureElement} data-index={item.index} className="vf-reader-place" style={{ transform: `translateY(${item.start}px)` }}>
            <Page sourceId={sourceId} page={item.index + 1} q={q} place={place?.page === item.index + 1 ? place : null} facts={facts} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Brings a passage of a page into view as soon as the page is there, and lets it glow. */
function showPlace({ page, from }: Place, tries = 40): void {
  const mark = document.querySelector(`[data-page="${page}"] mark[data-from="${from}"]`) ?? document.querySelector(`[data-page="${page}"]`);
  if (mark instanceof HTMLElement && (mark.tagName === 'MARK' || tries === 0)) {
    mark.scrollIntoView({ block: 'center' });
    mark.classList.add('vf-glow');
    setTimeout(() => mark.classList.remove('vf-glow'), 2400);
  } else if (tries > 0) setTimeout(() => showPlace({ page, from, to: from }, tries - 1), 50);
}

function Page({ sourceId, page, q, place, facts }: { sourceId: number; page: number; q: string; place: Place | null; facts: Facts }) {
  const from = Math.floor((page - 1) / CHUNK) * CHUNK + 1;
  const { data } = useQuery({ ...answerOf('GET /api/sources/{id}/pages', { params: { id: sourceId }, query: { from, count: CHUNK, ...(q === '' ? {} : { q }) } }), staleTime: 300_000, placeholderData: keepPreviousData });
  const known = data?.pages.find((one) => one.page === page);
  const anchors = facts.flatMap((fact) => (fact.anchor?.page === page ? [fact.anchor] : []));
  if (!known) return <article className="vf-sheet" style={{ minHeight: ESTIMATE }} aria-busy />;
  return (
    <article className="vf-sheet">
      <p className="vf-sheet-label vf-small vf-faint vf-num" aria-hidden>{known.label}</p>
      <div className="vf-sheet-text" data-page={page} lang="">
        {mergeMarks(known.text.length, known.marks, [...anchors, ...(place ? [place] : [])]).map((piece) => (
          piece.kinds.length === 0 ? known.text.slice(piece.from, piece.to) : <mark key={piece.from} data-from={piece.from} className={piece.kinds.map((kind) => `vf-${kind}`).join(' ')}>{known.text.slice(piece.from, piece.to)}</mark>
        ))}
      </div>
    </article>
  );
}
