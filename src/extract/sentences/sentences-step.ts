// Second step: groups tokens into sentences; every token lies in exactly one.
import { changeToken, type Sentence, type Token, withLayers } from '../../model/extraction.ts';
import type { Step } from '../step.ts';
import { splitSentences } from './split-sentences.ts';

export const sentencesStep: Step = {
  name: 'sentences@1',
  requires: ['tokens'],
  assigns: ['sentences'],
  run(extraction) {
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    for (const { first, last } of splitSentences(extraction.document.text, extraction.tokens)) {
      const members = extraction.tokens.slice(first, last + 1);
      const sentence = sentences.length;
      for (const token of members) {
        const isRoot = token.index === first;
        tokens.push(changeToken(token, { sentence, head: isRoot ? -1 : first, deprel: isRoot ? 'root' : 'dep' }));
      }
      const start = members[0]?.start ?? 0;
      const end = members.at(-1)?.end ?? start;
      sentences.push({ start, end, index: sentence, firstToken: first, lastToken: last });
    }
    return withLayers(extraction, { sentences, tokens });
  },
};
