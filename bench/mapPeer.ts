import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from '@playwright/test';
import type { Scene } from '../src/web/parts/map/scene.ts';

/** A page with the same map in @xyflow/react, which is read from a folder with a node_modules of its own; React and the card are ours. */
export async function openPeer(browser: Browser, folder: string, scene: Scene, frame: { width: number; height: number }): Promise<Page> {
  const out = mkdtempSync(join(tmpdir(), 'vitalfew-peer-'));
  const theirs = join(resolve(folder), 'index.js');
  try {
    await build({
      configFile: false, root: import.meta.dirname, logLevel: 'warn', define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [react(), {
        name: 'peer', enforce: 'pre',
        resolveId(source: string) { return source.startsWith('@xyflow/') ? this.resolve(source, theirs, { skipSelf: true }) : undefined; },
      }],
      resolve: { dedupe: ['react', 'react-dom'], alias: Object.fromEntries(['react', 'react-dom'].map((name) => [name, join(import.meta.dirname, '../node_modules', name)])) },
      build: { outDir: out, emptyOutDir: false, target: 'es2023', rolldownOptions: { input: join(import.meta.dirname, 'mapPeerPage.tsx') } },
    });
    const asset = (ending: string): string => readdirSync(join(out, 'assets')).filter((name) => name.endsWith(ending)).map((name) => readFileSync(join(out, 'assets', name), 'utf8')).join('\n');
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.setContent(`<!doctype html><html lang="en"><meta charset="utf-8"><style>${asset('.css')}</style><body style="margin:0"><div id="root"></div>`);
    await page.evaluate((given) => Object.assign(window, { given }), { scene, ...frame });
    await page.addScriptTag({ type: 'module', content: asset('.js') });
    await page.locator('.react-flow__edge').nth(scene.lines.length - 1).waitFor({ state: 'attached' });
    return page;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
