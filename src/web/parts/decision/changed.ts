import { forget } from '../../answers.ts';

/** Asks everything again that a decision on a key account, or its review, changes on screens. */
export function decisionChanged(): Promise<void> {
  return forget(
    'GET /api/accounts/{id}', 'GET /api/accounts', 'GET /api/accounts/{id}/decisions', 'GET /api/accounts/{id}/timeline', 'GET /api/decisions', 'GET /api/decisions/{id}', 'GET /api/portfolio', 'GET /api/portfolio/structure',
  );
}
