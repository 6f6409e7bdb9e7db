// Python with networkx and igraph, in an environment of its own: the readers that our users' notebooks have.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KnownError } from '../../src/errors.ts';
import { CACHE, findProgram, installPackages, runProgram, succeeds } from './command.ts';
import type { Tool } from './tool.ts';

const HOME = join(CACHE, 'python');
const PYTHON = join(HOME, 'bin', 'python');
const READY = join(HOME, 'ready');
const REQUIREMENTS = ['networkx>=3.2,<4', 'igraph>=0.11,<2'] as const;
const HINT = 'Install Python 3.10 or newer with venv and pip, and let pip reach PyPI (Debian: python3-venv).';

/**
 * Absolute path of a Python that imports networkx and igraph.
 * @throws KnownError tool-missing
 */
export function findPython(): string {
  const path = python.find();
  if (path !== null) return path;
  throw new KnownError(
    'tool-missing',
    `provision: expected Python with networkx and igraph at ${PYTHON}, found none.`,
    'Run `npx tsx scripts/provision/main.ts`.',
  );
}

export const python: Tool = {
  name: 'Python with networkx and igraph',
  find: () =>
    existsSync(PYTHON) && existsSync(READY) && readFileSync(READY, 'utf8') === REQUIREMENTS.join('\n') ? PYTHON : null,
  install() {
    if (findProgram('python3') === null || !succeeds('python3', ['-c', 'import ensurepip, venv'])) {
      installPackages(['python3-venv'], HINT);
    }
    rmSync(HOME, { recursive: true, force: true });
    runProgram('python3', ['-m', 'venv', HOME], HINT);
    runProgram(PYTHON, ['-m', 'pip', 'install', '--quiet', ...REQUIREMENTS], HINT);
    runProgram(PYTHON, ['-c', 'import networkx, igraph'], HINT);
    writeFileSync(READY, REQUIREMENTS.join('\n'));
  },
};
