// What is told of documents that cannot be read, or only in part: each file, but not each of its thousand records.
import { expect, it } from 'vitest';
import { troubleLines } from '../../src/cli/trouble-lines.ts';
import type { Note } from '../../src/model/document.ts';
import type { ReadFailure } from '../../src/model/reader.ts';

const failure = (source: string): ReadFailure => ({ source, message: `read: ${source} is torn`, hint: 'Mend it.' });
const note = (source: string, level: Note['level'] = 'warning') => ({
  source,
  note: { level, code: 'no-text', span: null, text: 'There is no text.' } as Note,
});

it('names each file that failed, and of one with many records the first three', () => {
  const records = Array.from({ length: 9 }, (_, record) => failure(`feed.jsonl/${record + 1}`));
  expect(troubleLines({ failures: [failure('a.pdf'), ...records, failure('b/2031')], notes: [] })).toEqual([
    'Not read: a.pdf: a.pdf is torn. Mend it.',
    ...[1, 2, 3].map((record) => `Not read: feed.jsonl/${record}: feed.jsonl/${record} is torn. Mend it.`),
    'Not read: 6 more in feed.jsonl.',
    'Not read: b/2031: b/2031 is torn. Mend it.',
  ]);
});

it('does so with notes, of which only warnings are told', () => {
  const rows = Array.from({ length: 5 }, (_, row) => note(`table.csv/${row + 1}`));
  expect(troubleLines({ failures: [], notes: [...rows, note('c.txt', 'info')] })).toEqual([
    ...[1, 2, 3].map((row) => `Note on table.csv/${row}: There is no text.`),
    'Note on 2 more in table.csv.',
  ]);
});
