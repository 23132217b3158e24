import { QueryClient, queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
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
  return answers.invalidateQueries({ predicate: (query) => names.includes(query.queryKey[0] as EndpointName) });
}

/** A change: `const { mutate } = useChange('PATCH /api/settings', { forgets: ['GET /api/settings'] })`. */
export function useChange<K extends EndpointName>(name: K, options: { forgets?: EndpointName[]; done?: (answer: Answer<K>, question: Question<K>) => void } = {}): UseMutationResult<Answer<K>, Error, Question<K>> {
  const client = useQueryClient();
  return useMutation<Answer<K>, Error, Question<K>>({
    mutationFn: (question) => ask(name, question),
    onSuccess: async (answer, question) => {
      const { forgets } = options;
      if (forgets) await client.invalidateQueries({ predicate: (query) => forgets.includes(query.queryKey[0] as EndpointName) });
      options.done?.(answer, question);
    },
  });
}
