// Waits for something to change in files and folders, for as long as it is asked.
import { statSync, watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A file that is being written tells so several times; what comes within this time is one change. */
const SETTLE_MS = 200;
/** Hidden files, and graphs with what SQLite puts beside them: a build that writes there must not wake itself. */
const LEFT_OUT = /(?:^|[\\/])\.|\.stemma(?:-.*)?$/;

/** Ends with the signal. What changes while the caller is at work comes at once when it asks again. */
export async function* watchPaths(paths: readonly string[], signal: AbortSignal): AsyncIterable<void> {
  let isChanged = false;
  let wake = (): void => {};
  const hear = (name: string | null): void => {
    if (name !== null && LEFT_OUT.test(name)) return;
    isChanged = true;
    wake();
  };
  const watchers = paths.map((path) =>
    watch(path, { recursive: statSync(path).isDirectory(), persistent: true }, (_event, name) => hear(name)),
  );
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      if (!isChanged) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      await pause(SETTLE_MS);
      isChanged = false;
      yield;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    for (const watcher of watchers) watcher.close();
  }
}
