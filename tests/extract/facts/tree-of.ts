// A sentence with its tree, written by hand: what a parser may give.
import { bareDocument } from '../../../src/model/document.ts';
import { bareExtraction, type Extraction } from '../../../src/model/extraction.ts';

/** One sentence of `word upos head deprel` a line; heads are places in it, -1 for the root. Lemmas are the words without "d" or "s". */
export function treeOf(rows: string): Extraction {
  const cells = rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(' '));
  const text = cells.map(([word]) => word).join(' ');
  let end = -1;
  const tokens = cells.map(([word = '', upos = '', head, deprel = ''], index) => {
    const start = end + 1;
    end = start + word.length;
    return { index, sentence: 0, start, end, upos, lemma: word.replace(/[ds]$/, ''), head: Number(head), deprel };
  });
  const sentences = [{ index: 0, start: 0, end: text.length, firstToken: 0, lastToken: tokens.length - 1 }];
  return { ...bareExtraction(bareDocument(text)), tokens, sentences };
}
