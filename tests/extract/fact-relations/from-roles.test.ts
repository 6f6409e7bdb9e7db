// Who holds a role, in trees as a parser may give them.
import { describe, expect, it } from 'vitest';
import { roleRelations } from '../../../src/extract/fact-relations/from-roles.ts';
import type { Extraction, Mention } from '../../../src/model/extraction.ts';
import { treeOf } from '../facts/tree-of.ts';
import { ontology, relationsOf } from '../read-text.ts';

function withMentions(extraction: Extraction, ends: readonly (readonly [words: string, type: string, kind: string])[]) {
  const { text } = extraction.document;
  const mentions = ends.map(([words, type, kind], place) => {
    const start = text.indexOf(words);
    const head = extraction.tokens.findIndex((token) => token.start === start);
    const base = { head, kind, type, referent: null, literal: null, score: 0.9, by: 'test@1' };
    return { ...base, id: `m${place}`, start, end: start + words.length } as unknown as Mention;
  });
  return { ...extraction, mentions };
}

it('takes neither what "and" joins for a holder, nor the place before a clause of its own', () => {
  const read = (tree: string, ends: Parameters<typeof withMentions>[1]): string[] => {
    const extraction = withMentions(treeOf(tree), ends);
    const [sentence] = extraction.sentences;
    if (sentence === undefined) throw new Error('no sentence');
    return relationsOf({ ...extraction, relations: roleRelations(extraction, sentence, ontology) });
  };
  const joined = (link: string): string => `
    Norair PROPN 1 compound
    director NOUN -1 root
    Brand PROPN 1 dep
    and CCONJ ${link} cc
    Hale PROPN 1 appos`;
  const two = [
    ['Norair', 'Organization', 'name'],
    ['Hale', 'Person', 'name'],
  ] as const;
  expect(read(joined('4'), two)).toEqual([]);
  expect(read(joined('1'), two)).toEqual(['Hale -LEADS-> Norair']);
  const part = (relation: string): string => `
    soldiers NOUN -1 root
    in ADP 2 case
    Torva PROPN 0 nmod
    most ADJ 4 ${relation}
    part NOUN 2 appos
    of ADP 6 case
    Norair PROPN 4 nmod`;
  const ends = [
    ['Torva', 'Organization', 'name'],
    ['Norair', 'Organization', 'name'],
  ] as const;
  expect(read(part('nsubj'), ends)).toEqual([]);
  expect(read(part('amod'), ends)).toEqual(['Torva -PART_OF-> Norair']);
  expect(read(part('nsubj').replace('most ADJ', 'which PRON'), ends)).toEqual(['Torva -PART_OF-> Norair']);
});

it('makes a division part of one body, whatever a parser joins to it', () => {
  const parts = (noun: string): string[] => {
    const extraction = withMentions(
      treeOf(`
        Norair PROPN 3 nsubj
        is AUX 3 cop
        a DET 3 det
        ${noun} NOUN -1 root
        of ADP 5 case
        Acme PROPN 3 nmod
        and CCONJ 7 cc
        Hale PROPN 5 conj
      `),
      [
        ['Norair', 'Organization', 'name'],
        ['Acme', 'Organization', 'name'],
        ['Hale', 'Organization', 'name'],
      ],
    );
    const [sentence] = extraction.sentences;
    if (sentence === undefined) throw new Error('no sentence');
    return relationsOf({ ...extraction, relations: roleRelations(extraction, sentence, ontology) });
  };
  expect(parts('division')).toEqual(['Norair -PART_OF-> Acme']);
  expect(parts('member')).toEqual(['Norair -MEMBER_OF-> Acme', 'Norair -MEMBER_OF-> Hale']);
});

/** Of one sentence of which the parser made two subjects; `last`: its words behind the name. */
function relationsAt(last: string): string[] {
  const extraction = withMentions(
    treeOf(`
      Its PRON 2 nmod:poss
      foreign ADJ 2 amod
      secretary NOUN 7 nsubj
      , PUNCT 4 punct
      Ada PROPN 7 nsubj
      Quill PROPN 4 flat
      ${last}
      said VERB -1 root
    `),
    [
      ['Its', 'Place', 'pronoun'],
      ['Ada Quill', 'Person', 'name'],
    ],
  );
  const [sentence] = extraction.sentences;
  if (sentence === undefined) throw new Error('no sentence');
  return [...new Set(relationsOf({ ...extraction, relations: roleRelations(extraction, sentence, ontology) }))];
}

describe('a name between commas behind a role', () => {
  it('holds it, although a parser makes two subjects of them', () => {
    expect(relationsAt(', PUNCT 2 punct')).toEqual(['Ada Quill -OFFICIAL_OF-> Its']);
  });

  it('need not hold it where no comma closes the name', () => {
    expect(relationsAt('then ADV 7 advmod')).toEqual([]);
  });
});

it('what "and" joins to a name is no apposition, although a parser makes it one', () => {
  const joined = (word: string): string[] => {
    const extraction = withMentions(
      treeOf(`
      Quill PROPN 4 nsubj
      ${word} 3 ${word.startsWith('and') ? 'cc' : 'punct'}
      the DET 3 det
      leader NOUN 0 appos
      said VERB -1 root
      of ADP 6 case
      Norway PROPN 3 nmod
    `),
      [
        ['Quill', 'Person', 'name'],
        ['Norway', 'Place', 'name'],
      ],
    );
    const [sentence] = extraction.sentences;
    return sentence === undefined
      ? []
      : relationsOf({ ...extraction, relations: roleRelations(extraction, sentence, ontology) });
  };
  expect(joined('and CCONJ')).toEqual([]);
  expect(joined(', PUNCT').length).toBe(1);
});
