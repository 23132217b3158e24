import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';

interface Raw {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}
interface Parsed {
  readonly params: never;
  readonly query: never;
  readonly body: never;
}

/** Everything that crosses, through the contract's schemas. One refusal names every invalid field of path, query and body. */
export function validate(endpoint: Endpoint, raw: Raw): Parsed {
  const fields: InvalidField[] = [];
  const parse = (schema: z.ZodType | undefined, value: unknown): never => {
    if (!schema) return undefined as never;
    const result = schema.safeParse(value);
    if (result.success) return result.data as never;
    for (const issue of result.error.issues) fields.push(...fieldsOf(issue));
    return undefined as never;
  };
  const parsed = { params: parse(endpoint.params, raw.params), query: parse(endpoint.query, raw.query), body: parse(endpoint.body, raw.body) };
  if (fields.length > 0) throw new Refusal('invalid', sentence(fields), { fields });
  return parsed;
}

/** The fields an issue is about. The reason is a text key of the screens: zod's code, `required` where nothing was given, `unknown_field` for each field there is not. */
export function fieldsOf(issue: z.core.$ZodIssue): InvalidField[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key].join('.'), reason: 'unknown_field', message: `There is no field "${key}" here.` }));
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  // A union says no where none of its forms fits: for who filled it in, the value is none of the possible ones.
  const reason = missing ? 'required' : issue.code === 'invalid_union' ? 'invalid_value' : issue.code;
  return [{ path: path.join('.'), reason, message: issue.message }];
}

function sentence(fields: readonly InvalidField[]): string {
  const shown = fields.slice(0, 5).map((field) => field.path || 'the body').join(', ');
  return `Not valid: ${shown}${fields.length > 5 ? ` and ${fields.length - 5} more` : ''}.`;
}
