// Where wink's tags part from Universal Dependencies by rule (UD English guidelines, "AUX", "SCONJ", "PRON"): corrections
// from the words around, one function a rule, in order. Each reads the tags as they stand and gives a new tag or null.

/** A word with its tag as it stands; `form` as spelt, `lower` with straight apostrophes. */
export interface TaggedWord {
  readonly form: string;
  readonly lower: string;
  upos: string;
  lemma: string;
}

const HAVE = new Set(['have', 'has', 'had', "'ve", 'having']);
const DO = new Set(['do', 'does', 'did']);
const BETWEEN_AUX_AND_VERB = new Set(['ADV', 'PART', 'PRON', 'PROPN', 'INTJ', 'DET', 'NOUN']);
const BEFORE_GERUND = new Set(
  'of in by for with after before without about on from at since despite through than upon into against besides'.split(
    ' ',
  ),
);
const ALWAYS: ReadonlyMap<string, string> = new Map([
  ['whether', 'SCONJ'],
  ['although', 'SCONJ'],
  ['if', 'SCONJ'],
  ['everything', 'PRON'],
  ['everyone', 'PRON'],
  ['everybody', 'PRON'],
  ['something', 'PRON'],
  ['anything', 'PRON'],
  ['nothing', 'PRON'],
  ['someone', 'PRON'],
  ['anyone', 'PRON'],
  ['nobody', 'PRON'],
  ['yeah', 'INTJ'],
  ['um', 'INTJ'],
  ['uh', 'INTJ'],
  ['oh', 'INTJ'],
  ['mhm', 'INTJ'],
  ['etc', 'NOUN'],
  ['etc.', 'NOUN'],
  ['&', 'CCONJ'],
  ['/', 'PUNCT'],
  ['*', 'PUNCT'],
  ['<', 'PUNCT'],
  ['>', 'PUNCT'],
  ['<<', 'PUNCT'],
  ['>>', 'PUNCT'],
]);
const LEMMAS: ReadonlyMap<string, string> = new Map([
  ['i', 'I'],
  ['me', 'I'],
  ['him', 'he'],
  ['them', 'they'],
  ['us', 'we'],
  ['themselves', 'themselves'],
  ['ourselves', 'ourselves'],
  ['mine', 'my'],
  ['ours', 'our'],
  ['an', 'a'],
  ['these', 'this'],
  ['those', 'that'],
  ['people', 'person'],
  ['data', 'data'],
  ['media', 'media'],
  ['species', 'species'],
  ['others', 'other'],
]);
/** First parts of contractions that are no words of their own. */
const FIRST_PARTS: ReadonlyMap<string, readonly [next: string, upos: string, lemma: string]> = new Map([
  ['ca', ["n't", 'AUX', 'can']],
  ['wo', ["n't", 'AUX', 'will']],
  ['ai', ["n't", 'AUX', 'be']],
  ['sha', ["n't", 'AUX', 'shall']],
  ['can', ['not', 'AUX', 'can']],
  ['gon', ['na', 'VERB', 'go']],
  ['wan', ['na', 'VERB', 'want']],
  ['got', ['ta', 'VERB', 'get']],
]);

type Rule = (words: readonly TaggedWord[], index: number, word: TaggedWord) => string | null;

const firstPerson: Rule = (_, __, { form, upos }) => (/^i$/i.test(form) && upos !== 'NUM' ? 'PRON' : null);

const fixedWords: Rule = (_, __, { lower }) => ALWAYS.get(lower) ?? null;

const mainVerbs: Rule = (words, index, { lower, upos }) => {
  if (upos !== 'AUX' && upos !== 'VERB') return null;
  if (!HAVE.has(lower) && !DO.has(lower)) return null;
  const verb = nextVerb(words, index, HAVE.has(lower) ? 3 : 4);
  if (verb === null) return lower === "'ve" ? null : 'VERB';
  if (HAVE.has(lower)) return words[verb - 1]?.lower === 'to' ? 'VERB' : 'AUX';
  return 'AUX';
};

/** Base forms that end like participles. */
const BASE_FORM =
  /^(?:need|feed|bring|sing|speed|proceed|succeed|exceed|ring|swing|embed|bleed|breed|cling|fling|spring|string|sting)$/;

