import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STEPS } from '../../src/extract/extract-document.ts';
import { makeExtractorVersion } from '../../src/extract/extractor-version.ts';

describe('the version of the extractor', () => {
  it('names the steps and stays the same as long as nothing changes', () => {
    const version = makeExtractorVersion(STEPS);
    expect(version).toMatch(/^tokens@\d+\+.*\+[0-9a-f]{8}$/);
    expect(makeExtractorVersion(STEPS)).toBe(version);
    expect(makeExtractorVersion(STEPS.slice(1))).not.toBe(version);
  });

  it('reads the weights and its own code, so that it changes with them', () => {
    const read: string[] = [];
    makeExtractorVersion([], (file) => {
      read.push(file.pathname.replace(/.*\/(data|src)\//, '$1/'));
      return readFileSync(file);
    });
    expect(read).toEqual(
      expect.arrayContaining(['data/ontology.json', 'data/models/text.onnx', 'data/models/vocab.txt']),
    );
    expect(read).toEqual(
      expect.arrayContaining(['src/extract/extractor-version.ts', 'src/onnx/word-piece.ts', 'src/read/text.ts']),
    );
    expect(read.filter((file) => file.endsWith('.md') || file.endsWith('.d.ts'))).toEqual([]);
  });

  it('is another one where a single byte of any of these files is another', () => {
    const change = (name: string) => (file: URL) =>
      file.pathname.endsWith(name) ? Buffer.concat([readFileSync(file), Buffer.from(' ')]) : readFileSync(file);
    const names = ['nothing', 'text.onnx', 'offices.json', 'ontology.json', 'extract/words.ts'];
    expect(new Set(names.map((name) => makeExtractorVersion([], change(name)))).size).toBe(names.length);
  });
});
