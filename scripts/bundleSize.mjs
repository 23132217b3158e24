// What the browser loads before the portfolio page shows its first list, in gzipped kilobytes, for one language.
// Usage: node scripts/bundleSize.mjs [page] [locale]   (after `vite build`); exits 1 above the limit.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 350;
const web = new URL('../dist/web/', import.meta.url);
const [page = 'portfolio', locale = 'zhHans'] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', web), 'utf8'));

/** A chunk and all it imports statically. */
const files = new Set();
const follow = (key) => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) follow(imported);
};
for (const key of ['index.html', `pages/${page}.tsx`, `text/${locale}.ts`]) follow(key);
if (locale !== 'en') {
  const kitWords = Object.keys(manifest).find((key) => key.endsWith(`antd/es/locale/${locale === 'zhHans' ? 'zh_CN' : 'zh_TW'}.js`));
  if (kitWords) follow(kitWords);
}

let sum = 0;
for (const file of [...files].sort()) {
  const size = gzipSync(readFileSync(new URL(file, web)), { level: 9 }).length;
  sum += size;
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${(sum / 1000).toFixed(1).padStart(8)} kB  gzipped JavaScript for the first ${page} page in ${locale} (limit ${LIMIT_KB})`);
process.exitCode = sum > LIMIT_KB * 1000 ? 1 : 0;
