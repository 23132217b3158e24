import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from './server.ts';

export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets those under way finish (for at most `patienceMs`), ends streams. */
  stop(patienceMs?: number): Promise<void>;
}

/** A file of a gigabyte over a slow line takes a while; headers must still come within Node's minute. */
const REQUEST_MS = 3_600_000;

/** Opens the port. Rejects when it is taken or not ours to open. */
export async function listen(app: App, place: { readonly port: number; readonly host: string }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env as HttpBindings) }) as Server;
  server.requestTimeout = REQUEST_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop(patienceMs = 20_000) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await app.close();
      // Connections that are kept alive without a request; busy ones end after their answer.
      server.closeIdleConnections();
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const late = setTimeout(() => server.closeAllConnections(), patienceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}
