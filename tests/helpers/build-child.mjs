// Runs as a process of its own, from the built program: builds a graph, tells its parent of each progress event, kills
// itself at one of them if asked. Its messages are ChildMessage of built-program.ts.
import { buildGraph, openGraph } from '../../dist/build-graph.js';
import { KnownError } from '../../dist/errors.js';

const [task = '', folder = '', graphPath = '', deathAt = '0'] = process.argv.slice(2);
const tell = (message) => process.send?.(message);

/** The rights of a person who owns nothing here: root may write everywhere. */
if (task.endsWith('-as-nobody') && process.getuid?.() === 0) process.seteuid?.(65_534);

try {
  if (task.startsWith('read')) {
    const view = openGraph(graphPath);
    tell({ end: `${view.counts.documents} documents, ${[...view.claims()].length === view.counts.claims}` });
    view.close();
  } else {
    let events = 0;
    await buildGraph({
      paths: [folder],
      graphPath,
      onProgress: () => {
        events += 1;
        tell({ events });
        if (events === Number(deathAt)) process.kill(process.pid, 'SIGKILL');
      },
    });
    tell({ end: 'done' });
  }
} catch (cause) {
  if (!(cause instanceof KnownError)) throw cause;
  tell({ end: cause.code, why: cause.message });
}
if (process.getuid?.() === 0) process.seteuid?.(0);
process.disconnect?.();
