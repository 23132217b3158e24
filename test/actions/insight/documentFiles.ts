import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of these parts, by hand: the tests make their own office packages, good and bad. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>, claim: Readonly<Record<string, number>> = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const numbers = (signature: number, more: number[]) => {
      const size = claim[name] ?? bytes.length;
      const head = Buffer.alloc(signature === 0x04034b50 ? 30 : 46);
      head.writeUInt32LE(signature, 0);
      const base = signature === 0x04034b50 ? 4 : 6;
      head.writeUInt16LE(20, base);
      head.writeUInt16LE(8, base + 4);
      head.writeUInt32LE(crc32(bytes), base + 10);
      head.writeUInt32LE(packed.length, base + 14);
      head.writeUInt32LE(size, base + 18);
      head.writeUInt16LE(title.length, base + 22);
      if (more.length > 0) head.writeUInt32LE(more[0]!, 42);
      return head;
    };
    const entry = Buffer.concat([numbers(0x04034b50, []), title, packed]);
    local.push(entry);
    central.push(Buffer.concat([numbers(0x02014b50, [at]), title]));
    at += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
export const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

export function docxOf(...body: readonly string[]): Buffer {
  return zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body.map((one) => (one.startsWith('<') ? one : paragraph(one))).join('')}</w:body></w:document>` });
}

export function pptxOf(...slides: readonly string[]): Buffer {
  const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  return zipOf({
    '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': `<p:presentation ${A}/>`,
    ...Object.fromEntries(slides.map((text, n) => [`ppt/slides/slide${n + 1}.xml`, `<p:sld ${A}>${text.split('\n').map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join('')}</p:sld>`])),
  });
}

/** A PDF of one text line a page, in a standard font. */
export function pdfOf(...pages: readonly string[]): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, n) => `${4 + n * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, n) => {
      const stream = `BT /F1 12 Tf 72 720 Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
      return [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + n * 2} 0 R >>`, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`];
    }),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}
