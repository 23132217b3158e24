import { sql, type Kysely } from 'kysely';

/**
 * Select as a team: facts with their sources, marks that cite them, panels that assess blind, weighings of a model's levels,
 * decisions on key accounts and their reviews. What a mark said about how it is known becomes a fact that it cites.
 */
export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const big = engine === 'sqlite' ? 'integer' : 'bigint';
  const table = async (name: string, columns: Record<string, 'big' | 'text' | 'big?' | 'text?'>, key: string[]) => {
    let builder = db.schema.createTable(name);
    for (const [column, spec] of Object.entries(columns)) {
      builder = builder.addColumn(column, spec.startsWith('big') ? big : 'text', (c) => (spec.endsWith('?') ? c : c.notNull()));
    }
    await builder.addPrimaryKeyConstraint(`${name}_pk`, key as never).execute();
  };
  const index = (name: string, on: string, columns: string[]) => db.schema.createIndex(name).on(on).columns(columns).execute();

  await table('fact', {
    id: 'big', account_id: 'big', kind: 'text', statement: 'text', evidence: 'text', source_type: 'text', source: 'text', url: 'text?', import_id: 'big?',
    observed_on: 'text', expires_on: 'text?', recorded_by: 'text?', recorded_at: 'text', withdrawn_at: 'text?', withdrawn_by: 'text?',
  }, ['id']);
  await index('fact_account', 'fact', ['account_id', 'id']);
  await table('mark_fact', { mark_id: 'big', fact_id: 'big' }, ['mark_id', 'fact_id']);
  await index('mark_fact_fact', 'mark_fact', ['fact_id']);

  await table('panel', {
    id: 'big', account_id: 'big', model_version_id: 'big', question: 'text', due_on: 'text', indicators: 'text', opened_by: 'text?', opened_at: 'text', entry_closed_at: 'text?',
    closed_at: 'text?', closed_by: 'text?', cancelled_at: 'text?',
  }, ['id']);
  await index('panel_account', 'panel', ['account_id', 'id']);
  await table('panel_member', { panel_id: 'big', user_id: 'text', invited_at: 'text', submitted_at: 'text?', declined_at: 'text?' }, ['panel_id', 'user_id']);
  await index('panel_member_user', 'panel_member', ['user_id', 'panel_id']);
  await table('panel_mark', { panel_id: 'big', user_id: 'text', indicator: 'text', value: 'text', reason: 'text', fact_ids: 'text', recorded_at: 'text' }, ['panel_id', 'user_id', 'indicator']);
  await table('panel_agreement', { panel_id: 'big', indicator: 'text', value: 'text', reason: 'text', mark_id: 'big?', agreed_by: 'text?', agreed_at: 'text' }, ['panel_id', 'indicator']);
  await table('panel_dissent', { panel_id: 'big', indicator: 'text', user_id: 'text', value: 'text', reason: 'text', recorded_at: 'text' }, ['panel_id', 'indicator', 'user_id']);

  await table('weighing', {
    id: 'big', model_version_id: 'big', level: 'text', method: 'text', body: 'text', result: 'text', note: 'text', made_by: 'text?', made_at: 'text', withdrawn_at: 'text?',
  }, ['id']);
  await index('weighing_model', 'weighing', ['model_version_id', 'id']);

  await table('decision', {
    id: 'big', account_id: 'big', kind: 'text', model_version_id: 'big', reasons: 'text', people: 'text', snapshot: 'text', decided_on: 'text', decided_by: 'text?', decided_at: 'text',
    withdrawn_at: 'text?', withdrawn_by: 'text?',
  }, ['id']);
  await index('decision_account', 'decision', ['account_id', 'id']);
  await table('decision_review', {
    id: 'big', decision_id: 'big', outcome: 'text', note: 'text', snapshot: 'text', reviewed_on: 'text', reviewed_by: 'text?', reviewed_at: 'text', withdrawn_at: 'text?', withdrawn_by: 'text?',
  }, ['id']);
  await index('decision_review_decision', 'decision_review', ['decision_id', 'id']);

  // One fact a proven mark, under the number of the mark: both are numbered from 1, and there was no fact before.
  await sql`insert into fact (id, account_id, kind, statement, evidence, source_type, source, observed_on, recorded_by, recorded_at, withdrawn_at, withdrawn_by)
    select id, account_id, 'other', case when note = '' then indicator || ': ' || replace(value, '"', '') else note end, evidence, 'text', '', observed_on, recorded_by, recorded_at, withdrawn_at, withdrawn_by
    from mark where evidence <> 'assumption'`.execute(db);
  await sql`insert into mark_fact (mark_id, fact_id) select id, id from mark where evidence <> 'assumption'`.execute(db);
  await sql`insert into sequence (name, next) select 'fact', next from sequence where name = 'mark'`.execute(db);
  await db.schema.alterTable('mark').dropColumn('evidence').execute();
}
