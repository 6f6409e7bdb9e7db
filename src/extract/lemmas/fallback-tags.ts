// Tags that need no model: parts of contractions, and the best guess from the shape of a word.

export interface WordTag {
  readonly upos: string;
  readonly lemma: string;
}

/** Second parts of contractions, apostrophes straight, lower-case. `'s` is left to the tagger: it may be a verb. */
export const CONTRACTION_TAGS: ReadonlyMap<string, WordTag> = new Map([
  ["n't", { upos: 'PART', lemma: 'not' }],
  ['nt', { upos: 'PART', lemma: 'not' }],
  ['not', { upos: 'PART', lemma: 'not' }],
  ["'m", { upos: 'AUX', lemma: 'be' }],
  ["'re", { upos: 'AUX', lemma: 'be' }],
  ["'ve", { upos: 'AUX', lemma: 'have' }],
  ["'ll", { upos: 'AUX', lemma: 'will' }],
  ["'d", { upos: 'AUX', lemma: 'would' }],
  ['na', { upos: 'PART', lemma: 'to' }],
  ['ta', { upos: 'PART', lemma: 'to' }],
]);

const SYMBOL = /^(?:[\p{S}%§#@&*/=~+]+|[<>:;=^][-'^o]?[()DPp[\]/\\|*3]+)$/u;
const PUNCTUATION = /^[\p{P}\s]+$/u;
const NUMBER = /^[\p{N}.,:/-]*\p{N}[\p{N}.,:/-]*$/u;
const ADDRESS = /@|:\/\/|^www\./;

/** Tag of a word by its shape; `hint` is what a tagger said of a word that begins at the same place. */
export function fallbackTag(form: string, hint?: string): WordTag {
  if (/^[-–—/*]+$/u.test(form)) return { upos: 'PUNCT', lemma: form };
  if (SYMBOL.test(form)) return { upos: 'SYM', lemma: form };
  if (PUNCTUATION.test(form)) return { upos: 'PUNCT', lemma: form };
  if (NUMBER.test(form)) return { upos: 'NUM', lemma: form };
  if (ADDRESS.test(form)) return { upos: 'X', lemma: form };
  if (hint !== undefined && hint !== 'SPACE' && hint !== 'PUNCT') return { upos: hint, lemma: form.toLowerCase() };
  if (/^\p{Lu}/u.test(form)) return { upos: 'PROPN', lemma: form };
  return { upos: 'NOUN', lemma: form.toLowerCase() };
}
