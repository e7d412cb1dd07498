// What is in a package, read without any program.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** Where the package is, from the project's folder; `npm test` and `npm run package` make it. */
export const vsixPath = 'dist/call-center-xml.vsix';

/**
 * Reads a VSIX, which is a ZIP archive, whole.
 *
 * @returns {ReadonlyMap<string, Buffer>} the content of every file of the extension, by its path inside the extension
 */
export function readVsix() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const [name, content] of unzip(readFileSync(vsixPath))) {
    if (name.startsWith('extension/')) files.set(name.slice('extension/'.length), content);
  }
  return files;
}

/**
 * Signatures and offsets as in the ZIP format (APPNOTE 4.3.7, 4.3.12, 4.3.16); the archives are small and not split.
 *
 * @param {Buffer} zip
 * @returns {ReadonlyMap<string, Buffer>}
 */
function unzip(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${vsixPath} is no ZIP archive.`);
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10);
    const packedSize = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + packedSize);
    if (method !== 0 && method !== 8) throw new Error(`${name} is packed by method ${method}.`);
    files.set(name, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
