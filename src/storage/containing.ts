import { sql, type Expression, type ExpressionBuilder, type ReferenceExpression, type SqlBool } from 'kysely';
import { scriptsOf } from '#domain/scriptsOf.ts';

/** Whether any of the columns contains what was typed: in either script of Chinese, whatever its case, with signs of LIKE read as themselves. For the few rows of one customer: no index helps. */
export function containing<DB, T extends keyof DB>(eb: ExpressionBuilder<DB, T>, columns: readonly ReferenceExpression<DB, T>[], typed: string): Expression<SqlBool> {
  const likes = scriptsOf(typed.toLowerCase()).map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`);
  // SQLite knows no escape sign unless it is named.
  return eb.or(columns.flatMap((column) => likes.map((like) => sql<SqlBool>`lower(${eb.ref(column as never)}) like ${like} escape '\\'`)));
}
