// A file is not read again where it holds the very bytes that were read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { holdsDocument, listFiles, readListed } from '../../src/read/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'stemma-holds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('tells bytes that are as they were from others, from records of a file, and from what is gone', async () => {
  const [text, feed] = [join(folder, 'a.txt'), join(folder, 'feed.jsonl')];
  writeFileSync(text, 'Ada Quill met Boris Hale.\n');
  writeFileSync(feed, '{"text":"Ada Quill met Boris Hale."}\n{"text":"Nobody came."}\n');
  const [entry, records] = await listFiles([folder]);
  if (entry === undefined || records === undefined) throw new Error('two files were written');
  const [document] = (await readListed(entry)).documents;
  const [record] = (await readListed(records)).documents;
  if (document === undefined || record === undefined) throw new Error('both can be read');
  expect(holdsDocument(entry, document.id)).toBe(true);
  expect(holdsDocument(records, record.id)).toBe(false);
  writeFileSync(text, 'Ada Quill met Boris Vale.\n');
  expect(holdsDocument(entry, document.id)).toBe(false);
  rmSync(text);
  expect(holdsDocument(entry, document.id)).toBe(false);
});
