import { open } from 'node:fs/promises';
import { cellText } from '#domain/select/cell.ts';
import { openXlsx } from '../xlsx.ts';
import { refused, sniffEncoding } from '../sniff.ts';
import { DOCUMENT_LIMITS, type Document, type DocumentPage } from './document.ts';
import { openDocx, openPptx, packageKind } from './office.ts';
import { openPdf } from './pdf.ts';
import { binary, openHtml, openText } from './text.ts';

const SAMPLE = 256 * 1024;
const ROWS_PER_PAGE = 100;

/** Opens a document by its content, whatever its name says. Throws Refusal('file_refused') with the exact reason. */
export async function openDocument(path: string): Promise<Document> {
  const { size, head } = await beginning(path);
  if (size === 0) throw refused('file_empty', 'The file is empty.');
  const begins = (text: string) => head.subarray(0, text.length).toString('latin1') === text;
  if (head.subarray(0, 1024).includes('%PDF-')) return await openPdf(path);
  if (begins('PK')) {
    const kind = await packageKind(path, size);
    if (kind === 'docx') return await openDocx(path, size);
    if (kind === 'pptx') return await openPptx(path, size);
    if (kind === 'xlsx') return await openWorkbook(path, size);
    throw binary();
  }
  if (begins('\xd0\xcf\x11\xe0')) {
    if (head.toString('latin1').includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')) throw refused('file_encrypted', 'The document is protected by a password. Save a copy without it and bring that.');
    throw refused('file_old_office', 'This is a file of Office 97–2003 (.doc, .ppt, .xls). Save it as .docx, .pptx or .xlsx and bring that.');
  }
  const encoding = sniffEncoding(head);
  if (!encoding.startsWith('utf-16') && head.includes(0)) throw binary();
  const text = new TextDecoder(encoding).decode(head.subarray(0, 4000));
  if (/^\s*(<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<(!doctype html|html))/i.test(text)) return openHtml(path, encoding);
  return openText(path, encoding);
}

/** A workbook's visible sheets, a hundred rows a page, cells parted by tabs. */
async function openWorkbook(path: string, size: number): Promise<Document> {
  const first = await openXlsx(path, size, {});
  const names = first.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name);
  return {
    format: 'xlsx', count: null,
    async *pages(): AsyncGenerator<DocumentPage, void> {
      for (const name of names) {
        const table = await openXlsx(path, size, { sheet: name });
        let rows: string[] = [];
        let from = 1;
        let last = 0;
        for await (const batch of table.rows()) {
          for (const { row, cells } of batch) {
            if (rows.length === ROWS_PER_PAGE) {
              yield { label: `${name}!${from}–${last}`, text: rows.join('\n').slice(0, DOCUMENT_LIMITS.pageText) };
              rows = [];
              from = row;
            }
            rows.push(cells.map(cellText).join('\t').trimEnd());
            last = row;
          }
        }
        if (rows.some((row) => row !== '')) yield { label: `${name}!${from}–${last}`, text: rows.join('\n').slice(0, DOCUMENT_LIMITS.pageText) };
      }
    },
  };
}

async function beginning(path: string): Promise<{ size: number; head: Buffer }> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const head = Buffer.alloc(Math.min(size, SAMPLE));
  await file.read(head, 0, head.length, 0);
  return { size, head };
}
