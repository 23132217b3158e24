import type { Cell } from '#domain/select/cell.ts';
import type { ImportKind, Parameters } from '#domain/select/importPlan.ts';
import type { DateSystem } from '#domain/select/readDay.ts';

/** One row of a table. `row` is what the person sees in the margin of Excel: 1-based, blank rows counted. */
export interface TableRow {
  readonly row: number;
  /** From column A on; a row may be shorter or longer than the headers. */
  readonly cells: readonly Cell[];
}

/** What a person (or a remembered plan) has decided about a file; what is absent is found out. */
export interface TableChoice {
  readonly sheet?: string | null;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** 0-based row of the headers. */
  readonly headerRow?: number;
  readonly kind?: ImportKind;
  /** Currency of files that name none (ISO 4217). */
  readonly currency?: string;
  readonly limits?: Partial<Limits>;
}

/** Where reading stops with a refusal, so that no file can fill memory, disk or hours. */
export interface Limits {
  /** Bytes of the file. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell; Excel itself ends at 32,767. */
  readonly cell: number;
  /** Bytes of one part of an XLSX after decompression, of all its shared strings, and how many times larger than packed. */
  readonly unpacked: number;
  readonly sharedStrings: number;
  readonly ratio: number;
  /** Parts in an XLSX. */
  readonly entries: number;
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Null until it has been counted. */
  readonly rows: number | null;
}

/** A file opened by one of the formats: how it is written, and its rows from the first on. */
export interface Source {
  readonly format: 'csv' | 'xlsx';
  /** '' for XLSX. */
  readonly encoding: string;
  readonly delimiter: string;
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string | null;
  readonly dateSystem: DateSystem;
  readonly notes: readonly { readonly code: string; readonly params: Parameters }[];
  /** All rows in batches, blank ones left out. May be called again; each call reads from the start. */
  batches(signal?: AbortSignal): AsyncIterable<readonly TableRow[]>;
  /** Part of the file read by the latest `batches`, 0–1. */
  done(): number;
}
