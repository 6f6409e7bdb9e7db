// Zip archives: every file inside that has a reader, as `archive.zip/path`; bombs and escapes are refused.
import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { RawFile, ReadFailure, ReadResult } from '../model/reader.ts';
import { oneFailure } from './make-document.ts';

/** What an archive may unpack to, in bytes: all of it, and one file. */
const MAX_TOTAL = 512 * 1024 * 1024;
const MAX_FILE = 64 * 1024 * 1024;
const MAX_FILES = 100_000;
const ZIP = /\.zip$/i;
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/)/;

/** By its name: bytes that are none are told as a broken one. */
export function isArchive({ source }: RawFile): boolean {
  return ZIP.test(source);
}

/** The documents of all files inside, sorted by path, each read by `read`; an archive within an archive is left out, and said so. */
export async function readArchive(file: RawFile, read: (inner: RawFile) => Promise<ReadResult>): Promise<ReadResult> {
  const failures: ReadFailure[] = [];
  let total = 0;
  let files = 0;
  const wanted = (info: UnzipFileInfo): boolean => {
    if (info.name.endsWith('/') || HIDDEN.test(info.name)) return false;
    const source = `${file.source}/${info.name}`;
    files += 1;
    total += info.originalSize;
    const reason =
      info.originalSize > MAX_FILE || total > MAX_TOTAL || files > MAX_FILES
        ? 'unpacks to more than is believed'
        : ZIP.test(info.name)
          ? 'is an archive within an archive'
          : null;
    if (reason === null) return true;
    failures.push({
      source,
      message: `read: ${JSON.stringify(source)} ${reason}`,
      hint: 'Unpack it by hand and name the folder.',
    });
    return false;
  };
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(file.bytes, { filter: wanted });
  } catch {
    return oneFailure(
      file.source,
      `read: expected a zip archive in ${JSON.stringify(file.source)}, found a broken one`,
      'Pack it again, or unpack it by hand and name the folder.',
    );
  }
  const results: ReadResult[] = [];
  for (const [name, bytes] of Object.entries(entries).sort(([left], [right]) => (left < right ? -1 : 1)))
    results.push(await read({ source: `${file.source}/${name}`, bytes }));
  return {
    documents: results.flatMap(({ documents }) => documents),
    failures: [...failures, ...results.flatMap((result) => result.failures)],
  };
}
