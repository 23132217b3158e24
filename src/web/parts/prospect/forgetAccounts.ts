import { forget } from '../../answers.ts';

/** Everything on screen that new customers change. */
export const forgetAccounts = (): Promise<void> => forget('GET /api/accounts', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet', 'GET /api/me', 'GET /api/find');
