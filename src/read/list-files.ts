// The files below the paths a person names, in one order for ever.
import { lstatSync, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { KnownError } from '../errors.ts';

export interface FileEntry {
  /** Path below the PATH given, with `/`. */
  readonly source: string;
  /** Absolute path on this machine. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Its number on the disk, size and times: another text after each write. */
  readonly stamp: string;
  /** A link in a folder, which is told and not followed: it may lead out of what was named, or round in it. */
  readonly isLink?: boolean;
}

const LEFT_OUT = /^\.|\.stemma(-.*)?$/;

/**
 * All files below `paths`, sorted by source; hidden files and graphs are left out. A source that two paths share gets the name of its PATH in front.
 * @throws KnownError path-missing, path-unreadable, nothing-to-read
 */
export async function listFiles(paths: readonly string[]): Promise<readonly FileEntry[]> {
  const lists = await Promise.all(paths.map(listPath));
  const seen = new Map<string, number>();
  for (const entry of lists.flat()) seen.set(entry.source, (seen.get(entry.source) ?? 0) + 1);
  const entries = lists.flatMap((list, index) => {
    const prefix = basename(resolve(paths[index] ?? ''));
    return list.map((entry) =>
      (seen.get(entry.source) ?? 0) > 1 && entry.source !== prefix
        ? { ...entry, source: `${prefix}/${entry.source}` }
        : entry,
    );
  });
  if (entries.length === 0)
    throw new KnownError(
      'nothing-to-read',
      `read: expected documents below ${paths.map((path) => JSON.stringify(path)).join(', ')}, found no file`,
      'Put articles there (.txt, .md, .html, .eml, .pdf, .docx, .json, .csv, .zip …), or name another folder.',
    );
  const unique = new Map(entries.map((entry) => [entry.path, entry]));
  return [...unique.values()].sort((left, right) =>
    left.source < right.source ? -1 : left.source > right.source ? 1 : 0,
  );
}

async function listPath(path: string): Promise<FileEntry[]> {
  refuseEmpty([path]);
  const root = resolve(path);
  const info = await look(path, () => stat(root));
  if (!info.isDirectory()) return [{ source: basename(root), path: root, ...sayStats(info) }];
  const names = await look(path, () => readdir(root, { recursive: true, withFileTypes: true }));
  const entries: FileEntry[] = [];
  for (const name of names) {
    const isLink = name.isSymbolicLink();
    if (!name.isFile() && !isLink) continue;
    const full = join(name.parentPath ?? name.path, name.name);
    const source = full.slice(root.length + 1).split(/[\\/]/);
    if (source.some((part) => LEFT_OUT.test(part))) continue;
    const stats = await look(full, async () => lstatSync(full));
    entries.push({ source: source.join('/'), path: full, ...sayStats(stats), ...(isLink ? { isLink } : {}) });
  }
  return entries;
}

/**
 * An empty path would be the folder that one stands in; it is the value of a variable that nobody set.
 * @throws KnownError path-missing
 */
export function refuseEmpty(paths: readonly string[]): void {
  if (paths.includes(''))
    throw new KnownError(
      'path-missing',
      'read: expected a file or folder, found an empty path',
      'Name one; `.` is the folder that you are in.',
    );
}

function sayStats({ ino, size, mtimeMs, ctimeMs }: Stats): Pick<FileEntry, 'sizeBytes' | 'stamp'> {
  return { sizeBytes: size, stamp: [ino, size, mtimeMs, ctimeMs].join(' ') };
}

async function look<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isMissing)
      throw new KnownError(
        'path-missing',
        `read: expected a file or folder at ${JSON.stringify(path)}, found nothing`,
        'Check the spelling of the path.',
        cause,
      );
    throw new KnownError(
      'path-unreadable',
      `read: ${JSON.stringify(path)} cannot be opened (${cause instanceof Error ? cause.message : cause})`,
      'Check who may read it.',
      cause,
    );
  }
}
