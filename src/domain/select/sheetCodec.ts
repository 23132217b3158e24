import type { Day } from '#domain/day.ts';
import type { ScoreModel } from './model.ts';
import { emptySheet, type ScoreSheet } from './sheet.ts';

/**
 * A score sheet as one binary block: "VFS1", length of the head, head (JSON: model, as-of, count, which columns are filled), then the
 * arrays, each starting at a multiple of 8, little-endian. Columns of indicators nobody has filled are left out.
 */
const MAGIC = 0x31534656;

interface Head {
  readonly modelVersionId: number;
  readonly asOf: Day;
  readonly count: number;
  readonly filled: readonly number[];
  readonly model: ScoreModel;
}

/** The sheet as bytes, for GET /api/portfolio/sheet. */
export function encodeSheet(sheet: ScoreSheet): Uint8Array<ArrayBuffer> {
  const head: Head = { modelVersionId: sheet.modelVersionId, asOf: sheet.asOf, count: sheet.count, filled: [...sheet.filled], model: sheet.model };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const arrays = partsOf(sheet);
  const size = arrays.reduce((at, array) => aligned(at) + array.byteLength, 8 + headBytes.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headBytes.length, true);
  bytes.set(headBytes, 8);
  let at = 8 + headBytes.length;
  for (const array of arrays) {
    at = aligned(at);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** The sheet of such bytes. Throws a RangeError when they are none or cut short. */
export function decodeSheet(bytes: ArrayBuffer | Uint8Array): ScoreSheet {
  const source = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  if (source.length < 8) throw new RangeError('not a score sheet');
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError('not a score sheet');
  const headLength = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(source.subarray(8, 8 + headLength))) as Head;
  const sheet = emptySheet(head.model, head.count, head.asOf, head.modelVersionId);
  sheet.filled.set(head.filled);
  let at = 8 + headLength;
  for (const array of partsOf(sheet)) {
    at = aligned(at);
    if (at + array.byteLength > source.length) throw new RangeError('score sheet is cut short');
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(source.subarray(at, at + array.byteLength));
    at += array.byteLength;
  }
  return sheet;
}

/** The arrays in their order on the wire, as views into the sheet: encoding reads them, decoding writes them. */
function partsOf(sheet: ScoreSheet): (Float64Array | Uint32Array | Uint16Array | Uint8Array)[] {
  const columns = [...sheet.filled].flatMap((filled, column) => {
    if (filled === 0) return [];
    const from = column * sheet.count;
    const to = from + sheet.count;
    return [sheet.points.subarray(from, to), sheet.evidence.subarray(from, to)];
  });
  return [sheet.ids, sheet.deductions, sheet.veto, sheet.lossQuarters, sheet.assumed, sheet.present, ...columns];
}

const aligned = (at: number): number => Math.ceil(at / 8) * 8;
