import { viewerOf, type Context } from '#actions/act.ts';
import type { LiveMessage } from '#actions/live.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { findAccount } from '#storage/select/accounts.ts';
import { lastEventId } from '#storage/trust/watermark.ts';
import { API_HEADERS } from '../answer.ts';
import { serve, type Api } from '../endpoint.ts';
import type { Viewer } from '../sessions.ts';

/** Messages that may wait for a slow reader before it is cut off (it reconnects and reads afresh). */
const WAITING = 1000;

const HEADERS = { ...API_HEADERS, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };

/**
 * Live changes and progress as server-sent events, each viewer told only of what they may see. A comment line now and then
 * keeps proxies from closing a quiet stream, and ends it when the session has ended.
 */
export function registerStream(api: Api): void {
  serve(api, 'GET /api/stream', ({ context, viewer, c, app }) => {
    const cookie = c.req.header('cookie');
    const stillSignedIn = async () => (await app.sessions.check(cookie)) !== null;
    return new Response(eventStream(context, viewer, stillSignedIn, app.closing, app.heartbeatMs), { headers: HEADERS });
  });
}

function eventStream(context: Context, viewer: Viewer, stillSignedIn: () => Promise<boolean>, closing: AbortSignal, heartbeatMs: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>({
    start(out) {
      let open = true;
      const send = (text: string) => {
        if (!open) return;
        if ((out.desiredSize ?? 0) < -WAITING) end();
        else out.enqueue(encoder.encode(text));
      };
      const end = () => {
        if (!open) return;
        stop();
        out.close();
      };
      // One after the other: a slow check must not let a later message overtake an earlier one.
      let turn = Promise.resolve();
      const unsubscribe = context.live.subscribe((message) => {
        turn = turn.then(async () => {
          const data = open ? await toldTo(context, viewer, message) : null;
          if (data !== null) send(`event: ${message.type}\ndata: ${JSON.stringify(data)}\n\n`);
        }).catch(end);
      });
      const heartbeat = setInterval(() => {
        stillSignedIn().then((ok) => (ok ? send(': still here\n\n') : end()), end);
      }, heartbeatMs);
      closing.addEventListener('abort', end);
      stop = () => {
        open = false;
        clearInterval(heartbeat);
        unsubscribe();
        closing.removeEventListener('abort', end);
      };
      send('retry: 2000\n\n');
      // What was changed between a page's first answer and this moment, nobody has told it: it sees by this number that there was something.
      turn = turn.then(async () => send(`event: hello\ndata: ${JSON.stringify({ lastEvent: await lastEventId(context.store.read) })}\n\n`)).catch(end);
    },
    cancel: () => stop(),
  });
}

/** What a viewer is told of it, if anything: changes of accounts they see, imports if they may import, and what concerns everybody, or them. */
async function toldTo(context: Context, viewer: Viewer, message: LiveMessage): Promise<object | null> {
  if (message.type === 'import') {
    const { type: _, ...data } = message;
    return scopeOf(viewer.role, 'importData') === 'none' ? null : data;
  }
  if (message.type === 'scored') return { asOf: message.asOf };
  const { verb, accountId, also } = message;
  const scope = viewerOf(context.actor);
  if (accountId === null || scope.scope === 'all' || (await findAccount(context.store.read, scope, accountId)) !== undefined) return { verb, accountId };
  return also?.includes(viewer.id) ? { verb, accountId: null } : null;
}
