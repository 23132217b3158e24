import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the development server finds the API; `npm start` serves both from one port. */
const api = process.env['VITALFEW_API'] ?? 'http://127.0.0.1:4780';

/**
 * The web part. What every page needs sits in two long-lived chunks (the framework, the interface kit's core);
 * everything else is left to the bundler, which splits by page because pages are loaded by the router on demand.
 */
export default defineConfig({
  root: here('src/web'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // The security policy forbids inline script, and small assets as data: URLs gain nothing here.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'framework', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\//, priority: 2 },
            { name: 'charts', test: /node_modules\/(echarts|zrender)\//, priority: 1 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 4781, strictPort: true, proxy: { '/api': { target: api, changeOrigin: false } } },
});
