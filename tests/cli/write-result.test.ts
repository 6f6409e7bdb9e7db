// A result that is longer than what a stream holds at once: written whole, and without a word on the reader's screen.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Terminal } from '../../src/cli/command.ts';
import { writeResult } from '../../src/cli/write-result.ts';

it('waits for a slow disk many times, and leaves no listener behind', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'stemma-')), 'graph.jsonl');
  const warnings: string[] = [];
  const listen = ({ name }: Error): number => warnings.push(name);
  process.on('warning', listen);
  const line = `${'x'.repeat(20_000)}\n`;
  await writeResult(path, { signal: new AbortController().signal } as Terminal, async (sink) => {
    for (let count = 0; count < 40; count += 1) await sink.write(line);
  });
  await new Promise((resolve) => setImmediate(resolve)); // warnings come a turn later
  process.off('warning', listen);
  expect(readFileSync(path, 'utf8')).toBe(line.repeat(40));
  expect(warnings).toEqual([]);
});
