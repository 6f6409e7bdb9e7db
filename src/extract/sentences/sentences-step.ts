// Second step: groups tokens into sentences; every token lies in exactly one.
import type { Sentence, Token } from '../../model/extraction.ts';
import type { Step } from '../step.ts';
import { endsSentence } from './ends-sentence.ts';

/** A stretch without any sentence end is cut here (tokens), so that later steps stay bounded. */
const LONGEST_SENTENCE = 4_000;

export const sentencesStep: Step = {
  name: 'sentences@1',
  requires: ['tokens'],
  assigns: ['sentences'],
  run(extraction) {
    const { text } = extraction.document;
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    let first = 0;
    for (const [index, token] of extraction.tokens.entries()) {
      tokens.push({
        ...token,
        sentence: sentences.length,
        head: index === first ? -1 : first,
        deprel: index === first ? 'root' : 'dep',
      });
      const last = index === extraction.tokens.length - 1;
      if (!last && index - first + 1 < LONGEST_SENTENCE && !endsSentence(text, extraction.tokens, index)) continue;
      const start = extraction.tokens[first]?.start ?? 0;
      sentences.push({ start, end: token.end, index: sentences.length, firstToken: first, lastToken: index });
      first = index + 1;
    }
    return { ...extraction, sentences, tokens };
  },
};
