import { sql, type Kysely } from 'kysely';

/**
 * Tables of the sign-in library (better-auth 1.7: user, session, account, verification), under our names.
 * Its column names are camelCase and its instants real timestamps on PostgreSQL: it binds Date objects there and ISO text
 * on SQLite. What we add ourselves (role, locale, disabledAt, lastSeenAt) is plain text like everything else of ours.
 */
export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const instant = engine === 'postgres' ? 'timestamptz' : 'text';
  const flag = engine === 'postgres' ? 'boolean' : 'integer';
  const now = engine === 'postgres' ? sql`now()` : sql`(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`;

  await db.schema.createTable('auth_user')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('emailVerified', flag, (c) => c.notNull().defaultTo(engine === 'postgres' ? false : 0))
    .addColumn('image', 'text')
    .addColumn('createdAt', instant, (c) => c.notNull().defaultTo(now))
    .addColumn('updatedAt', instant, (c) => c.notNull().defaultTo(now))
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('administrator', 'director', 'manager', 'contributor', 'viewer')`))
    .addColumn('locale', 'text', (c) => c.notNull().defaultTo('en'))
    .addColumn('disabledAt', 'text')
    .addColumn('lastSeenAt', 'text')
    .execute();

  await db.schema.createTable('auth_session')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('expiresAt', instant, (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('createdAt', instant, (c) => c.notNull().defaultTo(now))
    .addColumn('updatedAt', instant, (c) => c.notNull().defaultTo(now))
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (c) => c.notNull().references('auth_user.id').onDelete('cascade'))
    .execute();

  await db.schema.createTable('auth_account')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('accountId', 'text', (c) => c.notNull())
    .addColumn('providerId', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', instant)
    .addColumn('refreshTokenExpiresAt', instant)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', instant, (c) => c.notNull().defaultTo(now))
    .addColumn('updatedAt', instant, (c) => c.notNull().defaultTo(now))
    .execute();

  await db.schema.createTable('auth_verification')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('identifier', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expiresAt', instant, (c) => c.notNull())
    .addColumn('createdAt', instant, (c) => c.notNull().defaultTo(now))
    .addColumn('updatedAt', instant, (c) => c.notNull().defaultTo(now))
    .execute();

  await db.schema.createIndex('auth_session_user').on('auth_session').column('userId').execute();
  await db.schema.createIndex('auth_account_user').on('auth_account').column('userId').execute();
  await db.schema.createIndex('auth_verification_identifier').on('auth_verification').column('identifier').execute();
}
