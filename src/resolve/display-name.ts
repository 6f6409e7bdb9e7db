// The name that people see: of a thing's names the fullest and best spelt, without shouting; of what has none, the words that tell most.
import type { Extraction, Mention, Token } from '../model/extraction.ts';
import type { Alias } from '../model/graph.ts';
import { type Span, sliceSpan } from '../model/span.ts';
import { withoutDescription } from './bare-name.ts';
import { compareText, foldName } from './fold.ts';
import { isAcronym } from './organization-name.ts';
import { parsePersonName } from './person-name.ts';
import type { Unit } from './unit.ts';

/** A fuller form that a thing is called by less often than once in so many times is a slip, not its name. */
const SELDOM = 20;

/** Full before short, well-formed before shouted, then the most frequent, without article, the longest, the first in the alphabet. */
export function chooseName(aliases: readonly Alias[], type: string): string | undefined {
  const forms = new Set(aliases.map(({ name }) => foldName(name)));
  const isSpoken = type !== 'Person' && type !== 'Place'; // "Nato" is as well an acronym
  const calm = new Set(aliases.flatMap(({ name }) => (isSpoken || !/\p{Ll}/u.test(name) ? [] : [foldName(name)])));
  const most = Math.max(0, ...aliases.flatMap(({ name, count }) => (isAcronym(name) ? [] : [count])));
  const isUsed = ({ count }: Alias) => type === 'Person' || count * SELDOM >= most;
  const rank = (alias: Alias) =>
    (isFullName(alias.name, type) && isUsed(alias) ? 2 : 0) + (isWellFormed(alias.name, calm) ? 1 : 0);
  // A town with its region is no fuller than the town, where texts also name it alone, nor a person with where he is from.
  const separator = type === 'Place' ? ',' : type === 'Person' ? ' of ' : null;
  const isPlaced = ({ name }: Alias) =>
    separator !== null && name.includes(separator) && forms.has(foldName(name.split(separator)[0] ?? ''));
  const article = ({ name }: Alias) => Number(/^the /i.test(name) && forms.has(foldName(name.slice(4))));
  const placeless = aliases.filter((alias) => !isPlaced(alias));
  const [best] = (placeless.length > 0 ? placeless : [...aliases]).sort(
    (a, b) =>
      rank(b) - rank(a) ||
      b.count - a.count ||
      article(a) - article(b) ||
      b.name.length - a.name.length ||
      compareText(a.name, b.name),
  );
  return best && withoutShouting(best.name, type);
}

function isFullName(name: string, type: string): boolean {
  if (type === 'Person') return (parsePersonName(name)?.given.length ?? 0) > 0;
  return withoutDescription(name).includes(' ') && !isAcronym(name);
}

/** `calm`: names that stand in small letters somewhere, folded; in capitals they open a despatch or a headline. */
function isWellFormed(name: string, calm: ReadonlySet<string>): boolean {
  if (name.length > 80 || !/^\p{Ll}?\p{Lu}/u.test(name)) return false;
  return /\p{Ll}/u.test(name) || (isAcronym(name) && !calm.has(foldName(name)));
}

/** Words that can be spoken; shorter ones and those without a vowel may be acronyms. */
const SHOUTED = /(?<!\p{L})(?=\p{L}*[AEIOUYÄÖÜÅØÉ])\p{Lu}{4,}(?!\p{L})/gu;
/** In the name of a person nothing but numbers of kings is one. */
const SHOUTED_PERSON = /(?<!\p{L})(?![IVX]+(?!\p{L}))\p{Lu}{3,}(?!\p{L})/gu;
const SMALL = /(?<=\p{L} )(?:OF|THE|AND|FOR|IN|ON|AT)(?= )/gu;

/** "EASTHAVEN" is Easthaven, "BANK OF NORLAND" the Bank of Norland; one word of anything but a person or place may be an acronym. */
function withoutShouting(name: string, type: string): string {
  const isLoud = !/\p{Ll}/u.test(name);
  if (type !== 'Place' && !(isLoud && (type === 'Person' || name.includes(' ')))) return name;
  const calm = name.replace(
    type === 'Person' ? SHOUTED_PERSON : SHOUTED,
    (word) => word.slice(0, 1) + word.slice(1).toLowerCase(),
  );
  return isLoud ? calm.replace(SMALL, (word) => word.toLowerCase()) : calm;
}

