import { Button } from 'antd';
import type { Day } from '#domain/day.ts';
import { markKey } from '#domain/relate/map/newestMarks.ts';
import type { MapField } from '#domain/relate/map/scales.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { SideDrawer } from '../sideDrawer.tsx';
import type { MapChanges, MarkView } from './useMapChanges.ts';
import type { MapWords } from './useMapWords.ts';

/** What somebody is about to set, upon the mark they saw (null: none). Value empty: nothing is chosen yet. */
export interface Setting { readonly personId: number; readonly field: MapField; readonly value: string; readonly observedOn: Day; readonly expects: number | null }

/** What colleagues set while somebody was choosing, beside what they chose: theirs is kept, or one's own set upon it. `rest`: so many others nobody else touched. */
export function Clash({ settings, newest, words, rest, busy, keep, mine }: { settings: readonly Setting[]; newest: ReadonlyMap<string, MarkView>; words: MapWords; rest: number; busy: boolean; keep: () => void; mine: () => void }) {
  const { mapEditing: { together: t }, common } = useAllText();
  const format = useFormat();
  const dayOf = (day: Day): string => (day === localDay() ? t.today : format.day(day));
  const said = ({ personId, field, value, observedOn, expects }: Setting): string => {
    const theirs = newest.get(markKey(personId, field));
    const now = theirs === undefined ? null : words.valueOf(field, theirs.value);
    return [
      theirs === undefined || now === null || (expects !== null && theirs.id < expects) ? t.gone(now) : t.set({ by: theirs.by === null ? '–' : words.userOf(theirs.by), value: now, how: common.evidenceKinds[theirs.evidence], day: dayOf(theirs.observedOn) }),
      ...(value === '' ? [] : [t.yours(words.valueOf(field, value))]), ...(theirs && value !== '' && observedOn < theirs.observedOn ? [t.earlier] : []),
    ].reduce(t.then);
  };
  const several = settings.length + rest > 1;
  return (
    <div className="vf-map-clash" role="alert">
      {several ? <ul>{settings.map((setting) => <li key={markKey(setting.personId, setting.field)}><b>{words.nameOf(setting.personId)}</b> {said(setting)}</li>)}</ul> : <p>{said(settings[0]!)}</p>}
      <div className="vf-row vf-wrap">
        <Button size="small" disabled={busy} onClick={keep}>{rest > 0 && settings[0]!.value !== '' ? t.keepSetOthers(rest) : t.keep}</Button>
        {settings[0]!.value === '' ? null : <Button size="small" loading={busy} onClick={mine}>{several ? t.mineForAll : t.mine}</Button>}
      </div>
    </div>
  );
}

/** The same for what was set by one key, where nothing is open to show it in. */
export function ClashDrawer({ changes, words }: { changes: MapChanges; words: MapWords }) {
  const { powerMap: t, mapEditing: m } = useAllText();
  const { clash, newest } = changes;
  if (!clash) return null;
  const [first] = clash.marks;
  const set = (all: boolean): void => {
    const marks = clash.marks.filter(({ personId }) => all || !clash.since.includes(personId)).map((mark) => ({ ...mark, expects: newest.get(markKey(mark.personId, mark.field))?.id ?? null }));
    changes.endClash();
    if (marks.length > 0) changes.set(marks, clash.sentence(marks.map(({ personId }) => personId)));
  };
  return (
    <SideDrawer open close={changes.endClash} title={clash.marks.length === 1 ? `${words.nameOf(first!.personId)} · ${t.fields[first!.field]}` : m.many.title(clash.marks.length, t.fields[first!.field])}>
      <Clash settings={clash.marks.filter(({ personId }) => clash.since.includes(personId))} newest={newest} words={words} rest={clash.marks.length - clash.since.length} busy={false} keep={() => set(false)} mine={() => set(true)} />
    </SideDrawer>
  );
}
