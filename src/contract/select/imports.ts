import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CurrencyCode, DayText, Id, LocaleName, Ok, Paging, Person } from '../shared.ts';

export const LINE_FIELDS = ['customerKey', 'customerName', 'country', 'invoiceNo', 'lineNo', 'day', 'amount', 'cost', 'quantity', 'unitPrice', 'unitCost', 'currency', 'product', 'dueDay', 'paidDay', 'status'] as const;
export const CUSTOMER_FIELDS = ['customerKey', 'customerName', 'country', 'industry'] as const;
export const FieldName = z.enum([...new Set([...LINE_FIELDS, ...CUSTOMER_FIELDS])] as [string, ...string[]]);

/** How a file is to be read; the proposal comes from the file, people change it, it is remembered per layout. */
export const ImportPlan = z.object({
  kind: z.enum(['lines', 'customers']),
  sheet: z.string().max(200).nullable(), encoding: z.string().max(40), delimiter: z.string().max(3), headerRow: z.number().int().min(0).max(200),
  /** Field → column index (0-based). */
  columns: z.partialRecord(FieldName, z.number().int().min(0).max(2000)),
  /** How numbers and dates are written where the file leaves it open. */
  decimal: z.enum(['.', ',']), dayOrder: z.enum(['ymd', 'dmy', 'mdy']),
  /** Currency of lines without a currency column; unit of money columns (1, 10,000 = 万, 100,000,000 = 亿). */
  currency: CurrencyCode, unit: z.number().positive(),
  /** Fields that identify a line in a later import. Empty: the whole line. */
  matchKeys: z.array(FieldName).max(8),
  /** Kinds of rows left out (found as traps): total rows, lines without customer, non-product codes, cancelled … */
  leaveOut: z.array(z.enum(['total_row', 'no_customer', 'non_product', 'cancelled', 'not_won'])),
  /** Suspected duplicates to merge: from customer key → into customer key. */
  merge: z.record(z.string(), z.string()).default({}),
  /** Lines with faults: refuse the whole import, or leave them out. */
  faulty: z.enum(['refuse', 'leave_out']).default('refuse'),
}).meta({ id: 'ImportPlan' });
export type ImportPlan = z.infer<typeof ImportPlan>;

export const FileFindings = z.object({
  format: z.enum(['csv', 'xlsx']), encoding: z.string(), delimiter: z.string(), size: z.number(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number().nullable() })),
  headerRow: z.number(), headers: z.array(z.string()), sample: z.array(z.array(z.string())), dateSystem: z.enum(['1900', '1904']).nullable(),
  /** Whether the plan was remembered from an earlier file of this layout. */
  remembered: z.boolean(), plan: ImportPlan, notes: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
}).meta({ id: 'FileFindings' });

/** Something to look at before committing. `rows` are examples (at most 20), `count` all. */
export const Trap = z.object({
  code: z.enum(['total_row', 'no_customer', 'suspected_duplicates', 'cancelled', 'non_product', 'not_won', 'several_currencies', 'unknown_status', 'future_day', 'repeated_line']),
  count: z.number(), amount: z.number().nullable(), currency: z.string().nullable(), leftOut: z.boolean(),
  rows: z.array(z.object({ row: z.number(), text: z.string() })),
  /** suspected_duplicates: groups of customers. */
  groups: z.array(z.array(z.object({ key: z.string(), name: z.string(), lines: z.number() }))).optional(),
}).meta({ id: 'Trap' });

export const ImportReport = z.object({
  rows: z.number(), created: z.number(), changed: z.number(), unchanged: z.number(), leftOut: z.record(z.string(), z.number()), faults: z.number(),
  accountsCreated: z.number(), accountsChanged: z.number(), accountsKnown: z.number(),
  totals: z.array(z.object({ currency: CurrencyCode, amount: z.number(), lines: z.number() })), firstDay: DayText.nullable(), lastDay: DayText.nullable(),
  traps: z.array(Trap), seconds: z.number(),
}).meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof ImportReport>;

export const ImportProgress = z.object({ stage: z.enum(['reading', 'checking', 'committing', 'scoring', 'undoing']), done: z.number(), total: z.number().nullable(), rowsPerSecond: z.number(), secondsLeft: z.number().nullable() }).meta({ id: 'ImportProgress' });

export const ImportView = z.object({
  id: z.number(), kind: z.enum(['lines', 'customers']), fileName: z.string(), fileSize: z.number(), state: z.enum(['uploaded', 'reading', 'checked', 'committing', 'committed', 'undoing', 'undone', 'cancelled', 'failed']),
  findings: FileFindings.nullable(), plan: ImportPlan.nullable(), report: ImportReport.nullable(), progress: ImportProgress.nullable(),
  error: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  by: Person.nullable(), createdAt: z.string(), committedAt: z.string().nullable(), undoneAt: z.string().nullable(), can: z.object({ undo: z.boolean() }),
}).meta({ id: 'Import' });

const params = z.object({ id: Id });
/** The body is the file itself (application/octet-stream); its name in the query. Answers with findings and the proposed plan. */
export const uploadImport = endpoint({ summary: 'Bring a file (request body = the file)', access: 'importData', upload: true, query: z.object({ fileName: z.string().min(1).max(255), kind: z.enum(['lines', 'customers']).optional() }), response: ImportView });
export const listImports = endpoint({ summary: 'Imports, newest first', access: 'importData', query: Paging, response: z.object({ rows: z.array(ImportView), next: z.string().nullable() }).meta({ id: 'ImportPage' }) });
export const readImport = endpoint({ summary: 'One import with its progress', access: 'importData', params, response: ImportView });
export const previewImport = endpoint({ summary: 'Headers and first rows of another sheet, header row or encoding', access: 'importData', params, body: z.object({ sheet: z.string().nullable().optional(), headerRow: z.number().int().min(0).max(200).optional(), encoding: z.string().max(40).optional(), delimiter: z.string().max(3).optional(), kind: z.enum(['lines', 'customers']).optional() }).meta({ id: 'PreviewRequest' }), response: FileFindings });
export const checkImport = endpoint({ summary: 'Dry run: read the whole file by this plan and say what would happen', access: 'importData', params, body: ImportPlan, response: ImportView });
export const commitImport = endpoint({ summary: 'Take the checked rows, all or nothing', access: 'importData', params, response: ImportView });
export const cancelImport = endpoint({ summary: 'Stop reading and throw the import away', access: 'importData', params, response: Ok });
export const undoImport = endpoint({ summary: 'Take a committed import back out', access: 'importData', params, response: ImportView });
export const listFaults = endpoint({ summary: 'Rows that could not be taken', access: 'importData', params, query: Paging, response: z.object({ rows: z.array(z.object({ seq: z.number(), row: z.number(), column: z.string(), value: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })), next: z.string().nullable() }).meta({ id: 'FaultPage' }) });
export const downloadFaults = endpoint({ summary: 'Faulty rows as CSV in the viewer\'s language', access: 'importData', params, query: z.object({ locale: LocaleName.optional() }), produces: 'text/csv' });
