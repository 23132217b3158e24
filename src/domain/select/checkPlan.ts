import type { InvalidField } from '../refusal.ts';
import type { FieldName, ImportPlan } from './importPlan.ts';

/** What a plan still needs before a file with these headers can be read by it. */
export function checkPlan(plan: ImportPlan, headers: readonly string[]): InvalidField[] {
  const faults: InvalidField[] = [];
  const need = (given: boolean, field: FieldName, message: string) => {
    if (!given) faults.push({ path: `columns.${field}`, reason: 'required', message });
  };
  const has = (field: FieldName) => plan.columns[field] !== undefined;
  need(has('customerKey') || has('customerName'), 'customerKey', 'Say which column holds the customer: its code or its name.');
  if (plan.kind === 'lines') {
    need(has('day'), 'day', 'Say which column holds the invoice date.');
    need(has('amount') || (has('unitPrice') && has('quantity')), 'amount', 'Say which column holds the amount, or quantity and unit price.');
  }
  for (const [field, column] of Object.entries(plan.columns)) {
    if (column >= headers.length) faults.push({ path: `columns.${field}`, reason: 'no_such_column', message: `The table has ${headers.length} columns.` });
  }
  return faults;
}
