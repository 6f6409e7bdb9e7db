// Texts that are longer than any article: all of it is read, and memory does not grow with the length.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 240_000 });

const CHILD = fileURLToPath(new URL('../helpers/extract-child.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stemma-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An article takes about 400 MB: weights, program and one window. */
const MOST_MEGABYTES = 1_000;

interface Found {
  readonly tokens: number;
  readonly sentences: number;
  readonly roots: number;
  readonly names: number;
  readonly notes: readonly string[];
  readonly megabytes: number;
}

async function extract(text: string): Promise<Found> {
  const file = join(folder, 'long.txt');
  writeFileSync(file, text);
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, file]);
  return JSON.parse(stdout) as Found;
}

const SURNAMES = ['Quill', 'Hale', 'Reed', 'Marsh', 'Okello', 'Brandt', 'Lindqvist'];
const PLACES = ['Bergen', 'Ghent', 'Turku', 'Leeds', 'Porto'];

/** A clause of 13 words, never the same twice. */
function clause(index: number): string {
  const one = SURNAMES[index % SURNAMES.length];
  const other = SURNAMES[(index * 3 + 1) % SURNAMES.length];
  return `Ada ${one} met ${other} in ${PLACES[index % PLACES.length]} and signed contract number ${index} there`;
}

describe('long texts', () => {
  it('reads 20,000 words in the memory of a few articles', async () => {
    const clauses = Array.from({ length: 1_600 }, (_, index) => `${clause(index)}.`);
    const found = await extract(clauses.map((each, index) => (index % 8 === 7 ? `${each}\n\n` : `${each} `)).join(''));
    expect(found.tokens).toBe(1_600 * 13);
    expect(found.sentences).toBe(1_600);
    expect(found.roots).toBe(1_600);
    expect(found.names).toBeGreaterThan(1_600 * 2);
    expect(found.megabytes).toBeLessThan(MOST_MEGABYTES);
  });

  it('reads one sentence of 3,000 words as one tree', async () => {
    const found = await extract(`${Array.from({ length: 214 }, (_, index) => clause(index)).join(', then ')}.`);
    expect(found.tokens).toBeGreaterThan(2_900);
    expect(found.sentences).toBe(1);
    expect(found.roots).toBe(1);
    expect(found.names).toBeGreaterThan(214 * 2);
    expect(found.notes).toEqual([]);
    expect(found.megabytes).toBeLessThan(MOST_MEGABYTES);
  });
});
