// Works out what a build looks at and what it leaves as it was; pure.
import { sep } from 'node:path';
import { isOfEngine } from './extraction-version.ts';
import type { GraphState, Place } from './graph-store.ts';

export interface Scope {
  /** Absolute paths to list and to remember, sorted. */
  readonly roots: readonly string[];
  /** Absolute paths, sorted: what lies in them is read anew, the rest of the roots stays as it was. */
  readonly given: readonly string[];
}

/** True where `path` is `folder` or lies below it. Both absolute. */
export function liesIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * The graph is made to match the paths given (absolute). A path strictly inside a remembered one updates only that part,
 * and is listed from the remembered path, so that every source stays what it was. Where the graph was made by another
 * engine (extractor or ontology), everything is read anew: one graph is never drawn from two.
 */
export function planScope(before: GraphState, given: readonly string[], engine: string): Scope {
  const outermost = [...new Set(given)].filter((path) => !given.some((other) => other !== path && liesIn(path, other)));
  const around = (path: string): string | undefined => before.paths.find((root) => root !== path && liesIn(path, root));
  const isPart = outermost.every((path) => around(path) !== undefined);
  const roots = [...new Set(isPart ? before.paths : outermost.map((path) => around(path) ?? path))].sort();
  const isSameEngine = before.documents.every(({ version }) => isOfEngine(version, engine));
  return { roots, given: isSameEngine ? outermost.sort() : roots };
}

/** Of all files below the roots those to read: in the paths given, or with a source that is no longer what it was. */
export function filesToRead<File extends Place>(before: GraphState, { given }: Scope, files: readonly File[]): File[] {
  const sources = new Map<string, string[]>();
  for (const { path, source } of before.documents.flatMap(({ places }) => places)) {
    sources.set(path, [...(sources.get(path) ?? []), source]);
  }
  // A record of a file has the source of the file in front: `feed.jsonl/3`.
  const isRenamed = ({ path, source }: Place): boolean =>
    (sources.get(path) ?? []).some((known) => known !== source && !known.startsWith(`${source}/`));
  return files.filter((file) => given.some((part) => liesIn(file.path, part)) || isRenamed(file));
}
