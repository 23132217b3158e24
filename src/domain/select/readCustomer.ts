import { cellText, isBlank, type Cell } from './cell.ts';
import type { Fault, FaultCode, FieldName, ImportPlan, Parameters } from './importPlan.ts';
import { codeText } from './readLine.ts';
import { isTotalText } from './traps.ts';

/** One row of a file of customers; null: the file does not say. */
export interface CustomerRow { row: number; key: string; name: string | null; country: string | null; industry: string | null }

export type ReadCustomer =
  | { readonly kind: 'blank' }
  | { readonly kind: 'customer'; readonly customer: CustomerRow }
  | { readonly kind: 'left'; readonly reason: 'total_row'; readonly text: string }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

const LONGEST = { customerKey: 100, customerName: 200, country: 100, industry: 100 } as const;

/** Reader of customers for one file under a plan: cells of a row → customer, faults, or why it is left out. The name serves as code where there is none. */
export function customerReader(plan: ImportPlan, headers: readonly string[]): (row: number, cells: readonly Cell[]) => ReadCustomer {
  const at = plan.columns;
  const textOf = (cells: readonly Cell[], field: FieldName): string => (at[field] === undefined ? '' : codeText(cells[at[field]]));
  return (row, cells) => {
    if (cells.every(isBlank)) return { kind: 'blank' };
    const faults: Fault[] = [];
    const fault = (field: FieldName, code: FaultCode, params: Parameters = {}) => {
      faults.push({ row, column: at[field] === undefined ? '' : headers[at[field]] ?? '', value: cellText(cells[at[field] ?? -1]).slice(0, 200), code, params });
    };
    const [key, name, country, industry] = (['customerKey', 'customerName', 'country', 'industry'] as const).map((field) => textOf(cells, field)) as [string, string, string, string];
    const total = [key, name].find(isTotalText);
    if (total !== undefined && plan.leaveOut.includes('total_row')) return { kind: 'left', reason: 'total_row', text: total };
    if (key === '' && name === '') fault(at.customerKey === undefined ? 'customerName' : 'customerKey', 'no_customer_key');
    for (const [field, text] of [['customerKey', key || name], ['customerName', name], ['country', country], ['industry', industry]] as const) {
      if (text.length > LONGEST[field]) fault(field === 'customerKey' && key === '' ? 'customerName' : field, 'too_long', { longest: LONGEST[field] });
    }
    if (faults.length > 0) return { kind: 'faulty', faults };
    return { kind: 'customer', customer: { row, key: key || name, name: name || null, country: country || null, industry: industry || null } };
  };
}
