import { sql, type Kysely } from 'kysely';

/**
 * Relate (关键客户关系, R1–R3): people, what is known of them and by what right, the ties between them, introductions, projects and
 * their power maps. Rows are withdrawn, not deleted, except where a person is erased or an import of contacts is taken back:
 * then everything that names them goes. Values that were changed are kept in `person_change`, never in an event, so that erasing
 * a person is a matter of rows with their id (decision 028).
 */
export async function up(db: Kysely<any>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const big = engine === 'sqlite' ? 'integer' : 'bigint';
  const real = engine === 'sqlite' ? 'real' : 'double precision';
  const types = { text: 'text', id: big, int: 'integer', real } as const;
  type Type = keyof typeof types;
  /** `text?` may be null; anything else may not. */
  type Columns = Record<string, Type | `${Type}?`>;
  const recorded: Columns = { recorded_by: 'text?', recorded_at: 'text', withdrawn_at: 'text?', withdrawn_by: 'text?' };
  const make = async (name: string, columns: Columns, checks: readonly string[] = [], key: readonly string[] = ['id']): Promise<void> => {
    let table = db.schema.createTable(name);
    for (const [column, type] of Object.entries(columns)) table = table.addColumn(column, types[type.replace('?', '') as Type], (c) => (type.endsWith('?') ? c : c.notNull()));
    table = table.addPrimaryKeyConstraint(`${name}_pk`, key as never);
    for (const [n, check] of checks.entries()) table = table.addCheckConstraint(`${name}_check_${n}`, sql.raw(check));
    await table.execute();
  };
  const index = (name: string, on: string, columns: string[]) => db.schema.createIndex(name).on(on).columns(columns).execute();

  await make('person', {
    id: 'id', kind: 'text', name: 'text', name_norm: 'text', name_latin: 'text?', user_id: 'text?', account_id: 'id?', organisation: 'text', organisation_norm: 'text', title: 'text', placeholder: 'int',
    purpose: 'text', basis: 'text', collected_on: 'text', source: 'text', notice_on: 'text?', retain_until: 'text?', restricted_on: 'text?', owner_id: 'text?', private_to: 'text?', import_id: 'id?', merged_into: 'id?', erased_at: 'text?', ...recorded,
  }, ["kind in ('customer', 'outsider', 'colleague', 'contact')", 'placeholder in (0, 1)', "kind <> 'customer' or account_id is not null or erased_at is not null or merged_into is not null"]);
  await make('person_term', { term: 'text', person_id: 'id' }, [], ['term', 'person_id']);
  await make('person_item', {
    id: 'id', person_id: 'id', kind: 'text', value: 'text', value_norm: 'text', place: 'text', place_norm: 'text', from_on: 'text?', to_on: 'text?', sensitivity: 'text', source: 'text', basis: 'text',
    collected_on: 'text', retain_until: 'text?', import_id: 'id?', ...recorded,
  }, ["kind in ('phone', 'email', 'wechat', 'education', 'career', 'home_town', 'group', 'interest', 'family', 'note')", "sensitivity in ('normal', 'personal', 'sensitive')"]);
  await make('person_reveal', { id: 'id', person_id: 'id', item_id: 'id', user_id: 'text', reason: 'text', at: 'text' });
  await make('person_change', { id: 'id', change_id: 'id', person_id: 'id', noun: 'text', noun_id: 'id', column_name: 'text', value_before: 'text?', value_after: 'text?' });
  await make('contact_import', {
    id: 'id', user_id: 'text', file_name: 'text', layout: 'text', content_hash: 'text', rows: 'int', created: 'int', changed: 'int', unchanged: 'int', left_out: 'int', private: 'int', at: 'text', undone_at: 'text?', undone_by: 'text?',
  });

  await make('tie', {
    id: 'id', person_a: 'id', person_b: 'id', kind: 'text', how: 'text', evidence: 'text', place: 'text', last_contact_on: 'text?', from_on: 'text?', to_on: 'text?',
    strength: 'real?', corrected_by: 'text?', corrected_at: 'text?', corrected_why: 'text?', private_to: 'text?', import_id: 'id?', ...recorded,
  }, ['person_a < person_b', "how in ('told', 'imported', 'inferred')", 'strength is null or (strength >= 0 and strength <= 1)']);
  await make('introduction', {
    id: 'id', account_id: 'id?', project_id: 'id?', target_id: 'id', requester_id: 'text', connector_user: 'text?', connector_id: 'id?', path: 'text', purpose: 'text', for_them: 'text', message: 'text', state: 'text', due_on: 'text?', ...recorded,
  }, ["state in ('requested', 'accepted', 'declined', 'introduced', 'met', 'thanked', 'cancelled')"]);
  await make('introduction_step', { id: 'id', introduction_id: 'id', state: 'text', note: 'text', on_day: 'text', ...recorded });

  await make('project', { id: 'id', account_id: 'id', name: 'text', note: 'text', closed_on: 'text?', ...recorded });
  await make('power_map', { id: 'id', account_id: 'id', project_id: 'id', name: 'text', note: 'text', started_from: 'text', started_map_id: 'id?', ...recorded });
  await make('map_member', { id: 'id', account_id: 'id', map_id: 'id', person_id: 'id', joined_on: 'text', left_on: 'text?', ...recorded });
  await make('map_mark', { id: 'id', account_id: 'id', map_id: 'id', person_id: 'id', field: 'text', value: 'text', evidence: 'text', observed_on: 'text', note: 'text', ...recorded },
    ["field in ('role', 'authority', 'influence', 'stance', 'closeness', 'held_by')"]);
  await make('map_line', { id: 'id', account_id: 'id', map_id: 'id', from_id: 'id', to_id: 'id', kind: 'text', weight: 'int', sign: 'int', evidence: 'text', observed_on: 'text', ended_on: 'text?', note: 'text', ...recorded },
    ["kind in ('influence', 'conflict')", 'weight between 1 and 3', 'sign in (-1, 1)', 'from_id <> to_id']);
  await make('map_place', { id: 'id', account_id: 'id', map_id: 'id', person_id: 'id', x: 'real', y: 'real', ...recorded });

  await index('person_account', 'person', ['account_id', 'id']);
  await index('person_user', 'person', ['user_id']);
  await index('person_name', 'person', ['name_norm']);
  await index('person_owner', 'person', ['owner_id', 'id']);
  await index('person_import', 'person', ['import_id']);
  await db.schema.createIndex('person_retain').on('person').columns(['retain_until']).where('retain_until', 'is not', null).execute();
  await index('person_term_person', 'person_term', ['person_id']);
  await index('person_item_person', 'person_item', ['person_id', 'id']);
  await index('person_item_value', 'person_item', ['kind', 'value_norm']);
  await index('person_item_place', 'person_item', ['kind', 'place_norm']);
  await index('person_item_import', 'person_item', ['import_id']);
  await index('person_reveal_person', 'person_reveal', ['person_id']);
  await index('person_change_set', 'person_change', ['change_id']);
  await index('person_change_person', 'person_change', ['person_id']);
  await index('contact_import_user', 'contact_import', ['user_id', 'id']);
  await index('tie_a', 'tie', ['person_a', 'person_b']);
  await index('tie_b', 'tie', ['person_b']);
  await index('tie_import', 'tie', ['import_id']);
  await index('introduction_target', 'introduction', ['target_id']);
  await index('introduction_connector', 'introduction', ['connector_user', 'state']);
  await index('introduction_requester', 'introduction', ['requester_id', 'state']);
  await index('introduction_step_introduction', 'introduction_step', ['introduction_id', 'id']);
  for (const table of ['project', 'power_map', 'map_member', 'map_mark', 'map_line', 'map_place']) await index(`${table}_account`, table, ['account_id', 'id']);
  for (const table of ['map_member', 'map_mark', 'map_place']) await index(`${table}_map`, table, ['map_id', 'person_id']);
  await index('map_line_map', 'map_line', ['map_id', 'id']);
  for (const table of ['map_member', 'map_mark', 'map_place']) await index(`${table}_person`, table, ['person_id']);
}
