import { sql, type Kysely, type ColumnDataType } from 'kysely';

type Columns = Record<string, `${'int' | 'big' | 'float' | 'text' | 'term'}${'' | '?'}`>;

/** A table whose columns read alike on both engines; `term` is text compared byte by byte. */
async function table(db: Kysely<any>, engine: 'sqlite' | 'postgres', name: string, columns: Columns, key: string[], clustered = false): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [column, spec] of Object.entries(columns)) {
    const kind = spec.replace('?', '');
    const type: ColumnDataType | ReturnType<typeof sql> =
      kind === 'big' ? 'bigint' : kind === 'int' ? 'integer' : kind === 'float' ? (engine === 'sqlite' ? 'real' : 'double precision')
        : kind === 'term' && engine === 'postgres' ? sql`text collate "C"` : 'text';
    // SQLite makes a column the row id only when its type is exactly INTEGER.
    const exact = engine === 'sqlite' && kind === 'big' ? 'integer' : type;
    builder = builder.addColumn(column, exact as ColumnDataType, (c) => (spec.endsWith('?') ? c : c.notNull()));
  }
  builder = builder.addPrimaryKeyConstraint(`${name}_pk`, key as never);
  // Rows lie in the order of their key, without a second copy of it; PostgreSQL has no such tables.
  if (clustered && engine === 'sqlite') builder = builder.modifyEnd(sql`without rowid`);
  await builder.execute();
}

export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  await table(db, engine, 'sequence', { name: 'text', next: 'big' }, ['name']);
  await table(db, engine, 'setting', { name: 'text', value: 'text', updated_at: 'text', updated_by: 'text?' }, ['name']);
  await table(db, engine, 'event', {
    id: 'big', at: 'text', user_id: 'text?', verb: 'text', account_id: 'big?', subject_type: 'text', subject_id: 'text', payload: 'text', undoes: 'big?',
  }, ['id']);
  await table(db, engine, 'account', {
    id: 'big', key: 'text', key_norm: 'term', name: 'term', name_norm: 'term', country: 'text?', industry: 'text?', owner_id: 'text?',
    note: 'text', origin: 'text', import_id: 'big?', created_at: 'text', created_by: 'text?', archived_at: 'text?',
  }, ['id']);
  await table(db, engine, 'account_team', { account_id: 'big', user_id: 'text', role: 'text', since: 'text', added_by: 'text?' }, ['account_id', 'user_id'], true);
  await table(db, engine, 'search_term', { term: 'term', account_id: 'big' }, ['term', 'account_id'], true);
  await table(db, engine, 'import', {
    id: 'big', kind: 'text', file_name: 'text', file_size: 'big', stored_name: 'text', file_sha256: 'text?', state: 'text', layout_hash: 'text?',
    plan: 'text?', findings: 'text?', report: 'text?', error: 'text?', created_by: 'text?', created_at: 'text', committed_at: 'text?', undone_at: 'text?',
  }, ['id']);
  await table(db, engine, 'import_layout', { layout_hash: 'text', plan: 'text', updated_at: 'text', updated_by: 'text?' }, ['layout_hash']);
  await table(db, engine, 'import_fault', {
    import_id: 'big', seq: 'int', row: 'big', column_name: 'text', value: 'text', code: 'text', params: 'text',
  }, ['import_id', 'seq']);
  await table(db, engine, 'import_account', {
    import_id: 'big', account_id: 'big', change: 'text', key: 'text', key_norm: 'term', name: 'term', name_norm: 'term',
    country: 'text?', industry: 'text?', before: 'text?',
  }, ['import_id', 'account_id']);
  await table(db, engine, 'invoice_line', {
    id: 'big', import_id: 'big', account_id: 'big', line_hash: 'big', content_hash: 'big', row: 'big', invoice_no: 'text?', day: 'text', currency: 'text',
    amount: 'big', cost: 'big?', quantity: 'float?', product: 'text?', line_no: 'text?', kind: 'text', due_day: 'text?', paid_day: 'text?', superseded_by: 'big?',
  }, ['id']);
  await table(db, engine, 'trade_month', {
    account_id: 'big', month: 'text', currency: 'text', revenue: 'big', credits: 'big', cost: 'big', costed_revenue: 'big', lines: 'int', invoices: 'int',
    credit_notes: 'int', due_amount: 'big', late_amount: 'big', late_amount_days: 'big', first_day: 'text', last_day: 'text', last_sale_day: 'text?',
  }, ['account_id', 'month', 'currency'], true);
  await table(db, engine, 'standing', {
    account_id: 'big', model_version_id: 'big', as_of: 'text', currency: 'text', total: 'float?', past: 'float?', present: 'float?', future: 'float?',
    confidence: 'float', grade: 'text?', class: 'text?', rank: 'int?', value_today: 'float?', potential: 'float?', veto: 'int', revenue: 'big', revenue_before: 'big',
    margin: 'big?', contribution: 'big', invoices: 'int', months: 'text', first_day: 'text?', last_day: 'text?',
  }, ['account_id']);
  await table(db, engine, 'mark', {
    id: 'big', account_id: 'big', indicator: 'text', value: 'text', evidence: 'text', note: 'text', observed_on: 'text', recorded_by: 'text?', recorded_at: 'text',
    withdrawn_at: 'text?', withdrawn_by: 'text?',
  }, ['id']);
  await table(db, engine, 'model_version', {
    id: 'big', model_key: 'text', version: 'int', name: 'text', body: 'text', note: 'text', created_by: 'text?', created_at: 'text', published_at: 'text?',
  }, ['id']);

  const index = (name: string, on: string, columns: string[], unique = false) => {
    const builder = db.schema.createIndex(name).on(on).columns(columns);
    return (unique ? builder.unique() : builder).execute();
  };
  await index('account_key', 'account', ['key_norm'], true);
  await index('account_name', 'account', ['name', 'id']);
  await index('account_name_norm', 'account', ['name_norm']);
  await index('account_owner', 'account', ['owner_id', 'archived_at']);
  await index('account_country', 'account', ['country', 'archived_at']);
  await index('account_archived', 'account', ['archived_at']);
  await index('account_team_user', 'account_team', ['user_id', 'account_id']);
  await index('search_term_account', 'search_term', ['account_id', 'term']);
  await index('event_account', 'event', ['account_id', 'id']);
  await index('event_undoes', 'event', ['undoes']);
  await index('event_subject', 'event', ['subject_type', 'subject_id', 'id']);
  await index('invoice_line_account', 'invoice_line', ['account_id', 'line_hash']);
  await index('mark_account', 'mark', ['account_id', 'indicator']);
  await index('model_version_number', 'model_version', ['model_key', 'version'], true);
  for (const column of ['revenue', 'contribution', 'confidence']) {
    await index(`standing_${column}`, 'standing', [column, 'account_id']);
  }
  // The engines sort nulls at different ends, so lists sort by these expressions (storage/select/accountList.ts).
  await sql`create index standing_rank on standing (coalesce(rank, 2147483647), account_id)`.execute(db);
  await sql`create index standing_last_day on standing (coalesce(last_day, ''), account_id)`.execute(db);
  await sql`create index standing_class on standing (class, coalesce(rank, 2147483647), account_id)`.execute(db);
  await sql`create index standing_grade on standing (grade, coalesce(rank, 2147483647), account_id)`.execute(db);
  await sql`create index invoice_line_open on invoice_line (due_day) where paid_day is null and due_day is not null`.execute(db);
  await sql`create index invoice_line_superseded on invoice_line (superseded_by) where superseded_by is not null`.execute(db);
}
