import type { HttpBindings } from '@hono/node-server';
import { isIP } from 'node:net';
import { Refusal } from '#domain/refusal.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Network address a request comes from, for the brakes only. X-Forwarded-For is believed for as many hops from its end as
 * there are proxies of ours in front: what stands before them is the caller's own claim.
 */
export function addressOf(request: Request, env: Partial<HttpBindings> | undefined, trustedProxies: number): string {
  const socket = env?.incoming?.socket.remoteAddress ?? 'local';
  if (trustedProxies === 0) return socket;
  const hops = [...(request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim()).filter(Boolean), socket];
  return hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? socket;
}

/**
 * Refuses a change that another site's page sent with our cookie (CSRF). Browsers name the page's origin on every such
 * request; programs that are no browser name none and carry no cookie they were not given.
 * Without PUBLIC_URL the only right origin is the address itself, and only a local name or an IP address: a foreign name
 * that was pointed at this machine (DNS rebinding) is refused.
 */
export function checkOrigin(request: Request, publicUrl: string | null): void {
  if (SAFE.has(request.method)) return;
  const origin = request.headers.get('origin');
  if (origin === null) {
    const site = request.headers.get('sec-fetch-site');
    if (site === null || site === 'same-origin' || site === 'none') return;
    throw foreign();
  }
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return;
  const from = URL.parse(origin);
  const here = request.headers.get('host') ?? new URL(request.url).host;
  if (from && from.host === here && isLocalOrNumber(from.hostname)) return;
  throw foreign();
}

function isLocalOrNumber(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}

function foreign(): Refusal {
  return new Refusal('forbidden', 'This change came from another address. Set PUBLIC_URL to the address people use.', { reason: 'foreign_origin' });
}
