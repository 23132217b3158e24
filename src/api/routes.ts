import { type Api, type EndpointName } from './endpoint.ts';

/** Every endpoint of the API: each noun registers its own. */
export function registerAll(): Api {
  const api: Api = { handlers: new Map<EndpointName, never>() };
  return api;
}
