import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/**
 * Insight (大客户洞察, I1, I3–I6): what is asked, planned, needed and offered at an account. Every table is a noun of notes: rows are
 * never deleted but withdrawn, and one event verb tells their changes (decision 027). `citation` ties them to the facts they rest on.
 */
export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const big = engine === 'sqlite' ? 'integer' : 'bigint';
  const real = engine === 'sqlite' ? 'real' : 'double precision';
  type Table = CreateTableBuilder<string, string>;
  /** A table of notes about an account (or, without one, about our own company), with an index by account. */
  const notes = async (name: string, ofAccount: boolean, columns: (table: Table) => Table): Promise<void> => {
    let table: Table = db.schema.createTable(name).addColumn('id', big, (c) => c.notNull().primaryKey());
    if (ofAccount) table = table.addColumn('account_id', big, (c) => c.notNull());
    await columns(table).addColumn('recorded_by', 'text').addColumn('recorded_at', 'text', (c) => c.notNull()).addColumn('withdrawn_at', 'text').addColumn('withdrawn_by', 'text').execute();
    if (ofAccount) await db.schema.createIndex(`${name}_account`).on(name).columns(['account_id', 'id']).execute();
  };
  const needed = (c: any) => c.notNull();

  await notes('question', true, (t) => t.addColumn('block', 'text', needed).addColumn('topic', 'text').addColumn('text', 'text', needed).addColumn('owner_id', 'text').addColumn('due_on', 'text').addColumn('answer', 'text').addColumn('answered_at', 'text').addColumn('answered_by', 'text'));
  await notes('judgement', true, (t) => t.addColumn('block', 'text', needed).addColumn('text', 'text', needed));
  await notes('strategy_item', true, (t) => t.addColumn('kind', 'text', needed).addColumn('text', 'text', needed).addColumn('horizon', 'text').addColumn('from_on', 'text').addColumn('to_on', 'text').addColumn('amount', big).addColumn('currency', 'text'));
  await notes('business_statement', true, (t) => t.addColumn('sells', 'text', needed).addColumn('business', 'text', needed).addColumn('so_needs', 'text', needed));
  await notes('org_version', true, (t) => t.addColumn('as_of', 'text', needed).addColumn('source', 'text', needed).addColumn('note', 'text', needed).addColumn('units', 'integer', needed));
  await db.schema.createTable('org_unit').addColumn('version_id', big, needed).addColumn('unit', 'integer', needed).addColumn('parent', 'integer').addColumn('name', 'text', needed)
    .addColumn('function', 'text').addColumn('head', 'text').addColumn('people', 'integer').addPrimaryKeyConstraint('org_unit_pk', ['version_id', 'unit']).execute();

  await notes('capability', false, (t) => t.addColumn('aspect', 'text', needed).addColumn('name', 'text', needed).addColumn('text', 'text', needed).addColumn('state', 'text', needed));
  await notes('proof', false, (t) => t.addColumn('capability_id', big, needed).addColumn('kind', 'text', needed).addColumn('title', 'text', needed).addColumn('url', 'text').addColumn('expires_on', 'text'));
  await notes('need', true, (t) => t.addColumn('aspect', 'text', needed).addColumn('text', 'text', needed).addColumn('importance', 'integer', needed).addColumn('answer', 'text').addColumn('answer_note', 'text', needed).addColumn('capability_id', big));
  await notes('capability_match', true, (t) => t.addColumn('need_id', big, needed).addColumn('capability_id', big, needed).addColumn('fit', 'integer', needed).addColumn('note', 'text', needed));
  await notes('opportunity', true, (t) => t.addColumn('title', 'text', needed).addColumn('note', 'text', needed).addColumn('category', 'text', needed).addColumn('unit', 'text', needed).addColumn('need_id', big)
    .addColumn('value_low', big).addColumn('value_likely', big).addColumn('value_high', big).addColumn('currency', 'text').addColumn('fit', 'integer').addColumn('expected_on', 'text').addColumn('horizon', 'text', needed).addColumn('stage', 'text', needed).addColumn('owner_id', 'text'));

  await notes('wallet_line', true, (t) => t.addColumn('period', 'text', needed).addColumn('category', 'text', needed).addColumn('unit', 'text', needed).addColumn('size', big).addColumn('currency', 'text', needed).addColumn('note', 'text', needed));
  await notes('wallet_share', true, (t) => t.addColumn('line_id', big, needed).addColumn('supplier', 'text').addColumn('percent', real));
  await notes('sand_goal', true, (t) => t.addColumn('kind', 'text', needed).addColumn('period', 'text', needed).addColumn('text', 'text', needed).addColumn('amount', big).addColumn('currency', 'text').addColumn('percent', real).addColumn('rival', 'text'));
  await notes('scenario', true, (t) => t.addColumn('name', 'text', needed).addColumn('period', 'text', needed).addColumn('note', 'text', needed).addColumn('seed', 'integer', needed));
  await notes('sand_move', true, (t) => t.addColumn('scenario_id', big, needed).addColumn('line_id', big, needed).addColumn('from_supplier', 'text').addColumn('low', real, needed).addColumn('likely', real, needed).addColumn('high', real, needed)
    .addColumn('chance', real, needed).addColumn('opportunity_id', big).addColumn('text', 'text', needed));

  await notes('key_position', true, (t) => t.addColumn('title', 'text', needed).addColumn('function', 'text', needed).addColumn('level', 'text', needed).addColumn('holder', 'text').addColumn('note', 'text', needed));
  await notes('position_kpi', true, (t) => t.addColumn('position_id', big, needed).addColumn('kpi', 'text').addColumn('text', 'text', needed).addColumn('target', 'text', needed).addColumn('importance', 'integer', needed).addColumn('so_needs', 'text', needed));
  await notes('talk_topic', true, (t) => t.addColumn('position_id', big, needed).addColumn('position_kpi_id', big).addColumn('opportunity_id', big).addColumn('text', 'text', needed));
  await notes('brief', true, (t) => t.addColumn('position_id', big, needed).addColumn('meeting_on', 'text', needed).addColumn('purpose', 'text', needed).addColumn('content', 'text', needed));
  await notes('kpi', false, (t) => t.addColumn('key', 'text', needed).addColumn('function', 'text', needed).addColumn('name_en', 'text', needed).addColumn('name_zh', 'text', needed).addColumn('measure_en', 'text', needed).addColumn('measure_zh', 'text', needed)
    .addColumn('unit_en', 'text', needed).addColumn('unit_zh', 'text', needed).addColumn('direction', 'text', needed).addColumn('needs_en', 'text', needed).addColumn('needs_zh', 'text', needed).addColumn('topics_en', 'text', needed).addColumn('topics_zh', 'text', needed).addColumn('hidden', 'integer', needed));

  await db.schema.createTable('citation').addColumn('noun', 'text', needed).addColumn('noun_id', big, needed).addColumn('fact_id', big, needed).addPrimaryKeyConstraint('citation_pk', ['noun', 'noun_id', 'fact_id']).execute();
  await db.schema.createIndex('citation_fact').on('citation').columns(['fact_id']).execute();
  await db.schema.createIndex('need_build').on('need').columns(['answer', 'id']).execute();
  await db.schema.createIndex('proof_capability').on('proof').columns(['capability_id']).execute();
  await db.schema.createIndex('position_kpi_position').on('position_kpi').columns(['position_id']).execute();
  await db.schema.createIndex('talk_topic_position').on('talk_topic').columns(['position_id']).execute();
  await db.schema.createIndex('brief_position').on('brief').columns(['position_id']).execute();
  await db.schema.createIndex('capability_match_need').on('capability_match').columns(['need_id']).execute();
  await db.schema.createIndex('question_open').on('question').columns(['due_on']).where(sql<boolean>`answered_at is null and withdrawn_at is null`).execute();
  // Where a fact stands on the canvas: its block, and the point of the block that it answers.
  await db.schema.alterTable('fact').addColumn('block', 'text').execute();
  await db.schema.alterTable('fact').addColumn('topic', 'text').execute();
}
