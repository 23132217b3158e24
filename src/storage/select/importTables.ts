import type { TradeMonthTable } from '../schema.ts';

export type ImportState = 'uploaded' | 'reading' | 'checked' | 'committing' | 'committed' | 'undoing' | 'undone' | 'cancelled' | 'failed';

/** One file brought in. Its rows are visible only while `state` is committed. */
export interface ImportTable {
  id: number;
  kind: 'lines' | 'customers';
  file_name: string;
  file_size: number;
  /** Name inside DATA_DIR/uploads. */
  stored_name: string;
  file_sha256: string | null;
  state: ImportState;
  layout_hash: string | null;
  /** JSON ImportPlan: sheet, header row, encoding, mapping, match keys, exclusions. */
  plan: string | null;
  /** JSON FileFindings: what sniffing found and the proposed plan. */
  findings: string | null;
  /** JSON ImportReport of the dry run / commit. */
  report: string | null;
  /** JSON { code, params } when failed. */
  error: string | null;
  created_by: string | null;
  created_at: string;
  committed_at: string | null;
  undone_at: string | null;
  /** Newest event when it was checked: a later one that matters makes its commit check again. */
  relied_on?: number | null;
  /** Last sign of life of the process that reads it (instant): another process may only then throw it away when it is old. */
  beat_at?: string | null;
}

export interface ImportLayoutTable {
  layout_hash: string;
  plan: string;
  updated_at: string;
  updated_by: string | null;
}

/** A row (or cell) that could not be taken, with the reason as a code that is worded in the viewer's language. */
export interface ImportFaultTable {
  import_id: number;
  seq: number;
  row: number;
  column_name: string;
  value: string;
  code: string;
  params: string;
}

/** Customers an import creates or changes, kept apart until its commit; `before` is what undo puts back. */
export interface ImportAccountTable {
  import_id: number;
  account_id: number;
  change: 'create' | 'update';
  key: string;
  key_norm: string;
  name: string;
  name_norm: string;
  country: string | null;
  industry: string | null;
  before: string | null;
}

/** Customers whose lines an import brings or replaces. */
export interface ImportTouchedTable {
  import_id: number;
  account_id: number;
}

/** Live lines that an import has newer versions of; its commit marks them superseded. */
export interface ImportSupersededTable {
  import_id: number;
  line_id: number;
}

/** The monthly sums that touched customers will have once the import is committed (or undone): prepared, then swapped in. */
export interface ImportMonthTable extends TradeMonthTable {
  import_id: number;
}
