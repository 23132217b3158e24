import { readFile } from 'node:fs/promises';
import { isDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { FIELDS } from '#domain/select/fields.ts';
import type { FieldName } from '#domain/select/importPlan.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { CommandFault, UsageFault } from './faults.ts';

/** Which files, and how they are to be read and scored. */
export interface LineOptions { files: readonly string[]; customers: string | undefined; map: Partial<Record<FieldName, string>>; asOf: string | undefined; model: ScoreModel }

/** What every command over invoice lines takes on its command line, for `parseArgs`. */
export const LINE_OPTIONS = { customers: { type: 'string' }, map: { type: 'string', multiple: true }, 'as-of': { type: 'string' }, model: { type: 'string' } } as const;

/** The part of the usage that explains them. */
export const LINE_USAGE = `  LINES        one or more files of invoice lines
  --customers  a file with customer codes and names
  --map        columns by name where the headers leave it open: customer=Buyer,date=Posted,amount=Net
               fields: ${FIELDS.map((field) => field.name).join(', ')}
  --as-of      day the figures are taken on; default: the last day in the files
  --model      a score model file, or a built-in template: ${TEMPLATES.map(({ model }) => model.key).join(', ')}; default: general`;

/** Reads the words behind the options; a UsageFault says what is wrong with them. */
export async function lineOptions(values: { customers?: string; map?: string[]; 'as-of'?: string; model?: string }, files: readonly string[]): Promise<LineOptions> {
  if (files.length === 0) throw new UsageFault('Name at least one file of invoice lines.');
  const asOf = values['as-of'];
  if (asOf !== undefined && !isDay(asOf)) throw new UsageFault(`--as-of: ${asOf} is no day (YYYY-MM-DD).`);
  return { files, customers: values.customers, map: readMap((values.map ?? []).join(',')), asOf, model: await readModel(values.model) };
}

function readMap(text: string): Partial<Record<FieldName, string>> {
  const map: Partial<Record<FieldName, string>> = {};
  for (const pair of text.split(',').map((part) => part.trim()).filter(Boolean)) {
    const [name = '', ...rest] = pair.split('=');
    const wanted = name.trim().toLowerCase();
    const field = FIELDS.find((candidate) => candidate.name.toLowerCase() === wanted) ?? FIELDS.find((candidate) => candidate.aliases.includes(wanted));
    if (!field || rest.length === 0) throw new UsageFault(`--map: "${pair}" is not field=Column. Fields: ${FIELDS.map((known) => known.name).join(', ')}`);
    map[field.name] = rest.join('=').trim();
  }
  return map;
}

/** A built-in template by its name, else a file as the score model page saves it (or a bare model). */
async function readModel(file: string | undefined): Promise<ScoreModel> {
  if (file === undefined) return GENERAL_TEMPLATE;
  const template = TEMPLATES.find(({ model }) => model.key === file);
  if (template) return template.model;
  const text = await readFile(file, 'utf8');
  try {
    // Only here: the contract that files are read by takes longer to load than most rankings.
    return (await import('#api/select/modelFile.ts')).readModelText(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CommandFault(`${file}: ${error.message}${error.fields.map((fault) => `\n  ${fault.path}: ${fault.message}`).join('')}`);
  }
}
