import { whyNoPlace } from '../blocks.ts';
import { isDay, type Day } from '../day.ts';
import type { InvalidField } from '../refusal.ts';

/** What a person asks (待解问题): what we do not know, who finds out, by when. */
export interface NewQuestion {
  readonly block: string;
  readonly topic: string | null;
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn: Day | null;
}

/** Every fault of a question but its owner's, with its path under `path`. `earliest`: the day it still is somewhere on earth. */
export function questionFaults(question: NewQuestion, earliest: Day, path: string): InvalidField[] {
  const at = (name: keyof NewQuestion): string => (path === '' ? name : `${path}.${name}`);
  const faults: InvalidField[] = [];
  if (question.text.trim() === '') faults.push({ path: at('text'), reason: 'required', message: 'Write what you want to know.' });
  const place = whyNoPlace(question.block, question.topic);
  if (place) faults.push({ path: at(place.field), reason: place.reason, message: place.field === 'block' ? 'The full view has no such block.' : 'The block has no such point.' });
  if (question.dueOn !== null && !isDay(question.dueOn)) faults.push({ path: at('dueOn'), reason: 'no_such_day', message: 'This day does not exist.' });
  else if (question.dueOn !== null && question.dueOn < earliest) faults.push({ path: at('dueOn'), reason: 'in_the_past', message: 'This day has passed.' });
  return faults;
}
