import { forget } from '../../answers.ts';

/** Everything on screen that shows opportunity points, needs or capabilities is asked again. */
export const forgetOpportunities = (): Promise<void> => forget(
  'GET /api/opportunities', 'GET /api/accounts/{id}/opportunities', 'GET /api/accounts/{id}/needs', 'GET /api/capabilities', 'GET /api/capabilities/to-build', 'GET /api/accounts/{id}/timeline',
);
