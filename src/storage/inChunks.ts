/** More ids in one statement than this make it slow to prepare, and engines allow only so many. */
const IDS_PER_STATEMENT = 500;

/** The ids in portions that one statement takes. */
export function* inChunks<T>(ids: readonly T[]): Generator<readonly T[], void> {
  for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) yield ids.slice(start, start + IDS_PER_STATEMENT);
}