const infinitives: Rule = (words, index, { lower, upos }) => {
  if (lower !== 'to' || (upos !== 'PART' && upos !== 'ADP')) return null;
  const next = words[index + 1]?.upos === 'ADV' ? words[index + 2] : words[index + 1];
  if (next === undefined) return null;
  const isVerb = next.upos === 'VERB' || next.upos === 'AUX';
  return isVerb && (BASE_FORM.test(next.lower) || !/(?:ing|ed)$/.test(next.lower)) ? 'PART' : 'ADP';
};

const gerunds: Rule = (words, index, { lower, upos }) => {
  const next = words[index + 1];
  if (upos !== 'ADP' || next === undefined || !BEFORE_GERUND.has(lower)) return null;
  return (next.upos === 'VERB' || next.upos === 'AUX') && next.lower.endsWith('ing') ? 'SCONJ' : null;
};

const existential: Rule = (words, index, { lower }) => {
  if (lower !== 'there') return null;
  const next = words[index + 1]?.lower ?? '';
  return /^(?:is|are|was|were|'s|be|been|will|has|have|had|would|may|might|must|could|should|seems?|'ll|'re)$/.test(
    next,
  )
    ? 'PRON'
    : null;
};

const possessiveMark: Rule = (words, index, { lower }) => {
  if (lower !== "'" || !/s$/.test(words[index - 1]?.lower ?? '')) return null;
  return /^(?:NOUN|ADJ|PROPN)$/.test(words[index + 1]?.upos ?? '') &&
    /^(?:NOUN|PROPN)$/.test(words[index - 1]?.upos ?? '')
    ? 'PART'
    : null;
};

const clockHours: Rule = (words, index, { lower }) =>
  /^[ap]\.?m\.?$/.test(lower) && words[index - 1]?.upos === 'NUM' ? 'NOUN' : null;

const ranges: Rule = (words, index, { form }) =>
  /^[-–]$/.test(form) && words[index - 1]?.upos === 'NUM' && words[index + 1]?.upos === 'NUM' ? 'SYM' : null;

const lowerCaseNames: Rule = (_, __, { form, upos }) =>
  upos === 'PROPN' && /^\p{Ll}{3,}$/u.test(form) ? 'NOUN' : null;

const peoples: Rule = (words, index, { form, upos }) =>
  upos === 'PROPN' &&
  /^\p{Lu}\p{Ll}+(?:ian|ean|ese|ish|can|sian|ench|erman|reek)$/u.test(form) &&
  words[index + 1]?.upos === 'NOUN'
    ? 'ADJ'
    : null;

const answers: Rule = (words, index, { lower }) =>
  /^(?:no|yes|well|ok|okay|hey|hi|hello|please|thanks)$/.test(lower) &&
  index === 0 &&
  /^[,.!?]/.test(words[1]?.form ?? '')
    ? lower === 'thanks'
      ? 'NOUN'
      : 'INTJ'
    : null;

const RULES: readonly Rule[] = [
  firstPerson,
  fixedWords,
  lowerCaseNames,
  mainVerbs,
  infinitives,
  gerunds,
  existential,
  possessiveMark,
  clockHours,
  ranges,
  peoples,
  answers,
];

/** Corrects the words of one sentence in place, in order of the text for each rule in turn. */
export function correctTags(words: readonly TaggedWord[]): void {
  for (const rule of RULES) {
    for (const [index, word] of words.entries()) word.upos = rule(words, index, word) ?? word.upos;
  }
  for (const [index, word] of words.entries()) {
    const part = FIRST_PARTS.get(word.lower);
    if (part !== undefined && words[index + 1]?.lower === part[0]) {
      word.upos = part[1];
      word.lemma = part[2];
    } else if (word.upos !== 'PROPN') word.lemma = LEMMAS.get(word.lower) ?? word.lemma;
  }
}

/** Place of the verb that an auxiliary at `index` helps, at most `reach` words on; null where there is none. */
function nextVerb(words: readonly TaggedWord[], index: number, reach: number): number | null {
  for (let place = index + 1; place < words.length && place <= index + reach; place++) {
    const word = words[place];
    if (word === undefined) return null;
    if (word.upos === 'VERB' || word.upos === 'AUX') return place;
    if (!BETWEEN_AUX_AND_VERB.has(word.upos)) return null;
    // "have time to", "had a look": an object of their own, not the subject of a question.
    if (/^(?:NOUN|DET)$/.test(word.upos) && index > 0 && !/^[?.]$/.test(words[index - 1]?.form ?? '')) return null;
  }
  return null;
}
