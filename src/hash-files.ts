// Names what a result was made by: where a byte of the code or of its tables is another, so is the name.
import type { Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

export type ReadFile = (file: URL) => Uint8Array;

/** Source as .ts, or as .js in the built program. */
export const CODE_FILES = /(?<!\.d)\.(?:ts|js)$/;

/**
 * Adds the files below a folder, each with its path below it, in one order for ever; those without an ending are left out.
 * @param wanted Tells by the path below the folder.
 */
export function hashFiles(hash: Hash, folder: URL, wanted: RegExp, read: ReadFile = readFileSync): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => wanted.test(file) && extname(file) !== '')
    .map((file) => file.replaceAll('\\', '/'));
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(read(new URL(file, folder)));
}
