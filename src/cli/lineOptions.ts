import { readFile } from 'node:fs/promises';
import { isDay } from '#domain/day.ts';
import { checkModel } from '#domain/select/checkModel.ts';
import { FIELDS } from '#domain/select/fields.ts';
import type { FieldName } from '#domain/select/importPlan.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
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
  --model      a score model as JSON; default: the built-in general template`;

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

async function readModel(file: string | undefined): Promise<ScoreModel> {
  if (file === undefined) return GENERAL_TEMPLATE;
  let model: ScoreModel;
  try {
    const body = JSON.parse(await readFile(file, 'utf8')) as ScoreModel | { model: ScoreModel };
    model = 'model' in body ? body.model : body;
  } catch (error) {
    throw new CommandFault(`${file}: no score model could be read (${(error as Error).message}).`);
  }
  const faults = checkModel(model);
  if (faults.length > 0) throw new CommandFault(`${file}: the score model is faulty:\n${faults.map((fault) => `  ${fault.path}: ${fault.message}`).join('\n')}`);
  return model;
}
