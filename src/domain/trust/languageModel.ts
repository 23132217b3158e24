import type { InvalidField } from '../refusal.ts';

/** A language model that proposes facts (语言模型, optional): any endpoint that speaks the chat-completions form. Empty base: switched off. */
export interface LanguageModel {
  /** Address before /chat/completions, without a slash at its end. */
  readonly base: string;
  readonly model: string;
  readonly timeoutSeconds: number;
}
export const NO_LANGUAGE_MODEL: LanguageModel = { base: '', model: '', timeoutSeconds: 60 };

/** What is not valid about it. Names and passwords do not belong into an address. */
export function languageModelFaults({ base, model, timeoutSeconds }: LanguageModel): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (path: string, reason: string, message: string): void => void faults.push({ path, reason, message });
  if (!(Number.isInteger(timeoutSeconds) && timeoutSeconds >= 5 && timeoutSeconds <= 300)) fault('timeoutSeconds', 'out_of_range', 'Wait 5 to 300 seconds.');
  if (base === '') return faults;
  const url = /^https?:\/\/[^\s]+$/i.test(base) && URL.canParse(base) ? new URL(base) : null;
  if (!url) fault('base', 'no_web_address', 'The address begins with http:// or https://.');
  else if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') fault('base', 'plain_address', 'Only scheme, host and path: the key has a field of its own.');
  if (model.trim() === '') fault('model', 'required', 'Name the model as the endpoint calls it.');
  return faults;
}

/** Where the text goes, as people say it: host and port. */
export const hostOf = (base: string): string => (URL.canParse(base) ? new URL(base).host : '');
/** A key belongs to the place it was given for: at another scheme, host or port it is asked for again. */
export const samePlace = (a: string, b: string): boolean => URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin;
