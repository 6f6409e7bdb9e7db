// CoNLL-U: every word with its place, and no text can break the format.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractDocument, toConllu } from '../../src/extract/index.ts';
import { bareDocument } from '../../src/model/document.ts';
import { bareExtraction } from '../../src/model/extraction.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { anyCharacter } from '../helpers/any-character.ts';

const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;

const parse = async (text: string): Promise<string> =>
  toConllu(await extractDocument(bareDocument(text, { source: 'notes/a.txt' }), { ontology }));

describe('toConllu', () => {
  it('gives an empty document one line', async () => {
    expect(await parse('')).toBe('# newdoc id = notes/a.txt\n');
  });

  it('writes parts of a contraction with their own offsets', async () => {
    const rows = (await parse('Ferries don’t sail.\n\nPort shut')).split('\n').filter((line) => /^\d/.test(line));
    expect(rows.map((row) => row.split('\t')[1])).toEqual(['Ferries', 'do', 'n’t', 'sail', '.', 'Port', 'shut']);
    expect(rows.map((row) => row.split('\t')[9])).toEqual([
      'Offsets=0:7',
      'Offsets=8:10|SpaceAfter=No',
      'Offsets=10:13',
      'Offsets=14:18|SpaceAfter=No',
      'Offsets=18:19',
      'Offsets=21:25',
      'Offsets=26:30',
    ]);
    expect(rows.map((row) => row.split('\t')[3])[2]).toBe('PART');
  });

  it('stays legal for any text', async () => {
    const piece = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('\t', '\n', '\u0000', '\u0085', '# text = ', '\ud800', ' do', "n't"),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        checkFormat(await parse(value), value);
      }),
      { seed: 13, numRuns: 150 },
    );
  });

  it('keeps a hostile path on its line', () => {
    const output = toConllu(bareExtraction(bareDocument('', { source: 'a\n1\tx\u0000.txt' })));
    expect(output.split('\n')).toEqual(['# newdoc id = a 1 x .txt', '']);
  });
});

function checkFormat(output: string, text: string): void {
  const [first, ...blocks] = output.split(/(?<=\n)(?=# sent_id)/);
  expect(first).toBe('# newdoc id = notes/a.txt\n');
  for (const block of blocks) {
    expect(block.endsWith('\n\n')).toBe(true);
    const lines = block.trimEnd().split('\n');
    expect(lines[1]).toMatch(/^# text = /);
    const rows = lines.slice(2).map((line) => line.split('\t'));
    expect(rows.filter((row) => row[6] === '0')).toHaveLength(1);
    for (const [index, row] of rows.entries()) {
      expect(row).toHaveLength(10);
      expect(row.every((column) => column !== '')).toBe(true);
      expect(row[0]).toBe(String(index + 1));
      const [, start, end] = /^Offsets=(\d+):(\d+)/.exec(row[9] ?? '') ?? [];
      expect(row[1]).toBe(text.slice(Number(start), Number(end)).replace(/[\ud800-\udfff]/gu, '\ufffd'));
    }
  }
}
