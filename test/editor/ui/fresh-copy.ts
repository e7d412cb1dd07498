import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Copies a folder to a new place that nothing else uses. */
export function freshCopy(from: string): { readonly folder: string; remove(): void } {
  const base = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
  const folder = path.join(base, path.basename(from));
  cpSync(from, folder, { recursive: true });
  return { folder, remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }) };
}
