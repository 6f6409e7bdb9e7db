// Whose deed an infinitive is, over trees as a parser may give them.
import { describe, expect, it } from 'vitest';
import { subjectHeads } from '../../../src/extract/facts/subjects.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { treeOf } from './tree-of.ts';

describe('subjects of infinitives', () => {
  const sentence = (verb: string): Extraction =>
    treeOf(`
      Hale PROPN 1 nsubj
      ${verb} VERB -1 root
      people NOUN 1 obj
      to PART 4 mark
      leave VERB 1 advcl
    `);

  it('are the objects of verbs of bidding, although a parser may see a purpose', () => {
    expect(subjectHeads(sentence('urged'), 4)).toEqual([2]);
  });

  it('are the subject where it is a purpose', () => {
    expect(subjectHeads(sentence('used'), 4)).toEqual([0]);
  });
});
