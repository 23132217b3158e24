import { useState } from 'react';
import type { Place } from '#domain/relate/map/layout.ts';
import { markKey, newestMarks } from '#domain/relate/map/newestMarks.ts';
import { STANCES } from '#domain/relate/map/scales.ts';
import { answers, forget, useChange } from '../../answers.ts';
import type { Question } from '../../call.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { say, sayDone } from '../../undo.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import type { Setting } from './clash.tsx';
import type { MapWords, ProjectMap } from './useMapWords.ts';

type MapView = NonNullable<ProjectMap['map']>;
export type MarkView = MapView['marks'][number];
/** Marks to set, each upon the one that was seen. */
export type Marks = (Question<'POST /api/maps/{id}/marks'>['body']['marks'][number] & Setting)[];
/** A set that was refused, whose marks colleagues have set since, and what is said once it is done for some. */
interface Clashed { readonly marks: Marks; readonly since: readonly number[]; readonly sentence: (people: readonly number[]) => string }

/** What can be done on a map, each with its toast and undo. */
export function useMapChanges(projectId: number, { id: mapId, marks: told }: MapView, words: MapWords) {
  const { powerMap: t, mapEditing: m, errors } = useAllText();
  const format = useFormat();
  const fresh = (): Promise<void> => forget('GET /api/projects/{id}/map', 'GET /api/accounts/{id}/projects', 'GET /api/accounts/{id}/timeline');
  const fault = (error: Error): void => {
    say(wordProblem(problemIn(error), errors, format));
    void fresh();
  };
  const marking = useChange('POST /api/maps/{id}/marks', { done: () => void fresh() });
  const lining = useChange('POST /api/maps/{id}/lines', { done: (answer) => { sayDone(t.lineDrawn, answer.event); void fresh(); } });
  const ending = useChange('POST /api/maps/{id}/lines/end', { done: (answer) => { sayDone(t.lineEnded, answer.event); void fresh(); } });
  const placing = useChange('POST /api/maps/{id}/places');
  const leaving = useChange('POST /api/maps/{id}/people/leave', { done: () => void fresh() });
  const params = { id: mapId };
  const newest = newestMarks(told);
  const [clash, setClash] = useState<Clashed | null>(null);
  /** Set at once, with nothing open that could show why not: where colleagues have set some since, that is asked. */
  const set = (marks: Marks, sentence: string, again: Clashed['sentence'] = () => sentence): void => {
    // Each of several that follow one another has its own promise: of callbacks only those of the last are called.
    const sent = marking.mutateAsync({ params, body: { marks } });
    sayDone(sentence, sent.then((answer) => answer.event));
    sent.catch((error: Error) => {
      if (problemIn(error).reason !== 'set_since') return fault(error);
      const since = (problemIn(error).fields ?? []).map(({ path }) => marks[Number(path.split('.')[1])]!.personId);
      void fresh().then(() => setClash({ marks, since, sentence: again }));
    });
  };

  const isThisMap = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[0] === 'GET /api/projects/{id}/map' && (queryKey[1] as { id?: number } | null)?.id === projectId;
  /** Shows where cards were put at once; the server hears of it after. */
  const showPlaces = (places: ReadonlyMap<number, Place>): void => {
    answers.setQueriesData<ProjectMap>({ predicate: isThisMap }, (data) => (data?.map ? {
      ...data, map: { ...data.map, places: [...data.map.places.filter(({ person }) => !places.has(person)), ...[...places].map(([person, { x, y }]) => ({ person, x, y }))] },
    } : data));
  };
  const place = (places: ReadonlyMap<number, Place>, sentence: string): void => {
    const before = new Map(answers.getQueriesData<ProjectMap>({ predicate: isThisMap }).flatMap(([, data]) => data?.map?.places ?? []).map((one) => [one.person, one]));
    // Put back where it was, a card has not moved, and there is nothing to undo.
    if ([...places].every(([person, { x, y }]) => before.get(person)?.x === x && before.get(person)?.y === y)) return;
    showPlaces(places);
    const placed = placing.mutateAsync({ params, body: { places: [...places].map(([personId, { x, y }]) => ({ personId, x, y })) } });
    sayDone(sentence, placed.then((answer) => answer.event));
    placed.catch(fault);
  };
  return {
    marking, newest, clash, set,
    endClash: (): void => setClash(null),
    /** Where it is refused, what stands there by now is asked for. */
    mark: async (marks: Marks, sentence: string): Promise<void> => {
      try {
        const answer = await marking.mutateAsync({ params, body: { marks } });
        sayDone(sentence, answer.event);
      } catch (error) {
        await fresh();
        throw error;
      }
    },
    /** One key: inferred, for no source is named; it is drawn dashed until somebody names one. */
    stance: (people: readonly number[], digit: number): void => {
      const value = digit === 0 ? 'unknown' : STANCES[digit - 1]!;
      const sentence = (some: readonly number[]): string => (some.length === 1 ? t.marked(words.nameOf(some[0]!), t.stances[value]) : m.many.marked(some.length, t.stances[value]));
      set(people.map((personId) => ({ personId, field: 'stance', value, evidence: 'inferred', observedOn: localDay(), expects: newest.get(markKey(personId, 'stance'))?.id ?? null })), sentence(people), sentence);
    },
    connect: (fromId: number, toId: number): void => lining.mutate({ params, body: { lines: [{ fromId, toId, weight: 1, observedOn: localDay() }] } }, { onError: fault }),
    drawLine: lining,
    endLine: (id: number): void => ending.mutate({ params, body: { lines: [id] } }, { onError: fault }),
    move: (places: ReadonlyMap<number, Place>): void => place(places, places.size === 1 ? t.moved(words.nameOf([...places.keys()][0]!)) : m.many.moved(places.size)),
    arrange: (places: ReadonlyMap<number, Place>): void => place(places, t.arranged),
    remove: (people: readonly number[]): void => {
      const sentence = people.length === 1 ? t.person.removed(words.nameOf(people[0]!)) : m.many.removed(people.length);
      const left = leaving.mutateAsync({ params, body: { people: [...people] } });
      sayDone(sentence, left.then((answer) => answer.event));
      left.catch(fault);
    },
  };
}
export type MapChanges = ReturnType<typeof useMapChanges>;