/** The words of a mention of what the texts never name, best one with a name inside: "Norlandish troops", "mother of Ada Quill". */
export function nominalName(units: readonly Unit[]): string {
  const phrases = [...units]
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap(({ extraction, mentions }) => {
      const nominals = mentions.filter(({ kind }) => kind !== 'pronoun');
      return (nominals.length > 0 ? nominals : mentions).map((mention) => phraseOf(extraction, mention));
    });
  return phrases.find((phrase) => /\p{Lu}/u.test(phrase)) ?? phrases[0] ?? '';
}

/** Words before a nominal that do not say what it is. */
const LEAD =
  /^(?:the|an?|this|that|these|those|some|any|another|both|about|around|roughly|approximately|nearly|almost|over|(?:up|close) to|at (?:least|most)|(?:more|less|fewer) than|as many as)\s+/i;
const OWNER = /^(?:my|our|your|his|her|its|their)\s+/i;
/** Of these alone the chain tells whose: who "my" is lies in whose words they are. */
const THIRD = /^(?:his|her|its|their)$/i;

function phraseOf(extraction: Extraction, mention: Mention): string {
  const span = withModifiers(extraction, mention);
  const whole = sliceSpan(extraction.document.text, span).replace(/\s+/g, ' ').trim();
  let words = whole;
  while (LEAD.test(words)) words = words.replace(LEAD, '');
  const pronoun = OWNER.exec(words)?.[0].trim();
  if (pronoun === undefined) return words === '' ? whole : words;
  const start = span.start + sliceSpan(extraction.document.text, span).indexOf(pronoun);
  const owner = THIRD.test(pronoun) ? nameBehind(extraction, start) : null;
  const owned = words.slice(pronoun.length + 1);
  return owner === null ? owned : `${owned} of ${owner}`;
}

/** Relations of what stands before a noun and tells which one. */
const MODIFIER = /^(?:amod|compound|nmod:poss|nmod:desc)$/;

/** From the first word that hangs on the noun without a gap; of a bare noun the number too ("900 troops"). */
function withModifiers({ tokens }: Extraction, mention: Mention): Span {
  const last = tokenFrom(tokens, mention.start);
  let first = last;
  const isInside = (token: Token | undefined): boolean =>
    token !== undefined && token.head > token.index && token.head <= mention.head && MODIFIER.test(token.deprel);
  // "Norland 's central bank": the mark hangs on its owner, which hangs on the noun.
  while (first > 0 && (isInside(tokens[first - 1]) || isMark(tokens, first - 1))) first -= 1;
  const number = tokens[first - 1];
  if (first === last && number?.deprel === 'nummod' && number.head === mention.head) first -= 1;
  return { start: Math.min(mention.start, tokens[first]?.start ?? mention.start), end: mention.end };
}

function isMark(tokens: readonly Token[], place: number): boolean {
  const [mark, owner] = [tokens[place], tokens[place - 1]];
  return mark?.deprel === 'case' && mark.upos === 'PART' && mark.head === place - 1 && owner?.deprel === 'nmod:poss';
}

/** Place of the first token that ends behind a position; the number of tokens where there is none. */
function tokenFrom(tokens: readonly Token[], position: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest name in the chain of the pronoun that stands at a position. */
function nameBehind({ document, mentions, chains }: Extraction, start: number): string | null {
  const pronoun = mentions.find((mention) => mention.kind === 'pronoun' && mention.start === start);
  const chain = pronoun && chains.find(({ mentionIds }) => mentionIds.includes(pronoun.id));
  if (chain === undefined) return null;
  const fellows = new Set(chain.mentionIds);
  const names = mentions
    .filter(({ id, kind }) => kind === 'name' && fellows.has(id))
    .map((name) => name.referent?.name ?? sliceSpan(document.text, name));
  return names.sort((a, b) => b.length - a.length || compareText(a, b))[0]?.replace(/\s+/g, ' ') ?? null;
}
