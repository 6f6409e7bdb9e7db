// How V8 compiles what extraction runs.
import { setFlagsFromString } from 'node:v8';

/**
 * Extraction is thousands of functions that each run a little, many of them closures made anew for a text. V8 forgets the
 * optimised code of closures at each collection of the old space and compiles them again: a quarter of all processor time.
 * So a function has to run fifteen times as long before it is optimised, less is compiled into it, and a thread's space for
 * young objects starts as large as it would grow. Takes effect for the whole process, its threads too; harmless where it is
 * set again.
 */
export function setEngineOptions(): void {
  for (const flag of [
    '--interrupt-budget=1000000',
    '--max-inlined-bytecode-size-cumulative=300',
    '--min-semi-space-size=16',
  ])
    setFlagsFromString(flag);
}
