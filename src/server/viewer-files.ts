// The built viewer, read into memory once: what is not in this list cannot be served, whatever the path says.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KnownError } from '../errors.ts';

const FOLDER = fileURLToPath(new URL('../../dist/viewer', import.meta.url));

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface ViewerFile {
  readonly body: string;
  readonly mediaType: string;
}

/** Path (`/index.html`, `/assets/…`) → file. @throws KnownError `tool-missing` where the viewer was not built. */
export function readViewerFiles(folder: string = FOLDER): ReadonlyMap<string, ViewerFile> {
  const files = new Map<string, ViewerFile>();
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const mediaType = MEDIA_TYPES[extname(entry.name)];
      if (!entry.isFile() || mediaType === undefined) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(path.slice(folder.length).replaceAll('\\', '/'), { body: readFileSync(path, 'utf8'), mediaType });
    }
  } catch (cause) {
    throw missing(folder, cause);
  }
  if (!files.has('/index.html')) throw missing(folder);
  return files;
}

function missing(folder: string, cause?: unknown): KnownError {
  return new KnownError(
    'tool-missing',
    `viewer: expected the built pages in ${folder}, found none.`,
    'Run `npm run build`.',
    cause,
  );
}
