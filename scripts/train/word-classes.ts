// Counts the classes of words that the sentence boundary classifier knows by their form.
import type { WordClasses } from '../../src/extract/sentences/gaps.ts';
import type { TreebankDocument } from '../evaluate/corpora.ts';

/** Tag of Universal Dependencies → letter of the class. */
const CLASS_OF_TAG: Readonly<Record<string, string>> = {
  ...{ VERB: 'V', AUX: 'A', NOUN: 'N', PRON: 'P', DET: 'D', ADP: 'I', ADJ: 'J', ADV: 'R' },
  ...{ CCONJ: 'C', SCONJ: 'S', PART: 'T', INTJ: 'H', NUM: '9', X: 'X' },
};

/** A form seen fewer times than this is left out. */
const LEAST_COUNT = 3;
/** So much of a form must stand in small letters where no sentence begins: names are left out. */
const LEAST_SMALL = 0.7;

interface Form {
  readonly tags: Map<string, number>;
  count: number;
  /** Inside sentences: in all, and in small letters. */
  inside: number;
  small: number;
}

/** Form in lower case → letter of its commonest tag, in the order of the alphabet. */
export function countWordClasses(documents: readonly TreebankDocument[]): WordClasses {
  const forms = new Map<string, Form>();
  for (const document of documents) countForms(document, forms);
  const classes = [...forms].flatMap(([form, { tags, count, inside, small }]): [string, string][] => {
    const [tag] = [...tags].reduce((best, each) => (each[1] > best[1] ? each : best));
    const name = CLASS_OF_TAG[tag];
    if (name === undefined || !/^\p{L}/u.test(form)) return [];
    // The one word that is written with a capital everywhere.
    if (form === 'i') return [[form, name]];
    return count < LEAST_COUNT || small < LEAST_SMALL * inside ? [] : [[form, name]];
  });
  return new Map(classes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countForms({ document, sentences, tokens, upos }: TreebankDocument, forms: Map<string, Form>): void {
  const starts = new Set(sentences.map(({ start }) => start));
  for (const [index, { start, end }] of tokens.entries()) {
    const word = document.text.slice(start, end);
    const lower = word.toLowerCase();
    const form = forms.get(lower) ?? { tags: new Map<string, number>(), count: 0, inside: 0, small: 0 };
    forms.set(lower, form);
    form.count += 1;
    const tag = upos[index] ?? 'X';
    form.tags.set(tag, (form.tags.get(tag) ?? 0) + 1);
    if (starts.has(start)) continue;
    form.inside += 1;
    if (word === lower) form.small += 1;
  }
}
