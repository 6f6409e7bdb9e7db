// Extracts documents on several threads: each has its own weights and reads one document at a time, so that the results
// are those of one thread to the byte.
import type { Worker } from 'node:worker_threads';
import { type Failure, unpackError } from '../errors.ts';
import type { Document } from '../model/document.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Ontology } from '../model/ontology.ts';
import { setEngineOptions } from '../onnx/engine-options.ts';
import { startThread } from '../start-thread.ts';

/** What a thread sends back for a document. */
export type Answer = { readonly extraction: Extraction } | Failure;

interface Task {
  readonly document: Document;
  resolve(extraction: Extraction): void;
  reject(error: Error): void;
}

/** Threads that extract. Close it. */
export class ExtractionPool {
  readonly size: number;
  readonly #ontology: Ontology;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Task>();
  readonly #waiting: Task[] = [];

  /** `size`: threads, 1 or more; each takes about 300 MB. */
  constructor(size: number, ontology: Ontology) {
    this.size = size;
    this.#ontology = ontology;
    setEngineOptions();
    for (let index = 0; index < size; index += 1) this.#idle.push(this.#startWorker());
  }

  /** Waits for a free thread. @throws what extractDocument throws; Error where the thread ended, out of memory as a rule */
  extract(document: Document): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ document, resolve, reject });
      this.#handOut();
    });
  }

  /** Ends the threads, also in the middle of a document, whose promise then stays open. */
  async close(): Promise<void> {
    const workers = [...this.#idle, ...this.#busy.keys()];
    this.#busy.clear();
    this.#idle.length = 0;
    this.#waiting.length = 0;
    for (const worker of workers) worker.removeAllListeners();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #startWorker(): Worker {
    const worker = startThread('./extract-worker', import.meta.url, {
      workerData: { ontology: this.#ontology },
      env: { ...process.env, STEMMA_THREADS: '1' },
    });
    worker.on('message', (answer: Answer) => this.#finish(worker, answer));
    worker.on('error', (error) => this.#replace(worker, error));
    return worker;
  }

  #handOut(): void {
    while (this.#waiting.length > 0 && this.#idle.length > 0) {
      const worker = this.#idle.pop() as Worker;
      const task = this.#waiting.shift() as Task;
      this.#busy.set(worker, task);
      worker.postMessage(task.document);
    }
  }

  #finish(worker: Worker, answer: Answer): void {
    const task = this.#busy.get(worker);
    this.#busy.delete(worker);
    this.#idle.push(worker);
    if ('extraction' in answer) task?.resolve(answer.extraction);
    else task?.reject(unpackError(answer));
    this.#handOut();
  }

  /** A document that ends its thread fails alone; the others go on in a new one. */
  #replace(worker: Worker, error: Error): void {
    const task = this.#busy.get(worker);
    this.#busy.delete(worker);
    const place = this.#idle.indexOf(worker);
    if (place >= 0) this.#idle.splice(place, 1);
    if (task === undefined) {
      // It ended before its first document: a new one would end as well.
      for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
      return;
    }
    task.reject(error);
    this.#idle.push(this.#startWorker());
    this.#handOut();
  }
}
