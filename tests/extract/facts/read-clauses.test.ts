// What a clause takes for its object, over a tree as a parser may give it.
import { describe, expect, it } from 'vitest';
import { predicateClauses } from '../../../src/extract/facts/read-clauses.ts';
import type { Extraction, Quotation, Sentence } from '../../../src/model/extraction.ts';
import { treeOf } from './tree-of.ts';

describe('objects of a clause', () => {
  const extraction = treeOf(`
    “ PUNCT 2 punct
    We PRON 2 nsubj
    want VERB 6 ccomp
    peace NOUN 2 obj
    , PUNCT 2 punct
    ” PUNCT 2 punct
    said VERB -1 root
    Hale PROPN 2 obj
  `);
  const objects = (read: Extraction): number[] =>
    predicateClauses(read, read.sentences[0] as Sentence)
      .filter(({ head }) => head === 2)
      .flatMap((clause) => clause.objects.map(({ head }) => head));
  const spanOf = (first: number, last: number) => ({
    start: extraction.tokens[first]?.start ?? 0,
    end: extraction.tokens[last]?.end ?? 0,
  });

  it('never hold who speaks, behind words in marks and the saying', () => {
    const quotation: Quotation = { content: spanOf(1, 4), direct: true, cue: spanOf(6, 6), speaker: null };
    expect(objects({ ...extraction, quotations: [quotation] })).toEqual([3]);
    expect(objects(extraction)).toEqual([3, 7]);
  });
});
