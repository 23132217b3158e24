import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = process.env['VITALFEW_SHARED_DATA'] ?? join(import.meta.dirname, '../../shared/data');

/** Path of a reference file that lies outside the repository, or null where it is absent (the test then skips visibly). */
export function sharedData(relativePath: string): string | null {
  const path = join(FOLDER, relativePath);
  return existsSync(path) ? path : null;
}
