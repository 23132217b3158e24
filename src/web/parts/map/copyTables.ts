import type { MapReading } from '#domain/relate/map/readMap.ts';
import type { Format } from '../../format.ts';
import type { AllTexts } from '../../text/locale.ts';
import { tsv } from '../portfolio/tsv.ts';
import type { MapWords, ProjectMap } from './useMapWords.ts';

type Words = Pick<AllTexts, 'powerMap' | 'mapEditing' | 'common'>;

/** The lines of a map as rows of a spreadsheet; they can be pasted back. A weight below zero pulls against. */
export function linesTable(reading: MapReading, words: MapWords, { powerMap: t, mapEditing: m, common }: Words): string {
  const { from, to, weight, kind, evidence, day, source } = m.copy.lineColumns;
  return tsv([[from, to, weight, kind, evidence, day, source], ...reading.map.lines.map((line) => [words.nameOf(line.from), words.nameOf(line.to), line.weight * line.sign, t.kinds[line.kind], common.evidenceKinds[line.evidence], line.observedOn, line.note])]);
}

/** The people of a map as rows of a spreadsheet, heaviest first: what is judged of each today, and what follows. */
export function peopleTable(reading: MapReading, data: ProjectMap, words: MapWords, { powerMap: t, mapEditing: m }: Words, format: Format): string {
  const gaps = new Map(reading.rankGaps.map(({ person, gap }) => [person, gap]));
  const who = new Map(data.map!.people.map((person) => [person.id, person]));
  const { name, title, organisation, real, asked, gap } = m.copy.columns;
  const head = [name, title, organisation, t.fields.role, t.fields.stance, t.fields.authority, t.fields.influence, t.fields.closeness, t.fields.held_by, t.columns.weight, real, asked, gap];
  const rows = reading.map.people.map((one, n) => ({ one, influence: reading.influence[n]!, weight: reading.weights[n]!.weight })).toSorted((a, b) => b.weight - a.weight || a.one.person - b.one.person);
  return tsv([head, ...rows.map(({ one, influence, weight }) => [
    words.nameOf(one.person), who.get(one.person)?.title ?? '', who.get(one.person)?.organisation ?? '', words.valueOf('role', one.roles.value?.join(',') ?? null), words.valueOf('stance', one.stance.value), one.authority.value,
    words.valueOf('influence', one.influence.value), words.valueOf('closeness', one.closeness.value), one.heldBy.value === null ? '' : words.userOf(one.heldBy.value), format.percent(weight, 0), influence.known ? format.percent(influence.real, 0) : '', influence.askedBy,
    gaps.has(one.person) ? Math.round(gaps.get(one.person)! * 100) / 100 : null,
  ])]);
}
