import type { Hono } from 'hono';
import { Files } from './files.ts';
import { transportHeaders } from './headers.ts';
import type { Services } from './services.ts';

/** The built web part: its files, and its one page for every address that is a screen's. */
export function mountPages(hono: Hono, app: Services): void {
  const { webDir, publicUrl } = app.config;
  if (webDir === null) return;
  const files = new Files(webDir, /^\/assets\//, transportHeaders(publicUrl));
  hono.get('*', async (c) => {
    const { path } = c.req;
    if (path.startsWith('/api/')) return c.notFound();
    const file = path === '/' ? null : await files.answer(path, c.req.raw);
    if (file) return file;
    // A name with an ending was meant as a file: a page in its place would only hide that it is missing.
    if (/\.\w+$/.test(path)) return c.notFound();
    return (await files.answer('/index.html', c.req.raw)) ?? c.notFound();
  });
}
