// What is listed of a folder, and what is told of what cannot be read there.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { listFiles, readListed } from '../../src/read/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'stemma-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes an empty path, as of an unset variable, for no folder', async () => {
  await expect(listFiles([''])).rejects.toMatchObject({ code: 'path-missing' });
});

it('tells of links that they are not followed, out of the folder or round in it; hidden ones say nothing', async () => {
  const docs = join(folder, 'docs');
  mkdirSync(docs);
  writeFileSync(join(folder, 'outside.txt'), 'Ada Quill left Torva.');
  writeFileSync(join(docs, 'a.txt'), 'Boris Hale stayed.');
  symlinkSync(join(folder, 'outside.txt'), join(docs, 'b.txt'));
  symlinkSync('..', join(docs, 'round'));
  symlinkSync('/nowhere', join(docs, '.lock'));
  const entries = await listFiles([docs]);
  const results = await Promise.all(entries.map(readListed));
  expect(results.flatMap(({ documents }) => documents).map(({ source }) => source)).toEqual(['a.txt']);
  expect(results.flatMap(({ failures }) => failures)).toMatchObject([
    { source: 'b.txt', message: expect.stringContaining('found a link'), hint: expect.stringContaining('points to') },
    { source: 'round' },
  ]);
  // Whoever names a link means what it points to.
  const [named] = await listFiles([join(docs, 'b.txt')]);
  if (named === undefined) throw new Error('a file was named');
  expect((await readListed(named)).documents).toHaveLength(1);
});
