// What this processor can multiply at once, on which the speed of the int8 graphs hangs.
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

/** Extensions that onnxruntime has int8 kernels for, by the flags of Linux; with VNNI or dot products they take about half the time. */
const EXTENSIONS = ['avx2', 'avx_vnni', 'avx512f', 'avx512_vnni', 'amx_int8', 'asimddp', 'i8mm'];

/** One line: model, cores, extensions; without the extensions where the system does not tell them (all but Linux). */
export function describeProcessor(): string {
  const model = cpus()[0]?.model.trim() || process.arch;
  const cores = availableParallelism();
  const flags = readFlags();
  const known =
    flags === null ? 'extensions not told' : EXTENSIONS.filter((name) => flags.has(name)).join(' ') || 'none';
  return `${model}, ${cores} core${cores > 1 ? 's' : ''}, ${known}`;
}

function readFlags(): ReadonlySet<string> | null {
  try {
    const line = /^(?:flags|Features)\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1];
    return line === undefined ? null : new Set(line.trim().split(/\s+/));
  } catch {
    return null; // no such file but on Linux
  }
}
