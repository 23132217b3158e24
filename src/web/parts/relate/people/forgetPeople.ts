import { forget } from '../../../answers.ts';
import { useLive } from '../../../live.ts';

/** Everything on screen that shows people and their ties is asked again. */
export const forgetPeople = (): Promise<void> => forget(
  'GET /api/accounts/{id}/people', 'GET /api/accounts/{id}/people/duplicates', 'GET /api/people', 'GET /api/people/due', 'GET /api/people/{id}', 'GET /api/people/{id}/reveals', 'GET /api/contacts', 'GET /api/accounts/{id}/timeline',
  'GET /api/people/{id}/ties', 'GET /api/people/{id}/ways', 'GET /api/introductions', 'GET /api/introductions/worth', 'GET /api/accounts/{id}/coverage',
);

/** Asks again when somebody has written about people, or taken it back. */
export function useLivePeople(): void {
  useLive((message) => {
    if (message.type === 'change' && ['peopleChanged', 'personErased', 'undone'].includes(message.verb)) void forgetPeople();
  });
}
