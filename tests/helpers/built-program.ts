// The built program (`npm run build`), for tests with several processes: what runs here is what runs there, and starts quickly.
import { fileURLToPath } from 'node:url';

const BUILT = new URL('../../dist/build-graph.js', import.meta.url).href;

export const { buildGraph, openGraph } = (await import(
  /* @vite-ignore */ BUILT
)) as typeof import('../../src/build-graph.ts');

/** `build FOLDER GRAPH [EVENT]`, `read FOLDER GRAPH`, either with `-as-nobody`. */
export const BUILD_CHILD = fileURLToPath(new URL('build-child.mjs', import.meta.url));

/** What a child tells its parent. */
export interface ChildMessage {
  /** Progress events so far. */
  readonly events?: number;
  /** Code of the error, or `done`. */
  readonly end?: string;
  readonly why?: string;
}
