/** Filters of the audit page as they stand in its address. */
export interface AuditSearch { verb?: string; by?: string; from?: string; to?: string }

/** Reads the address; what does not fit is left out. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const text = (key: string, fits: RegExp): string | undefined => {
    const value = raw[key];
    return typeof value === 'string' && fits.test(value) ? value : undefined;
  };
  const search = { verb: text('verb', /^\w{1,60}$/), by: text('by', /^.{1,60}$/), from: text('from', /^\d{4}-\d{2}-\d{2}$/), to: text('to', /^\d{4}-\d{2}-\d{2}$/) };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
