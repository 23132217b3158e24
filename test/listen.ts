import type { TestApi } from './api.ts';

/** A person's live stream, read until there is enough of it. */
export async function listen(api: TestApi, person: { id: string }) {
  const response = await api.as(person).fetch('/api/stream');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (enough: (text: string) => boolean) => {
    while (!enough(text)) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
    }
    return text;
  };
  return { response, until, end: () => reader.cancel() };
}
/** The messages in it, with their event names. */
export const told = (text: string) => [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map((match) => ({ event: match[1], ...JSON.parse(match[2]!) as object }));
/** The same without the greeting. */
export const messages = (text: string) => told(text).filter(({ event }) => event !== 'hello');
