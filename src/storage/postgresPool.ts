import type pg from 'pg';
import { numbersAsNumbers } from './dialect.ts';

/** A statement is prepared from its second use on; lists of ids of every length must not fill the server's memory. */
const PREPARED_FROM = 2;
const PREPARED_MOST = 200;
const REMEMBERED_MOST = 5000;

/**
 * Names for statements that come again, so that a connection parses and plans them once (planning a list of accounts takes
 * longer than running it). One process has one set of names for all its connections.
 */
class StatementNames {
  private readonly uses = new Map<string, number>();
  private readonly names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= PREPARED_MOST) return known;
    const uses = (this.uses.get(text) ?? 0) + 1;
    if (this.uses.size >= REMEMBERED_MOST) this.uses.clear();
    this.uses.set(text, uses);
    if (uses < PREPARED_FROM) return undefined;
    this.uses.delete(text);
    const name = `s${this.names.size + 1}`;
    this.names.set(text, name);
    return name;
  }
}

/** A pool whose connections prepare the statements that are used again. Only what can be prepared: one statement with parameters. */
export function openPool(driver: typeof pg, connectionString: string): pg.Pool {
  const statements = new StatementNames();
  class PreparingClient extends driver.Client {
    override query(config: unknown, values?: unknown, callback?: unknown): never {
      if (typeof config === 'string' && Array.isArray(values) && values.length > 0) {
        const name = statements.nameOf(config);
        if (name !== undefined) return super.query({ name, text: config, values } as never, callback as never) as never;
      }
      return super.query(config as never, values as never, callback as never) as never;
    }
  }
  const pool = new driver.Pool({ connectionString, max: 10, types: numbersAsNumbers(driver.types), Client: PreparingClient });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The default says reading a page by an index is four times as dear as in a row, as on turning disks: 600 rows of a team
  // would be looked for among all 100,000. Compiling a statement to machine code takes longer than running ours.
  pool.on('connect', (client) => void client.query('set random_page_cost = 1.1; set jit = off').catch(() => {}));
  return pool;
}
