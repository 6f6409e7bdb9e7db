// Lemmas from wink-nlp's tables (interim), laid over our own tokens by character offset; the tags are the encoder's.
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import type { Extraction, Token } from '../../model/extraction.ts';
import type { Step } from '../step.ts';
import { correctTags, type TaggedWord } from './correct-tags.ts';
import { CONTRACTION_TAGS, fallbackTag } from './fallback-tags.ts';

const nlp = winkNlp(winkModel, ['pos']);
const its = nlp.its;
/** The declared type of `its.lemma` does not fit `out`, which passes it the model's lemmatizer all the same. */
const LEMMA = its.lemma as unknown as typeof its.value;

/** Text given to wink at once, in UTF-16 units: its memory grows with the text. Batches end with a sentence where one does. */
const BATCH = 20_000;

/** A sentence longer than this (UTF-16 units) is no prose; its words are tagged by their shape alone. */
const LONGEST_PROSE = 200_000;

/** Runs without blanks that wink cannot take (its stack overflows): no word of a language is as long. */
const ENDLESS_WORD = /\S{120,}/gu;

interface Tag {
  readonly end: number;
  readonly upos: string;
  readonly lemma: string;
}

export const lemmasStep: Step = {
  name: 'lemmas@1',
  requires: ['tokens', 'sentences', 'tags'],
  assigns: ['lemmas'],
  run(extraction) {
    const tags = [...batches(extraction)].flatMap((batch) => tagBatch(extraction, batch));
    for (const { firstToken, lastToken } of extraction.sentences) {
      const words = tags.slice(firstToken, lastToken + 1);
      correctTags(words);
      for (const [index, word] of words.entries())
        retag(word, extraction.tokens[firstToken + index]?.upos ?? word.upos);
    }
    const tokens = extraction.tokens.map((token, index): Token => {
      return { ...token, lemma: tags[index]?.lemma ?? token.lemma };
    });
    return { ...extraction, tokens };
  },
};

interface Batch {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

function* batches({ sentences }: Extraction): Iterable<Batch> {
  let start = 0;
  let first = 0;
  for (const [index, sentence] of sentences.entries()) {
    const next = sentences[index + 1];
    if (next !== undefined && next.end - start < BATCH) continue;
    yield { start, end: sentence.end, first, last: sentence.lastToken };
    start = sentence.end;
    first = sentence.lastToken + 1;
  }
}

function tagBatch({ document, tokens }: Extraction, { start, end, first, last }: Batch): TaggedWord[] {
  const tags = tagText(document.text.slice(start, end), start);
  return tokens.slice(first, last + 1).map((token) => {
    const form = document.text.slice(token.start, token.end);
    const lower = form.toLowerCase().replace(/[’ʼ`´‘]/gu, "'");
    return { form, lower, ...tagToken(document.text, token, tags.get(token.start)) };
  });
}

/** The lemma of a word on its own, from wink's tables. */
function makeLemma(lower: string, upos: string): string {
  if (upos !== 'NOUN' && upos !== 'VERB') return lower;
  // A frame word makes wink read the word as that part of speech.
  const found = nlp
    .readDoc(upos === 'NOUN' ? `the ${lower}` : `to ${lower}`)
    .tokens()
    .out(LEMMA);
  return found.length === 2 ? (found[1] ?? lower) : lower;
}

/** Classes whose lemma depends on the class: "talks" is talk as a verb too, "meeting" is meet only as one. */
const OPEN = new Set(['NOUN', 'VERB', 'ADJ']);

/** A name keeps its spelling as lemma, and what is no name after all is written small. */
function retag(word: TaggedWord, upos: string): void {
  if (word.upos === upos) return;
  if (upos === 'PROPN') word.lemma = word.form;
  else if (word.upos === 'PROPN' || OPEN.has(upos)) word.lemma = makeLemma(word.lower, upos);
  word.upos = upos;
}

/** Start offset → what wink says of its own token there. */
function tagText(text: string, offset: number): ReadonlyMap<number, Tag> {
  if (text.length > LONGEST_PROSE) return new Map();
  const tokens = nlp.readDoc(text.replace(ENDLESS_WORD, (run) => 'x'.padEnd(run.length, ' '))).tokens();
  const values = tokens.out();
  const tags = tokens.out(its.pos) as string[];
  const lemmas = tokens.out(LEMMA);
  const found = new Map<number, Tag>();
  let place = 0;
  for (const [index, value] of values.entries()) {
    const start = text.indexOf(value, place);
    // wink rewrites a few characters; a token that is not in the text is left to the fallback.
    if (start < 0) continue;
    place = start + value.length;
    const upos = tags[index] ?? 'X';
    found.set(offset + start, { end: offset + place, upos, lemma: lemmas[index] ?? value });
  }
  return found;
}

function tagToken(text: string, token: Token, tag: Tag | undefined): { readonly upos: string; readonly lemma: string } {
  const form = text.slice(token.start, token.end);
  const contraction = CONTRACTION_TAGS.get(form.toLowerCase().replace(/[’ʼ`´‘]/gu, "'"));
  if (contraction !== undefined && isGluedToWord(text, token)) return contraction;
  if (tag === undefined || tag.end !== token.end || tag.upos === 'SPACE') return fallbackTag(form, tag?.upos);
  if (/^[\p{P}]+$/u.test(form) && tag.upos !== 'SYM') return { upos: fallbackTag(form).upos, lemma: form };
  return { upos: tag.upos, lemma: tag.upos === 'PROPN' ? form : tag.lemma };
}

function isGluedToWord(text: string, token: Token): boolean {
  return token.start > 0 && /[\p{L}\p{N}]/u.test(text[token.start - 1] ?? '');
}
