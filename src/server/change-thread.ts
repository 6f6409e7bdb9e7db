// Changes of a graph in a thread of their own: drawing it anew takes as long as it takes, and the page is answered
// meanwhile from the graph as it was. The thread stays: it remembers what it has read for the next change.
import type { Worker } from 'node:worker_threads';
import { addDecisions, drawGraph, undoDecisions } from '../change-graph.ts';
import { type Failure, unpackError } from '../errors.ts';
import type { Decision } from '../model/graph.ts';
import { startThread } from '../start-thread.ts';

/** What can be done to a graph from the page; each gives the decisions it is about. */
export type Change =
  | { readonly kind: 'decide'; readonly decisions: readonly Decision[]; readonly at: string; readonly draw: boolean }
  | { readonly kind: 'undo'; readonly draw: boolean }
  | { readonly kind: 'draw' };

export type Answer = { readonly decisions: readonly Decision[] } | Failure;

/** Here and now. @throws as addDecisions, undoDecisions and drawGraph */
export async function changeHere(path: string, change: Change): Promise<readonly Decision[]> {
  if (change.kind === 'undo') return undoDecisions(path, change);
  if (change.kind === 'draw') await drawGraph(path);
  else await addDecisions(path, change.decisions, change);
  return change.kind === 'decide' ? change.decisions : [];
}

/** One change after the other, in a thread that starts with the first. Close it. */
export class ChangeThread {
  readonly #path: string;
  #worker: Worker | null = null;
  /** The change at work. */
  #asked: { resolve(decisions: readonly Decision[]): void; reject(error: Error): void } | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** @throws as changeHere; Error where the thread ended, out of memory as a rule */
  change(change: Change): Promise<readonly Decision[]> {
    const result = this.#last.then(
      () =>
        new Promise<readonly Decision[]>((resolve, reject) => {
          this.#asked = { resolve, reject };
          this.#worker ??= this.#start();
          this.#worker.postMessage(change);
        }),
    );
    this.#last = result.catch(() => {});
    return result;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = startThread('./change-worker', import.meta.url, { workerData: { path: this.#path } });
    worker.on('message', (answer: Answer) => {
      if ('decisions' in answer) this.#asked?.resolve(answer.decisions);
      else this.#asked?.reject(unpackError(answer));
    });
    // The next change begins in a new one.
    const onEnd = (error: Error): void => {
      if (this.#worker === worker) this.#worker = null;
      this.#asked?.reject(error);
    };
    worker.on('error', onEnd);
    worker.on('exit', () => onEnd(new Error('The thread that changes the graph has ended.')));
    return worker;
  }
}
