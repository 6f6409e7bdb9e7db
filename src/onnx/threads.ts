// How many processor threads the graphs use.
import { availableParallelism } from 'node:os';

/** All cores that this process may use; the environment variable STEMMA_THREADS (1 or more) sets another number. */
export function threadCount(environment: Readonly<Record<string, string | undefined>> = process.env): number {
  const wanted = Number.parseInt(environment['STEMMA_THREADS'] ?? '', 10);
  return wanted >= 1 ? wanted : availableParallelism();
}
