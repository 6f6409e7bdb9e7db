// Starts a thread with a module beside the one that asks, built or from source.
import { Worker, type WorkerOptions } from 'node:worker_threads';

const IS_SOURCE = import.meta.url.endsWith('.ts');

/** `module`: path without its extension, from the one that asks, whose address is `from`. */
export function startThread(module: string, from: string, options: WorkerOptions): Worker {
  const address = new URL(`${module}${IS_SOURCE ? '.ts' : '.js'}`, from);
  if (!IS_SOURCE) return new Worker(address, { ...options, execArgv: [] });
  // Run from source, a thread must first load what reads TypeScript: Node gives threads no loader of their own.
  const loader = import.meta.resolve('tsx/esm/api');
  const start = `import('${loader}').then(({ register }) => { register(); return import('${address.href}'); })`;
  return new Worker(start, { ...options, eval: true, execArgv: [] });
}
