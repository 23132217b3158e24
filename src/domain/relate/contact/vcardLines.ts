/** A property of a card: name in capitals, parameters in lower case (`type` has all types), and its value as text, in its components. */
export interface VcardProperty {
  readonly name: string;
  readonly types: readonly string[];
  /** Parts between semicolons, unescaped. */
  readonly parts: readonly string[];
  /** The whole value, unescaped: for texts in which a semicolon is just one. */
  readonly text: string;
}

interface Line { readonly name: string; readonly parameters: ReadonlyMap<string, readonly string[]>; readonly value: string }

/**
 * The cards of a vCard file (2.1, 3.0, 4.0), property by property. `encoding` is the file's own (a name of TextDecoder); a property may
 * name another (CHARSET=GB18030). Soft line breaks of quoted-printable, folded lines, bare parameters (`TEL;CELL:`), groups
 * (`item1.TEL`), quoted parameters, LF, CR or both are read; what is no property is passed over. RFC 2426, RFC 6350, vCard 2.1 (versit, 1996).
 */
export function readVcards(bytes: Uint8Array, encoding: string): VcardProperty[][] {
  const wide = encoding.startsWith('utf-16');
  const cards: VcardProperty[][] = [];
  let card: VcardProperty[] | null = null;
  // One byte a character, so that values can be decoded each in its own character set; a wide file is text from the start.
  for (const raw of logicalLines(wide ? new TextDecoder(encoding).decode(bytes) : byteString(bytes))) {
    const line = cut(raw);
    if (!line) continue;
    const word = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN' && word === 'VCARD') card = [];
    else if (line.name === 'END' && word === 'VCARD') {
      if (card) cards.push(card);
      card = null;
    } else if (card) card.push(decoded(line, wide ? null : encoding));
  }
  return cards;
}

function byteString(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

/** Lines with what was folded joined again. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let soft = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.length - 1;
    if (soft) lines[last] = lines[last]!.slice(0, -1) + line.replace(/^[ \t](?==)/, '');
    else if (last >= 0 && /^[ \t]/.test(line)) lines[last] += line.slice(1);
    else lines.push(line);
    const now = lines[lines.length - 1]!;
    soft = now.endsWith('=') && /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(now);
  }
  return lines;
}

function cut(line: string): Line | null {
  // The first colon outside of quotes ends the name and its parameters.
  const head = /^((?:[^":]|"[^"]*")*):/.exec(line);
  if (!head) return null;
  const [name = '', ...parameters] = head[1]!.match(/(?:[^";]|"[^"]*")+/g) ?? [];
  const found = new Map<string, string[]>();
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=');
    const [key, value] = equals < 0 ? [bareParameter(parameter), parameter] : [parameter.slice(0, equals).trim().toLowerCase(), parameter.slice(equals + 1)];
    found.set(key, [...(found.get(key) ?? []), ...value.replaceAll('"', '').split(',').map((one) => one.trim().toLowerCase())]);
  }
  return { name: name.slice(name.lastIndexOf('.') + 1).trim().toUpperCase(), parameters: found, value: line.slice(head[0].length) };
}

/** vCard 2.1 writes `TEL;CELL` for `TEL;TYPE=CELL` and `;QUOTED-PRINTABLE` for `;ENCODING=QUOTED-PRINTABLE`. */
const bareParameter = (word: string): string => (/^(?:quoted-printable|base64|8bit|7bit)$/i.test(word.trim()) ? 'encoding' : 'type');

/** `encoding` null: the value is text already. */
function decoded({ name, parameters, value }: Line, encoding: string | null): VcardProperty {
  const quoted = (parameters.get('encoding') ?? []).includes('quoted-printable');
  const charset = parameters.get('charset')?.[0] ?? encoding ?? 'utf-8';
  const toText = (raw: string): string => (quoted ? decode(quotedBytes(raw), charset) : encoding === null ? raw : decode(Uint8Array.from(raw, (c) => c.charCodeAt(0)), charset));
  // In quoted-printable a semicolon between components is plain, one inside is escaped; else escapes are looked at in the text, where
  // the second byte of a Chinese character cannot be mistaken for a backslash.
  const parts = quoted ? value.split(/(?<!\\|=5C);/i).map(toText) : splitParts(toText(value));
  return { name, types: parameters.get('type') ?? [], parts: parts.map(unescaped), text: unescaped(quoted ? parts.join(';') : toText(value)) };
}

function splitParts(text: string): string[] {
  const parts: string[] = [''];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && at + 1 < text.length) parts[parts.length - 1] += text[at]! + text[++at]!;
    else if (text[at] === ';') parts.push('');
    else parts[parts.length - 1] += text[at]!;
  }
  return parts;
}

const unescaped = (text: string): string => text.replace(/\\([nN,;:\\])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter)).trim();

function quotedBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text[at] === '=' ? Number.parseInt(text.slice(at + 1, at + 3), 16) : Number.NaN;
    if (/^=[0-9a-f]{2}/i.test(text.slice(at, at + 3))) {
      bytes.push(code);
      at += 2;
    } else if (text.charCodeAt(at) < 256) bytes.push(text.charCodeAt(at));
  }
  return Uint8Array.from(bytes);
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A character set nobody knows: the text is most likely UTF-8, and a wrong name shows in the preview.
    return new TextDecoder().decode(bytes);
  }
}
