// What counts in typed relations: pairs that must stay unrelated, and all of the gold that one relation of ours says.
import { describe, expect, it } from 'vitest';
import type { AnnotatedDocument } from '../../scripts/evaluate/annotated.ts';
import { judgeRelations, statedRelations, toldRelations } from '../../scripts/evaluate/match-relations.ts';
import { countUnrelated } from '../../scripts/evaluate/measures/text-relations.ts';
import { bareDocument } from '../../src/model/document.ts';
import { bareExtraction, type Extraction, type Mention, type Relation } from '../../src/model/extraction.ts';
import type { MentionId } from '../../src/model/id.ts';

const TEXT = 'Ada Quill is a Dane born in 1971 near Torva.';
const DANE = { start: 15, end: 19 };

function mentionOf(words: string): Mention {
  const start = TEXT.indexOf(words);
  return { id: words as MentionId, start, end: start + words.length } as Mention;
}

/** Ada Quill, who is "a Dane" too, with one relation. */
function extractionOf(object: string, type: string): Extraction {
  const mentions = ['Ada Quill', 'a Dane', '1971', 'Torva'].map(mentionOf);
  const chain = { id: 'ada', mentionIds: ['Ada Quill', 'a Dane'] };
  const relation = { subject: 'Ada Quill', object, type, score: 0.9 } as unknown as Relation;
  return {
    ...bareExtraction(bareDocument(TEXT)),
    sentences: [{ index: 0, start: 0, end: TEXT.length, firstToken: 0, lastToken: 0 }],
    mentions,
    chains: [chain] as unknown as Extraction['chains'],
    relations: [relation],
  };
}

const GOLD: AnnotatedDocument = {
  document: bareDocument(TEXT),
  mentions: [mentionOf('Ada Quill'), DANE, mentionOf('1971'), mentionOf('Torva')].map(({ start, end }, entity) => ({
    ...{ start, end, entity, type: 'Other', allowed: ['Other'], kind: 'name' },
  })),
  relations: new Set(['0 BORN_ON 2']),
  exhaustive: new Set(['BORN_ON', 'BORN_IN']),
  open: new Set(),
};

function unrelatedOf(extraction: Extraction) {
  return countUnrelated(extraction, GOLD, judgeRelations(extraction, GOLD, statedRelations(extraction), false));
}

describe('countUnrelated', () => {
  it('counts no edge of an entity that a mention of another overlaps', () => {
    expect(unrelatedOf(extractionOf('1971', 'BORN_ON'))).toMatchObject({ correct: 5, found: 5 });
  });

  it('counts a wrong edge', () => {
    expect(unrelatedOf(extractionOf('Torva', 'BORN_IN'))).toMatchObject({ correct: 3, found: 5 });
  });
});

describe('toldRelations', () => {
  it('finds all relations of the gold that one of ours says', () => {
    const gold = { ...GOLD, relations: new Set(['0 BORN_ON 2', '1 BORN_ON 2', '3 BORN_ON 2']) };
    const extraction = extractionOf('1971', 'BORN_ON');
    const judged = judgeRelations(extraction, gold, statedRelations(extraction), false);
    expect(judged).toHaveLength(1);
    expect([...toldRelations(extraction, gold, judged)]).toEqual(['0 BORN_ON 2', '1 BORN_ON 2']);
  });
});
