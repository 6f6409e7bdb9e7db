// Runs the layout: in a worker file, in a worker from the page itself (exported file), else in slices on the page.
import type { Facts } from './facts.ts';
import { type LayoutInput, startLayout } from './layout-steps.ts';
import type { LayoutMessage } from './layout-worker.ts';
import { nodeRadius } from './look.ts';

const SLICE_MS = 12;
/** On the page each sight of the work delays it: a few a second are enough. */
const SIGHT_MS = 250;

/** A worker that has said nothing for so long will not: some browsers block it without an error. */
const SILENCE_MS = 4000;

/** `where` tells who works: a worker, or the page itself. */
export type OnPositions = (message: LayoutMessage, where: 'worker' | 'page') => void;

/** Calls back with growing progress until `done`. Returns what stops it. */
export function runLayout(facts: Facts, onPositions: OnPositions): () => void {
  const input = layoutInput(facts);
  try {
    const worker = openWorker();
    let fallback: (() => void) | null = null;
    const giveUp = (): void => {
      worker.terminate();
      fallback ??= runInSlices(input, onPositions);
    };
    const silence = setTimeout(giveUp, SILENCE_MS);
    worker.onmessage = ({ data }: MessageEvent<LayoutMessage>) => {
      clearTimeout(silence);
      onPositions(data, 'worker');
      if (data.done) worker.terminate();
    };
    worker.onerror = () => {
      clearTimeout(silence);
      giveUp();
    };
    worker.postMessage(input);
    return () => {
      clearTimeout(silence);
      worker.terminate();
      fallback?.();
    };
  } catch {
    return runInSlices(input, onPositions);
  }
}

/** Only what has an edge pulls; weight grows slowly with the number of claims. */
export function layoutInput(facts: Facts): LayoutInput {
  const { left, right, start } = facts.pairs;
  const drawn = Array.from(left.keys()).filter((pair) => left[pair] !== right[pair]);
  return {
    ids: facts.payload.entities.id,
    radius: Float32Array.from({ length: facts.entityCount }, (_, entity) => nodeRadius(facts, entity)),
    left: Int32Array.from(drawn, (pair) => left[pair] ?? 0),
    right: Int32Array.from(drawn, (pair) => right[pair] ?? 0),
    weight: Float32Array.from(drawn, (pair) => 1 + Math.log2((start[pair + 1] ?? 0) - (start[pair] ?? 0))),
  };
}

function openWorker(): Worker {
  const inlined = document.getElementById('layout-worker')?.textContent;
  if (inlined) {
    const address = URL.createObjectURL(new Blob([inlined], { type: 'text/javascript' }));
    return new Worker(address);
  }
  return new Worker(new URL('./layout-worker.ts', import.meta.url));
}

function runInSlices(input: LayoutInput, onPositions: OnPositions): () => void {
  const run = startLayout(input);
  let stopped = false;
  let seen = Number.NEGATIVE_INFINITY;
  const slice = (): void => {
    if (stopped) return;
    const until = performance.now() + SLICE_MS;
    let moving = true;
    while (moving && performance.now() < until) moving = run.step();
    if (!moving || performance.now() - seen > SIGHT_MS) {
      onPositions({ positions: run.positions(), progress: run.progress(), done: !moving }, 'page');
      seen = performance.now();
    }
    if (moving) setTimeout(slice);
  };
  setTimeout(slice);
  return () => {
    stopped = true;
  };
}
