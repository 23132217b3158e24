import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDocument } from '#actions/files/documents/openDocument.ts';
import { docxOf, PAGE_BREAK, pdfOf, pptxOf, zipOf } from './documentFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitalfew-documents-'));
let count = 0;

async function pagesOf(content: Buffer | string): Promise<{ format: string; pages: { label: string; text: string }[] }> {
  const path = join(folder, `document${count++}`);
  writeFileSync(path, content);
  const document = await openDocument(path);
  return { format: document.format, pages: await Array.fromAsync(document.pages()) };
}
const refusal = (content: Buffer | string) => pagesOf(content).then(() => 'was read', (error: { reason?: string }) => error.reason ?? error);

describe('documents as pages of text', () => {
  test('PDF: a page a page', async () => {
    expect(await pagesOf(pdfOf('First page (draft)', 'Second page'))).toEqual({ format: 'pdf', pages: [{ label: '1', text: 'First page (draft)' }, { label: '2', text: 'Second page' }] });
  });
  test('Word: paragraphs, tables by tabs, pages where a page break stands', async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const { format, pages } = await pagesOf(docxOf('年度报告', '第二段', `<w:tbl><w:tr>${cell('营收')}${cell('12亿')}</w:tr></w:tbl>`, PAGE_BREAK, '第二页'));
    expect(format).toBe('docx');
    expect(pages.map((page) => page.label)).toEqual(['1', '2']);
    expect(pages[0]!.text.replaceAll(/ +/g, ' ')).toMatch(/^年度报告\n第二段\n营收 ?\t ?12亿/);
    expect(pages[1]!.text).toBe('\n第二页');
  });
  test('PowerPoint: a slide a page', async () => {
    expect(await pagesOf(pptxOf('战略\n三年翻番', 'Outlook'))).toEqual({ format: 'pptx', pages: [{ label: '1', text: '战略\n三年翻番' }, { label: '2', text: 'Outlook' }] });
  });
  test('HTML: the visible text, no script', async () => {
    const { format, pages } = await pagesOf('<!doctype html><html><head><title>t</title><script>steal()</script></head><body onload="steal()"><h1>Report &amp; outlook</h1><p>Up <b>9 %</b></p><script>document.write("x")</script><style>p{}</style></body></html>');
    expect({ format, text: pages[0]!.text }).toEqual({ format: 'html', text: 'Report & outlook\nUp 9 %' });
  });
  test('text in any encoding, in stretches that end between paragraphs', async () => {
    const gbk = Buffer.from([0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6]);
    expect((await pagesOf(gbk)).pages).toEqual([{ label: '§1', text: '年度报告' }]);
    const { pages } = await pagesOf(Array.from({ length: 300 }, (_, n) => `Paragraph ${n} ${'x'.repeat(60)}`).join('\n'));
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.every((page) => page.text.startsWith('Paragraph') && page.text.endsWith('x'))).toBe(true);
  });
});

describe('refused with the reason', () => {
  test('corrupt and cut-off files', async () => {
    const pdf = pdfOf('a', 'b');
    expect(await refusal(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(400, 7)]))).toBe('file_damaged');
    expect(await refusal(docxOf('x').subarray(0, 200))).toBe('file_damaged');
    expect(await refusal('')).toBe('file_empty');
    expect(await pagesOf(pdf)).toMatchObject({ format: 'pdf' });
  });
  test('a Word file that would unpack to gigabytes', async () => {
    const part = Buffer.alloc(210_000_000, 32);
    expect(await refusal(zipOf({ 'word/document.xml': part }))).toBe('file_bomb');
  });
  test('what is no document', async () => {
    expect(await refusal(Buffer.from([0x4d, 0x5a, 0, 1, 2, 0, 3]))).toBe('file_binary_document');
    expect(await refusal(zipOf({ 'a.txt': 'x' }))).toBe('file_binary_document');
    expect(await refusal(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]))).toBe('file_old_office');
    expect(await refusal(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('file_encrypted');
  });
});
