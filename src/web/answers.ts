import { QueryClient, queryOptions, useMutation, type Query, type UseMutationResult } from '@tanstack/react-query';
import { ask, ProblemError, type Answer, type Asking, type EndpointName, type Question } from './call.ts';

/** Kept answers of the API: fresh for 30 s, then asked again in the background; refusals are not asked again. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof ProblemError && error.problem.code === 'unreachable',
    },
  },
});

/**
 * A question as TanStack Query wants it: `useQuery(answerOf('GET /api/accounts', { query }))`.
 * The key starts with the endpoint's name, so `forget('GET /api/accounts')` reaches every variant of it.
 */
export function answerOf<K extends EndpointName>(name: K, ...[question]: Asking<K>) {
  return queryOptions<Answer<K>, Error>({
    queryKey: [name, question?.params ?? null, question?.query ?? null],
    queryFn: ({ signal }) => ask(name, { ...question, signal } as Question<K>),
  });
}

/** Marks every kept answer of these endpoints as old; those on screen are asked again at once. */
export function forget(...names: EndpointName[]): Promise<void> {
  return askAgain((query) => names.includes(query.queryKey[0] as EndpointName));
}

/** The same for everything. */
export const forgetAll = (): Promise<void> => askAgain(() => true);

async function askAgain(which: (query: Query) => boolean): Promise<void> {
  // A first answer that is still on its way may have been read before the change: it is not waited for, but asked for anew.
  await answers.cancelQueries({ predicate: (query) => which(query) && query.state.data === undefined && query.state.fetchStatus === 'fetching' });
  await answers.invalidateQueries({ predicate: which });
}

/** A change: `const { mutate } = useChange('PATCH /api/settings', { forgets: ['GET /api/settings'] })`. */
export function useChange<K extends EndpointName>(name: K, options: { forgets?: EndpointName[]; done?: (answer: Answer<K>, question: Question<K>) => void } = {}): UseMutationResult<Answer<K>, Error, Question<K>> {
  return useMutation<Answer<K>, Error, Question<K>>({
    mutationFn: (question) => ask(name, question),
    onSuccess: async (answer, question) => {
      const { forgets } = options;
      if (forgets) await forget(...forgets);
      options.done?.(answer, question);
    },
  });
}
