import { join } from 'node:path';

/** Where source files lie, by the hash of their content. */
export function sourcesFolder(dataDir: string): string {
  return join(dataDir, 'sources');
}

/** Path of the file with that SHA-256 (hex); the first two digits are a folder of their own, so that none grows large. */
export function sourceFile(dataDir: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError('no hash of a file');
  return join(sourcesFolder(dataDir), hash.slice(0, 2), hash);
}
