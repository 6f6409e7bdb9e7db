// Runs the programs that provisioning needs and finds them on PATH.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KnownError } from '../../src/errors.ts';

/** Where everything that is fetched for the tests lives; ignored by git, safe to delete. */
export const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url));

/** Absolute path of the first of the programs that PATH holds, or null. */
export function findProgram(...names: readonly string[]): string | null {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (folder !== '' && isExecutable(path)) return path;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** True where the program ran and ended with 0. */
export function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * Runs a program to its end.
 * @throws KnownError tool-missing with the last lines it printed, and the hint given.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  hint: string,
  environment: NodeJS.ProcessEnv = process.env,
): void {
  const result = spawnSync(program, args, { encoding: 'utf8', env: environment, maxBuffer: 64 * 1024 * 1024 });
  if (result.status === 0) return;
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-6).join('\n');
  throw new KnownError(
    'tool-missing',
    `provision: \`${program} ${args.join(' ')}\` should have ended well but did not (${result.status ?? result.error?.message}).\n${said}`,
    hint,
    result.error,
  );
}

/**
 * Installs packages of Debian.
 * @throws KnownError tool-missing where this is no Debian, or we are not root, or the package cannot be had.
 */
export function installPackages(packages: readonly string[], hint: string): void {
  const apt = findProgram('apt-get');
  if (apt === null || process.getuid?.() !== 0) {
    throw new KnownError(
      'tool-missing',
      `provision: ${packages.join(', ')} missing, and only root on Debian may install it.`,
      hint,
    );
  }
  // Another apt may hold the lock for a while; non-interactive, since no one is there to answer.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  runProgram(apt, [...wait, 'update', '-qq'], hint, environment);
  runProgram(apt, [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...packages], hint, environment);
}
