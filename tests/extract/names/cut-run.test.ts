// What a capitalised run holds.
import { describe, expect, it } from 'vitest';
import { cutRun } from '../../../src/extract/names/cut-run.ts';

describe('cutRun', () => {
  it.each([
    ['German Chancellor Ada Quill', ['demonym German', 'title Chancellor', 'person Ada Quill']],
    ['U.S. Ambassador to Easthaven', ['demonym U.S.', 'title Ambassador', 'name Easthaven']],
  ])('%s', (text, expected) => {
    const words = text.split(' ');
    const pieces = cutRun(words).map(({ kind, first, last }) => `${kind} ${words.slice(first, last + 1).join(' ')}`);
    expect(pieces).toEqual(expected);
  });
});
