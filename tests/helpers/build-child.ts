// Runs as a process of its own: builds a graph, tells its parent of each progress event, and kills itself at one of them.
import { buildGraph } from '../../src/build-graph.ts';

const [folder = '', graphPath = '', deathAt = '0'] = process.argv.slice(2);

let events = 0;
await buildGraph({
  paths: [folder],
  graphPath,
  onProgress: ({ phase }) => {
    events += 1;
    process.send?.({ events, phase });
    if (events === Number(deathAt)) process.kill(process.pid, 'SIGKILL');
  },
});
process.disconnect?.();
