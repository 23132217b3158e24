import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '#actions/files/openTable.ts';
import type { TableChoice } from '#actions/files/table.ts';
import { zipOf } from '#actions/files/zipWriter.ts';
import type { Cell } from '#domain/select/cell.ts';
import { Refusal } from '#domain/refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitalfew-files-'));
let files = 0;

/** Writes bytes to a file of its own and gives the path. */
export function fileOf(bytes: Uint8Array | string, name = 'file.csv'): string {
  const path = join(folder, `${++files}-${name}`);
  writeFileSync(path, bytes);
  return path;
}

export async function zipped(parts: Record<string, string | Iterable<string>>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(zipOf(Object.entries(parts).map(([name, text]) => ({ name, text: typeof text === 'string' ? [text] : text })))));
}

/** A workbook by its XML: `sheets` are the insides of <sheetData>, or whole worksheets. */
export async function workbook(sheets: Record<string, string | Iterable<string>>, more: { parts?: Record<string, string>; states?: Record<string, string>; properties?: string } = {}): Promise<Buffer> {
  const names = Object.keys(sheets);
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const extra = Object.keys(more.parts ?? {}).map((path, n) => `<Relationship Id="x${n}" Type="${rels}/${path.split('/').pop()!.replace('.xml', '')}" Target="${path.replace('xl/', '')}"/>`).join('');
  return zipped({
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${rels}">${more.properties ?? ''}<sheets>${names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"${more.states?.[name] ? ` state="${more.states[name]}"` : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${rels}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}${extra}</Relationships>`,
    ...more.parts,
    ...Object.fromEntries(names.map((name, n) => {
      const inside = sheets[name]!;
      return [`xl/worksheets/sheet${n + 1}.xml`, typeof inside === 'string' && !inside.startsWith('<?xml') && !inside.includes('<sheetData') ? `<worksheet><sheetData>${inside}</sheetData></worksheet>` : inside];
    })),
  });
}

/** All cells by row (index 0 = row 1), as they were read. */
export async function cellsOf(path: string, choice: TableChoice = {}): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const batch of (await openTable(path, path, choice)).rows()) {
    for (const { row, cells } of batch) {
      while (rows.length < row - 1) rows.push([]);
      rows.push([...cells]);
    }
  }
  return rows;
}

/** The refusal of a file, when opening or when reading it to the end. */
export async function refusalOf(path: string, name = path): Promise<Refusal> {
  try {
    for await (const _ of (await openTable(path, name)).rows()) { /* to the end */ }
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}
