import type { Day } from '#domain/day.ts';
import { isWebAddress, type NewFact } from '../fact.ts';
import type { Mark, Words } from '../model.ts';
import type { MarkColumn } from './columns.ts';
import { plain, type Say } from './readCell.ts';
import { HOW_KNOWN, HOW_WORDS, type HowKnown } from './words.ts';

/** What the marks of one row rest on, as the person wrote it. */
export type Citation = Pick<NewFact, 'evidence' | 'sourceType' | 'source' | 'url'>;

/** The way of knowing that a person chose: its words in any language, or its key; null when it is none. */
export function readHow(text: string, says: readonly Say[]): HowKnown | null {
  return HOW_KNOWN.find((how) => how === plain(text) || says.some((say) => plain(say(HOW_WORDS[how])) === plain(text))) ?? null;
}

/** A source cell as a citation: a web address is one, what somebody said has a person, the rest is a text. Without a way of knowing it is a document. */
export function citationOf(source: string, how: HowKnown | null): Citation {
  const evidence = how ?? 'document';
  if (isWebAddress(source)) return { evidence, sourceType: 'url', source: '', url: source };
  return { evidence, sourceType: how === 'person' || how === 'hearsay' ? 'person' : 'text', source, url: null };
}

/** What a mark states: the indicator, and the sentence of its level or the option chosen; of a deduction or red line, its name. */
export function statementOf(column: MarkColumn, value: Mark['value']): Words {
  const choice = column.choices.find((one) => one.value === value);
  if (!choice || choice.value === true) return column.name;
  return { en: `${column.name.en}: ${choice.words.en}`, zh: `${column.name.zh}：${choice.words.zh}` };
}

/** The fact that a mark of the row cites, in the words of the reader. */
export function factOf(column: MarkColumn, value: Mark['value'], citation: Citation, today: Day, say: Say): NewFact {
  return { kind: 'other', statement: say(statementOf(column, value)), ...citation, importId: null, observedOn: today, expiresOn: null };
}
