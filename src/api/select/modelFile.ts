import { z } from 'zod';
import { ModelFile } from '#contract/select/models.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { checkModel } from '#domain/select/checkModel.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { MODEL_FORMAT } from '#domain/select/modelFile.ts';
import { parseJson } from '../body.ts';
import { fieldsOf } from '../validate.ts';

/** A file that is wrong in more places than this is another file. */
const MOST_FAULTS = 300;

/** The score model in the text of a file. Refuses (invalid) what is no JSON, with the place, and else as `readDraft` does. */
export function readModelText(text: string): ScoreModel {
  return readDraft(parseJson(text.replace(/^\uFEFF/, '')));
}

/**
 * The score model in what a file held: as exported, bare, or under `model` as POST /api/models takes it. Refuses (invalid): what is no
 * model (not_a_model), a form later than we know (newer_format), else every fault with its full path.
 */
export function readDraft(value: unknown): ScoreModel {
  const given = isObject(value) && isObject(value['model']) ? value['model'] : value;
  if (!isObject(given) || !('lenses' in given || 'key' in given)) throw new Refusal('invalid', 'This is no score model: it has no lenses.', { reason: 'not_a_model' });
  const { format } = given;
  if (typeof format === 'number' && format > MODEL_FORMAT) {
    throw new Refusal('invalid', `This file was written by a later release (format ${format}; this one reads ${MODEL_FORMAT}). Update, or export it there again.`, { reason: 'newer_format', params: { format, known: MODEL_FORMAT } });
  }
  const read = ModelFile.safeParse(given);
  if (!read.success) throw refusal(read.error.issues.flatMap(fieldsOf));
  const { $schema: _schema, format: _format, ...model } = read.data;
  const faults = checkModel(model);
  if (faults.length > 0) throw refusal(faults);
  return model;
}

/** JSON Schema (draft 2020-12) of a score model file, made from the contract. */
export function modelFileSchema(): Record<string, unknown> {
  return z.toJSONSchema(ModelFile, { io: 'input' }) as Record<string, unknown>;
}

function refusal(faults: readonly InvalidField[]): Refusal {
  return new Refusal('invalid', `The score model has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; nothing was stored.`, { reason: 'model_faults', params: { count: faults.length }, fields: faults.slice(0, MOST_FAULTS) });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
