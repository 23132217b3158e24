const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffff_ffff) >>> 0;
}

/** 1980-01-01, the first day the format knows: the same map gives the same bytes. */
const DOS_DATE = 0x0021;
/** Names are UTF-8. */
const FLAGS = 0x0800;

/** A ZIP package of texts, stored as they are (a slide is some hundred kilobytes): the server's writer needs Node, and a picture of people need not travel. */
export function storedZip(parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const files = Object.entries(parts).map(([name, text]) => ({ name: encoder.encode(name), data: encoder.encode(text) }));
  const size = files.reduce((sum, { name, data }) => sum + 30 + 46 + 2 * name.length + data.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put16 = (value: number): void => { view.setUint16(at, value, true); at += 2; };
  const put32 = (value: number): void => { view.setUint32(at, value, true); at += 4; };
  const putBytes = (value: Uint8Array): void => { bytes.set(value, at); at += value.length; };
  const places: { at: number; crc: number }[] = [];
  for (const { name, data } of files) {
    const crc = crcOf(data);
    places.push({ at, crc });
    put32(0x0403_4b50);
    for (const value of [20, FLAGS, 0, 0, DOS_DATE]) put16(value);
    for (const value of [crc, data.length, data.length]) put32(value);
    put16(name.length);
    put16(0);
    putBytes(name);
    putBytes(data);
  }
  const start = at;
  files.forEach(({ name, data }, n) => {
    put32(0x0201_4b50);
    for (const value of [20, 20, FLAGS, 0, 0, DOS_DATE]) put16(value);
    for (const value of [places[n]!.crc, data.length, data.length]) put32(value);
    for (const value of [name.length, 0, 0, 0, 0]) put16(value);
    put32(0);
    put32(places[n]!.at);
    putBytes(name);
  });
  const directory = at - start;
  put32(0x0605_4b50);
  for (const value of [0, 0, files.length, files.length]) put16(value);
  put32(directory);
  put32(start);
  put16(0);
  return bytes;
}
