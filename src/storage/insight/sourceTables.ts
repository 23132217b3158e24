import type { Day } from '#domain/day.ts';

/** A source (来源) about an account: a file, a pasted text, or a web address as a citation. */
export interface SourceTable {
  id: number;
  account_id: number;
  kind: 'file' | 'paste' | 'web';
  title: string;
  url: string | null;
  file_name: string | null;
  format: string | null;
  /** SHA-256 of the file: its name in DATA_DIR/sources. */
  content_hash: string | null;
  size: number;
  /** ISO 639-1 of most of its text. */
  language: string | null;
  /** Pages read so far. */
  pages: number;
  /** Pages it has, where the format tells. */
  page_count: number | null;
  /** Characters of text: none means a scan. */
  letters: number;
  state: 'reading' | 'ready' | 'failed';
  /** JSON { reason, message, params } of a failed one. */
  error: string | null;
  published_on: Day | null;
  added_by: string | null;
  added_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

/** The text of one page, numbered from 1. */
export interface SourcePageTable {
  source_id: number;
  page: number;
  label: string;
  text: string;
}
