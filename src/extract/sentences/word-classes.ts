// The class of a word by its form alone, for the boundary classifier: its commonest tag, or what else it looks like.
import { readLexicon } from '../lexicon.ts';
import { shape } from './word-shape.ts';

/** A form in lower case → letter of its commonest tag; forms that are mostly written with a capital are left out. */
export type WordClasses = ReadonlyMap<string, string>;

/** Tag of Universal Dependencies → letter of the class. */
export const CLASS_OF_TAG: Readonly<Record<string, string>> = {
  ...{ VERB: 'V', AUX: 'A', NOUN: 'N', PRON: 'P', DET: 'D', ADP: 'I', ADJ: 'J', ADV: 'R' },
  ...{ CCONJ: 'C', SCONJ: 'S', PART: 'T', INTJ: 'H', NUM: '9', X: 'X' },
};

/** Classes with signs of their own, tried in order on words that are in no list. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['mail', /^\S+@\S+\.\S/],
  ['url', /^(?:https?:|www\.|\S+\.(?:com|org|net|html?)\b)/i],
  ['emo', /^(?:[:;=xX8][-o']?[()DPpO\]/|3]+|[\^><][_.-][\^><]|<3)$/],
  ['time', /^\d{1,2}:\d\d/],
  ['date', /^\d{1,2}\/\d{1,2}(?:\/\d+)?$/],
  ['tel', /^\(?\d{3}\)?[-.]\d{3}/],
  ['year', /^(?:19|20)\d\d$/],
];
const DAY = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?$/;
const MONTH = /^(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*|May)$/;

const { he, she } = readLexicon<Readonly<Record<'he' | 'she', readonly string[]>>>('name-genders');
const FIRST_NAMES = new Set([...he, ...she].map((name) => name.toLowerCase()));

/** A short name of the class; `^` for no word. */
export function classOf(word: string, classes: WordClasses): string {
  if (word === '') return '^';
  const lower = word.toLowerCase();
  const known = classes.get(lower);
  if (known !== undefined) return known;
  if (word.length === 1 && !/\p{L}/u.test(word)) return shape(word);
  if (/^\p{Lu}/u.test(word)) return classOfCapital(word, lower);
  for (const [name, pattern] of PATTERNS) if (pattern.test(word)) return name;
  if (!/^\p{Ll}/u.test(word)) return shape(word);
  if (/(?:ing|ed)$/.test(word)) return 'v';
  if (word.endsWith('ly')) return 'r';
  return word.endsWith('s') ? 'ns' : 'n';
}

function classOfCapital(word: string, lower: string): string {
  if (/^\p{Lu}+$/u.test(word)) return 'XX';
  if (FIRST_NAMES.has(lower)) return 'Fn';
  if (DAY.test(word)) return 'Wd';
  if (MONTH.test(word)) return 'Mo';
  const pattern = /[@.:]/.test(word) ? PATTERNS.find(([, each]) => each.test(word)) : undefined;
  return pattern?.[0] ?? 'Xx';
}
