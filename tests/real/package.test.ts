// The package as people get it: packed, installed elsewhere, run from there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ARTICLE = join(ROOT, 'data/articles/scan-0217-kyiv-shrugs.txt');
const elsewhere = mkdtempSync(join(tmpdir(), 'stemma-package-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Runs in the folder elsewhere; its standard output. */
function run(program: string, ...parameters: string[]): string {
  const env = { ...process.env, npm_config_onnxruntime_node_install: 'skip' };
  return execFileSync(program, parameters, { cwd: elsewhere, encoding: 'utf8', env, stdio: 'pipe' });
}

it('installs from its package elsewhere, and runs from it on the command line and as a library', () => {
  writeFileSync(join(elsewhere, 'package.json'), '{"name":"elsewhere","private":true,"type":"module"}');
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', elsewhere], {
    ...{ cwd: ROOT, encoding: 'utf8', stdio: 'pipe' },
  });
  const archive = join(elsewhere, packed.trim().split('\n').at(-1) ?? '');
  run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', archive);
  expect(JSON.parse(run('npx', 'stemma', 'build', ARTICLE, '--json')).documents.total).toBe(1);
  expect(run('npx', 'stemma', 'stats', '--accuracy')).toContain('token F1');
  const code = 'import { openGraph } from "stemma"; console.log(openGraph("news.stemma").counts.documents)';
  expect(run(process.execPath, '--input-type=module', '-e', code)).toBe('1\n');
});
