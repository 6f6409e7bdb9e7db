// An extraction of so many sentences of so many words, without any layer but tokens and sentences.
import { makeDocument } from '../../../scripts/evaluate/corpora.ts';
import { bareExtraction, type Extraction } from '../../../src/model/extraction.ts';

/** Words are "w", a space after each. */
export function splitSentence(sentences: number, words: number): Extraction {
  const total = sentences * words;
  return {
    ...bareExtraction(makeDocument('test', 'w '.repeat(total))),
    sentences: Array.from({ length: sentences }, (_, index) => ({
      index,
      start: index * words * 2,
      end: (index + 1) * words * 2 - 1,
      firstToken: index * words,
      lastToken: (index + 1) * words - 1,
    })),
    tokens: Array.from({ length: total }, (_, index) => ({
      index,
      start: index * 2,
      end: index * 2 + 1,
      sentence: Math.floor(index / words),
      upos: 'X',
      lemma: 'w',
      head: index % words === 0 ? -1 : index - 1,
      deprel: index % words === 0 ? 'root' : 'dep',
    })),
  };
}
