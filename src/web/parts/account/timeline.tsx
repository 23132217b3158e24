import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PayloadOf, Verb } from '#domain/trust/events.ts';
import { answerOf } from '../../answers.ts';
import { call, type Answer } from '../../call.ts';
import { useFormat, useText, type Texts } from '../../text/locale.ts';
import { say, takeBack } from '../../undo.ts';
import { peopleText, shortened } from '../audit/sentence.ts';
import { ErrorNote, problemIn, wordProblem } from '../errorNote.tsx';
import { RowsSkeleton } from '../skeleton.tsx';
import { panelHappened } from '../panel/happened.ts';
import type { ModelNames } from './names.ts';

type EventView = Answer<'GET /api/accounts/{id}/timeline'>['rows'][number];

/** What happened on this customer, newest first: who, when, from what to what, and taking it back. A whole import is taken back where all of it is seen. */
export function Timeline({ accountId, names }: { accountId: number; names: ModelNames }) {
  const texts = useText();
  const { account: t, errors, shell } = texts;
  const format = useFormat();
  const members = useQuery({ ...answerOf('GET /api/members'), staleTime: 300_000 }).data?.members ?? [];
  const query = useInfiniteQuery({
    queryKey: ['GET /api/accounts/{id}/timeline', { id: accountId }, null],
    queryFn: ({ pageParam, signal }) => call('GET /api/accounts/{id}/timeline', { params: { id: accountId }, query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const wordsOf = (event: EventView): string => panelHappened(event, texts, names, nameOf) ?? sentence(event, t, texts.audit.nouns, names, nameOf);
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? id;
  const undo = async (event: EventView): Promise<void> => {
    try {
      await takeBack(wordsOf(event), event.id);
    } catch (error) {
      say(wordProblem(problemIn(error), errors, format));
    }
  };
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <RowsSkeleton rows={6} />;
  if (rows.length === 0) return <p className="vf-quiet">{t.timelineEmpty}</p>;
  return (
    <>
      <ol className="vf-timeline">
        {rows.map((event) => (
          <li key={event.id} className={event.undone ? 'vf-undone' : undefined}>
            <time dateTime={event.at} title={format.time(event.at)} className="vf-small vf-faint vf-num">{format.ago(event.at)}</time>
            <p>{wordsOf(event)}{event.undone ? <span className="vf-tag">{t.undone}</span> : null}</p>
            <span className="vf-small vf-quiet">{event.by?.name ?? t.someone}</span>
            {event.verb === 'importCommitted' ? <Link className="vf-small vf-noprint" to="/imports">{shell.pages.imports}</Link> : event.can.undo && !event.undone ? <button type="button" className="vf-link vf-small vf-noprint" onClick={() => void undo(event)}>{t.undo}</button> : <span />}
          </li>
        ))}
      </ol>
      {query.hasNextPage ? <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.moreEvents}</Button> : null}
    </>
  );
}

/** An event in the viewer's words. */
function sentence(event: EventView, t: Texts['account'], nouns: Texts['audit']['nouns'], names: ModelNames, nameOf: (id: string) => string): string {
  const e = t.events;
  const payload = <V extends Verb>(): PayloadOf<V> => event.payload as unknown as PayloadOf<V>;
  switch (event.verb as Verb) {
    case 'accountsCreated': return e.accountsCreated;
    case 'accountEdited': {
      const { before, after } = payload<'accountEdited'>();
      const changes = (Object.keys(after) as (keyof typeof after)[]).map((field) => e.change({ field: e.fields[field], from: before[field] || e.empty, to: after[field] || e.empty }));
      return e.accountEdited({ changes: changes.join(e.comma) });
    }
    case 'accountArchived': return payload<'accountArchived'>().archived ? e.accountArchived : e.accountRestored;
    case 'teamAssigned': {
      const { after } = payload<'teamAssigned'>();
      return after.length === 0 ? e.teamEmptied : e.teamAssigned({ team: after.map((place) => `${nameOf(place.userId)} (${t.roles[place.role]})`).join(e.comma) });
    }
    case 'marked': {
      const { changes, facts } = payload<'marked'>();
      const marks = changes.map(({ indicator, value }) => {
        const name = names.indicator(indicator);
        if (value === null) return e.withdrawn({ name });
        return e.markValue({ name, value: typeof value === 'boolean' ? (value ? t.yes : t.no) : typeof value === 'number' ? value : names.option(indicator, value) });
      }).join(e.comma);
      return facts && !facts.withdrawn ? e.markedCiting({ marks, statement: shortened(facts.statement) }) : e.marked({ marks });
    }
    case 'factsRecorded': return e.factsRecorded({ n: payload<'factsRecorded'>().ids.length, statement: shortened(payload<'factsRecorded'>().statement) });
    case 'factEdited': {
      const { statement, after } = payload<'factEdited'>();
      return e.factEdited({ statement: shortened(statement), fields: Object.keys(after).map((field) => e.fields[field as keyof typeof after]).join(e.comma) });
    }
    case 'textSent': {
      const { title, from, to, host } = payload<'textSent'>();
      return e.textSent({ title: shortened(title), pages: from === to ? String(from) : `${from}–${to}`, host });
    }
    case 'sourceAdded': return e.sourceAdded({ title: shortened(payload<'sourceAdded'>().title) });
    case 'noted': {
      const { noun, act, title } = payload<'noted'>();
      return e.noted[act]({ noun: nouns[noun], title: shortened(title) });
    }
    case 'holderErased': return e.holderErased({ title: shortened(payload<'holderErased'>().title) });
    case 'peopleChanged': return peopleText(payload<'peopleChanged'>(), e.people, false);
    case 'sourceWithdrawn': {
      const { title, withdrawn } = payload<'sourceWithdrawn'>();
      return (withdrawn ? e.sourceWithdrawn : e.sourceRestored)({ title: shortened(title) });
    }
    case 'factsWithdrawn': {
      const { factIds, statement, withdrawn } = payload<'factsWithdrawn'>();
      return (withdrawn ? e.factsWithdrawn : e.factsRestored)({ n: factIds.length, statement: shortened(statement) });
    }
    case 'importCommitted': return e.importCommitted({ file: payload<'importCommitted'>().fileName });
    case 'importUndone': return e.importUndone({ file: payload<'importUndone'>().fileName });
    case 'keyAccountChosen': return e.keyAccountChosen;
    case 'keyAccountDropped': return e.keyAccountDropped;
    case 'decisionWithdrawn': {
      const { kind, withdrawn } = payload<'decisionWithdrawn'>();
      return kind === 'choose' ? (withdrawn ? e.choiceWithdrawn : e.choiceRestored) : withdrawn ? e.dropWithdrawn : e.dropRestored;
    }
    case 'decisionReviewed': return e.reviewed[payload<'decisionReviewed'>().outcome];
    case 'reviewWithdrawn': return payload<'reviewWithdrawn'>().withdrawn ? e.reviewWithdrawn : e.reviewRestored;
    case 'undone': return e.undone;
    default: return e.other;
  }
}
