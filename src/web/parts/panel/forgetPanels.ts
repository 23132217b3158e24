import { forget } from '../../answers.ts';

/** After a step in a panel: lists and badge, the panel, the customer that it may have scored anew. */
export const forgetPanels = (): Promise<void> => forget(
  'GET /api/panels', 'GET /api/panels/{id}', 'GET /api/accounts/{id}/panels', 'GET /api/accounts/{id}', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts/{id}/facts', 'GET /api/accounts',
  'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet', 'GET /api/events',
);
