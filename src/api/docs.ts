import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { Files } from './files.ts';
import { PAGE_HEADERS } from './headers.ts';
import { API_HEADERS } from './answer.ts';
import { openApi } from './openapi.ts';
import type { Services } from './services.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Vitalfew API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="page"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`;
/** A file of its own: the security policy allows no inline script. */
const START = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null, docExpansion: 'list', defaultModelsExpandDepth: 0 });\n`;

/** The API describing itself: /api/openapi.json and, to read and try it, /api/docs. */
export function mountDocs(hono: Hono, app: Services): void {
  let document: string | null = null;
  const swagger = new Files(dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json'))), /^$/);
  const about = { version: app.config.version, cookieName: app.auth.cookieName, publicUrl: app.config.publicUrl };

  hono.get('/api/openapi.json', (c) => c.body((document ??= JSON.stringify(openApi(about))), 200, { ...API_HEADERS, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' }));
  hono.get('/api/docs', (c) => c.body(PAGE, 200, { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' }));
  hono.get('/api/docs/start.js', (c) => c.body(START, 200, { ...PAGE_HEADERS, 'content-type': 'text/javascript; charset=utf-8' }));
  hono.get('/api/docs/:file{swagger-ui(?:-bundle)?\\.(?:js|css)}', async (c) => (await swagger.answer(`/${c.req.param('file')}`, c.req.raw)) ?? c.notFound());
}
