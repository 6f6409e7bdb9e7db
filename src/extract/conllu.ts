// Extraction → CoNLL-U (universaldependencies.org/format.html) with the place of every word in the document.
import type { Extraction, Sentence, Token } from '../model/extraction.ts';

/** What would break a line or a column, or cannot be written as UTF-8. */
const BREAKING = /[\p{Cc}\p{Zl}\p{Zp}\u0085]|[\ud800-\udfff]/gu;

/**
 * One document: `# newdoc id`, then each sentence with `# sent_id`, `# text` and ten columns a word. MISC holds
 * `Offsets=start:end` (UTF-16 units of the document's text) and `SpaceAfter=No` where the next word of the sentence follows at once.
 * A document without words is the `# newdoc` line alone. Ends with a line feed.
 */
export function toConllu(extraction: Extraction): string {
  const { document, sentences } = extraction;
  const parts = [`# newdoc id = ${clean(document.source).trim()}\n`];
  for (const sentence of sentences) parts.push(sentenceBlock(extraction, sentence));
  return parts.join('');
}

function sentenceBlock({ document, tokens }: Extraction, sentence: Sentence): string {
  const text = clean(document.text.slice(sentence.start, sentence.end)).replace(/\s+/gu, ' ');
  const lines = [`# sent_id = ${sentence.index + 1}`, `# text = ${text}`];
  for (let index = sentence.firstToken; index <= sentence.lastToken; index++) {
    const token = tokens[index];
    if (token !== undefined) lines.push(wordRow(document.text, token, sentence, tokens[index + 1]));
  }
  return `${lines.join('\n')}\n\n`;
}

function wordRow(text: string, token: Token, sentence: Sentence, next: Token | undefined): string {
  const misc = [`Offsets=${token.start}:${token.end}`];
  if (next !== undefined && next.start === token.end) misc.push('SpaceAfter=No');
  return [
    token.index - sentence.firstToken + 1,
    column(text.slice(token.start, token.end)),
    column(token.lemma),
    token.upos,
    '_',
    '_',
    token.head < 0 ? 0 : token.head - sentence.firstToken + 1,
    token.deprel,
    '_',
    misc.join('|'),
  ].join('\t');
}

function column(value: string): string {
  const cleaned = clean(value).replace(/\s+/gu, ' ').trim();
  return cleaned === '' ? '_' : cleaned;
}

function clean(value: string): string {
  return value.replace(BREAKING, (character) => (character >= '\ud800' && character <= '\udfff' ? '\ufffd' : ' '));
}
