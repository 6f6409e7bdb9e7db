// First step: the words of the document. Until sentences and tags are known each token stands in one legal tree.
import type { Document, Note } from '../../model/document.ts';
import { type Token, withLayers } from '../../model/extraction.ts';
import type { Step } from '../step.ts';
import { splitTokens } from './split-tokens.ts';

/** UTF-16 units of one document that are looked at: about a million words, so that memory stays bounded. */
export const LONGEST_TEXT = 5_000_000;

export const tokensStep: Step = {
  name: 'tokens@1',
  requires: [],
  assigns: ['tokens'],
  run(extraction) {
    const { document } = extraction;
    const spans = splitTokens(document.text, 0, Math.min(document.text.length, LONGEST_TEXT));
    const tokens: Token[] = spans.map(({ start, end }, index) => ({
      start,
      end,
      index,
      sentence: 0,
      upos: 'X',
      lemma: document.text.slice(start, end),
      head: index === 0 ? -1 : 0,
      deprel: index === 0 ? 'root' : 'dep',
    }));
    return withLayers(extraction, { document: withNote(document), tokens });
  },
};

function withNote(document: Document): Document {
  if (document.text.length <= LONGEST_TEXT) return document;
  const note: Note = {
    level: 'warning',
    code: 'text-cut',
    span: { start: LONGEST_TEXT, end: document.text.length },
    text: `Only the first ${LONGEST_TEXT.toLocaleString('en')} characters were looked at; split the document to read the rest.`,
  };
  return { ...document, notes: [...document.notes, note] };
}
