// The thread of change-thread.ts: changes in, one at a time, what they were about out.
import { parentPort, workerData } from 'node:worker_threads';
import { packError } from '../errors.ts';
import { type Answer, type Change, changeHere } from './change-thread.ts';

const { path } = workerData as { readonly path: string };

parentPort?.on('message', async (change: Change) => {
  parentPort?.postMessage(await answer(change));
});

async function answer(change: Change): Promise<Answer> {
  try {
    return { decisions: await changeHere(path, change) };
  } catch (error) {
    return packError(error);
  }
}
