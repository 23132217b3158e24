import type { Cell } from '#domain/select/cell.ts';
import type { DateSystem } from '#domain/select/readDay.ts';

/** Some rows of a file, in order. `row` is what Excel shows beside it (1-based). */
export type Batch = readonly { readonly row: number; readonly cells: readonly Cell[] }[];

/** What a person chose over what was found. */
export interface TableChoice {
  readonly sheet?: string | null;
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** An opened file: what it is, and its rows as a stream that never holds more than a batch. */
export interface Table {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string;
  readonly delimiter: string;
  readonly size: number;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number | null }[];
  readonly sheet: string | null;
  readonly dateSystem: DateSystem;
  rows(): AsyncGenerator<Batch, void>;
  /** Bytes of the file read so far (compressed ones for XLSX), for progress. */
  bytesRead(): number;
}

/** Limits beyond which a file is refused: what an honest export never reaches. */
export const LIMITS = {
  rows: 16_000_000,
  columns: 2_000,
  cellLength: 100_000,
  /** Characters of a row of a CSV; beyond it a quotation mark has gone astray. */
  recordLength: 4_000_000,
  /** Unpacked bytes of an XLSX, and how many times its packed size that may be (beyond 100 MB). */
  unpacked: 8_000_000_000,
  ratio: 150,
  ratioFrom: 100_000_000,
  sharedStrings: 400_000_000,
  entries: 5_000,
} as const;
