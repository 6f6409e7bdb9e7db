// Arguments of a predicate as short stretches of the sentence: a head with its modifiers, without the clauses that hang on it.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { childBy, childrenBy, fullRelationAt, headOf, runAround, subtreeOf, uposOf } from '../tree.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';

/** Places in Extraction.tokens, inclusive. */
export interface Argument {
  readonly head: number;
  readonly first: number;
  readonly last: number;
}

/** What is told about a noun in a fact of its own, or in another clause, is no part of the argument. */
const LEFT_OUT = new Set([
  'acl:relcl',
  'appos',
  'parataxis',
  'list',
  'conj',
  'cc',
  'cc:preconj',
  'discourse',
  'dislocated',
  'reparandum',
  'vocative',
  'cop',
  'aux',
  'nsubj',
  'nsubj:outer',
  'csubj',
  'expl',
  'mark',
  'advcl',
  'advcl:relcl',
  'orphan',
]);
/** Words before a phrase that point to the sentence, not into the phrase ("also", "only" are kept where they count). */
const FOCUS = new Set(['also', 'then', 'however', 'instead', 'thus', 'therefore', 'moreover', 'meanwhile', 'still']);

/** The argument with this head; what hangs on it at `without` tells of it and is left out. */
export function argumentOf(extraction: Extraction, head: number, without = -1): Argument {
  const inside = subtreeOf(
    extraction,
    head,
    (child, parent) => child !== without && belongs(extraction, child, parent, head),
  );
  const beside = bracketed(extraction, head, inside);
  const run = runAround(
    beside.length === 0 ? inside : [...inside, ...beside].sort((left, right) => left - right),
    head,
  );
  let { first, last } = run;
  while (first < head && isTrimmed(extraction, first)) first += 1;
  while (last > head && isTrimmed(extraction, last)) last -= 1;
  const name = nameAround(extraction, head);
  if (name) {
    first = Math.min(first, name.first);
    last = Math.max(last, name.last);
  }
  const whole = wholeWords(extraction, closeMarks(extraction, first, last));
  // "“We are close,”": the comma is that of the marks.
  while (whole.last > head && isTrimmed(extraction, whole.last)) whole.last -= 1;
  return { head, ...whole };
}

/** "the |22-year-|old": a stretch takes in the rest of a word with hyphens, and the article before it. */
function wholeWords(
  extraction: Extraction,
  stretch: { readonly first: number; readonly last: number },
): { first: number; last: number } {
  let { first, last } = stretch;
  while (wordAt(extraction, first - 1) === '-' && isGlued(extraction, first)) first -= 2;
  while (wordAt(extraction, last + 1) === '-' && isGlued(extraction, last + 2)) last += 2;
  const opened = first < stretch.first && fullRelationAt(extraction, first - 1) === 'det';
  return { first: opened ? first - 1 : first, last };
}

/** True for a word that follows the two tokens before it without a space. */
export function isGlued({ tokens }: Extraction, index: number): boolean {
  return tokens[index - 2]?.end === tokens[index - 1]?.start && tokens[index - 1]?.end === tokens[index]?.start;
}

/** "an expectation (E) step": what stands in brackets between two words of the argument belongs to it, whatever it hangs on. */
function bracketed(extraction: Extraction, head: number, inside: readonly number[]): number[] {
  const [first = head] = inside;
  const found: number[] = [];
  for (let place = first; place < head; place += 1) {
    if (!/^[([]$/.test(wordAt(extraction, place)) || inside.includes(place)) continue;
    let end = place;
    while (end < head && end - place < LONGEST_BRACKET && !/^[)\]]$/.test(wordAt(extraction, end))) end += 1;
    if (/^[)\]]$/.test(wordAt(extraction, end))) for (; place <= end; place += 1) found.push(place);
  }
  return found;
}

/** The arguments of a head and of its conjuncts, in order: "A, B and C" as three. */
export function conjunctsOf(extraction: Extraction, head: number): Argument[] {
  const heads = [head, ...conjunctHeads(extraction, head)];
  return [...heads, ...heads.flatMap((each) => exampleHeads(extraction, each))].flatMap((each) =>
    listedNames(extraction, argumentOf(extraction, each)),
  );
}

/** "Harrow TV, Torva One, Radio Lund": names with nothing but commas between are a list, though a parser may tie them into one. */
export function listedNames(extraction: Extraction, argument: Argument): Argument[] {
  const names: Argument[] = [];
  let joined = false;
  for (let place = argument.first; place <= argument.last; place += 1) {
    const word = wordAt(extraction, place);
    const name = nameAround(extraction, place);
    const article = uposOf(extraction, place) === 'DET' && nameAround(extraction, place + 1)?.first === place + 1;
    joined ||= word === 'and';
    if (name?.first === place) {
      const before = names.length > 0 && uposOf(extraction, place - 1) === 'DET' ? place - 1 : place;
      names.push({ head: headWithin(extraction, name), first: before, last: name.last });
      place = name.last;
    } else if (!article && !/^(?:,|and|&)$/.test(word)) return [argument];
  }
  const address = !joined && names.every(({ head }) => isPlaceName(extraction, head));
  return names.length > 1 && !address ? names : [argument];
}

/** The word of a stretch that hangs on a word outside it; its last where there is none. */
export function headWithin(
  extraction: Extraction,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  for (let place = last; place >= first; place -= 1) {
    const head = headOf(extraction, place);
    if (head < first || head > last) return place;
  }
  return last;
}

/** "networks such as A and B", "politicians, including A and B": what is said of the whole is said of the examples. */
export function exampleHeads(extraction: Extraction, head: number): number[] {
  return childrenBy(extraction, head, 'nmod')
    .filter((child) => child > head && isExample(extraction, child))
    .flatMap((child) => [child, ...conjunctHeads(extraction, child)]);
}

function isExample(extraction: Extraction, child: number): boolean {
  return childrenBy(extraction, child, 'case').some(
    (each) =>
      wordAt(extraction, each) === 'including' ||
      (wordAt(extraction, each) === 'such' && wordAt(extraction, each + 1) === 'as'),
  );
}

/** A stretch that opens a bracket or quotation mark takes the closing one that follows; a lone mark at its rim is cut off. */
export function closeMarks(
  extraction: Extraction,
  first: number,
  last: number,
): { readonly first: number; readonly last: number } {
  let [start, end] = [first, last];
  const odd = (): boolean => hasLoneMark(extraction, start, end);
  if (odd() && /^["”)\]]$/.test(wordAt(extraction, end + 1))) end += 1;
  if (odd() && end > start && /^["”“)\]]$/.test(wordAt(extraction, end))) end -= 1;
  if (odd() && end > start && /^["“”([]$/.test(wordAt(extraction, start))) start += 1;
  return { first: start, last: end };
}

/** True where brackets that open and close, or quotation marks, come out uneven. */
function hasLoneMark(extraction: Extraction, first: number, last: number): boolean {
  let [quotes, brackets] = [0, 0];
  for (let place = first; place <= last; place += 1) {
    const word = wordAt(extraction, place);
    if (word.length !== 1) continue;
    if ('"“”'.includes(word)) quotes += 1;
    else if ('(['.includes(word)) brackets += 1;
    else if (')]'.includes(word)) brackets -= 1;
  }
  return quotes % 2 === 1 || brackets !== 0;
}

/** Heads of the nominal conjuncts that hang on a head, at most so many that a list stays a list; none inside one name. */
export function conjunctHeads(extraction: Extraction, head: number): number[] {
  const name = nameAround(extraction, head);
  return [...conjuncts(extraction, head), ...listedHeads(extraction, head)]
    .filter((child) => !isAddress(extraction, child) && !isPlacePhrase(extraction, child, head))
    .filter((child) => isNominal(extraction, child) === isNominal(extraction, head))
    .filter((child) => childrenBy(extraction, child, 'nsubj', 'csubj', 'cop').length === 0)
    .filter((child) => !(name && name.first <= child && child <= name.last))
    .sort((left, right) => left - right)
    .slice(0, MOST_CONJUNCTS);
}

/** "Torva, Norland": of two places with nothing but a comma between, the second tells where the first is. */
export function isAddress(extraction: Extraction, child: number): boolean {
  const head = headOf(extraction, child);
  const stands = /^(?:conj|appos|nmod:unmarked|flat)$/.test(fullRelationAt(extraction, child));
  if (!stands || !isSetOff(extraction, child) || !isPlaceName(extraction, child) || !isPlaceName(extraction, head))
    return false;
  // Not "Torva, Norland and Sudland".
  return ![head, child].some((each) =>
    childrenBy(extraction, each, 'conj', 'cc').some(
      (other) => fullRelationAt(extraction, other) === 'cc' || childrenBy(extraction, other, 'cc').length > 0,
    ),
  );
}

/** "troops |near the border|": what has its own preposition, and neither "and" nor comma, is no conjunct, though the parser says so. */
function isPlacePhrase(extraction: Extraction, child: number, head: number): boolean {
  return (
    childBy(extraction, child, 'cc', 'punct') === undefined &&
    childBy(extraction, child, 'case') === head + 1 &&
    childBy(extraction, head, 'case') === undefined
  );
}

function isPlaceName(extraction: Extraction, index: number): boolean {
  return isInside(extraction, index, ({ type, kind }) => type === 'Place' && kind === 'name');
}

function isInside(extraction: Extraction, index: number, isMeant: (mention: Mention) => boolean): boolean {
  const token = extraction.tokens[index];
  return mentionsAround(extraction, index).some(
    (mention) => token !== undefined && mention.start <= token.start && token.end <= mention.end && isMeant(mention),
  );
}

/** True inside a date. */
export function isInsideTime(extraction: Extraction, index: number): boolean {
  return isInside(extraction, index, ({ type }) => type === 'Time');
}

/** Conjuncts of a head, and theirs: a parser may hang each on the one before. */
function conjuncts(extraction: Extraction, head: number, depth = 0): number[] {
  if (depth > MOST_CONJUNCTS) return [];
  return childrenBy(extraction, head, 'conj')
    .filter((child) => child > head)
    .flatMap((child) => [child, ...conjuncts(extraction, child, depth + 1)]);
}

/** "the farm, the mill and the boat": parsers take the second of a list for an apposition, but it looks just like the first. */
function listedHeads(extraction: Extraction, head: number): number[] {
  const opener = (index: number): string =>
    childrenBy(extraction, index, 'det')
      .map((each) => lemmaAt(extraction, each))
      .join() || uposOf(extraction, index);
  return childrenBy(extraction, head, 'appos').flatMap((child) => {
    const further = childrenBy(extraction, child, 'conj');
    return further.length > 0 && opener(child) === opener(head) ? [child, ...further] : [];
  });
}

/** First and last place of the longest name around a token; null outside a name. */
function nameAround(extraction: Extraction, index: number): { readonly first: number; readonly last: number } | null {
  const token = extraction.tokens[index];
  let best: { first: number; last: number } | null = null;
  for (const mention of mentionsAround(extraction, index)) {
    if (!token || mention.kind !== 'name' || mention.start > token.start || mention.end < token.end) continue;
    if (mention.type === 'Time' || mention.type === 'Quantity') continue;
    const first = tokenAfter(extraction, mention.start);
    const last = tokenAfter(extraction, mention.end - 1);
    if (best === null || last - first > best.last - best.first) best = { first, last };
  }
  return best;
}

const MOST_CONJUNCTS = 11;
/** Words in brackets inside an argument. */
const LONGEST_BRACKET = 6;

/** True for a word that names something: nouns, names, pronouns, numbers. */
export function isNominal(extraction: Extraction, index: number): boolean {
  return /^(?:NOUN|PROPN|PRON|NUM|SYM|DET|X)$/.test(uposOf(extraction, index));
}

function belongs(extraction: Extraction, child: number, parent: number, top: number): boolean {
  const relation = fullRelationAt(extraction, child);
  if (isAddress(extraction, child)) return true;
  if (parent === top) {
    if (relation === 'case')
      return child > parent && wordAt(extraction, child) !== "'s" && wordAt(extraction, child) !== "'";
    // "the island Honshu": only what a mark sets off is said beside.
    if (relation === 'appos')
      return uposOf(extraction, firstOf(extraction, child) - 1) !== 'PUNCT' && child === parent + 1;
    if (LEFT_OUT.has(relation) || isAge(extraction, child, parent)) return false;
    // A clause after a comma tells more; "the right to vote", "a letter signed by her" stay whole.
    if (relation === 'acl') return child > parent && !isSetOff(extraction, child);
    if (relation === 'nmod' && child > parent && isExample(extraction, child)) return false;
    if (relation === 'advmod') return !FOCUS.has(lemmaAt(extraction, child));
    if (relation.startsWith('obl')) return !/^(?:VERB|NOUN|PROPN|PRON|ADJ)$/.test(uposOf(extraction, top));
    return true;
  }
  // Deeper down conjuncts stay ("the seat of the court and the council"), clauses after commas do not.
  if (relation === 'appos') return child === parent + 1;
  if (relation === 'acl:relcl' || relation === 'parataxis') return false;
  return true;
}

/** "Ada Quill, 61, left", "the boys, aged 16 and 17, left". */
function isAge(extraction: Extraction, child: number, parent: number): boolean {
  const told = uposOf(extraction, child) === 'NUM' || wordAt(extraction, child) === 'aged';
  return told && child > parent && isSetOff(extraction, child) && !isInsideTime(extraction, child);
}

/** True where a comma or bracket stands before what a token heads. */
export function isSetOff(extraction: Extraction, child: number): boolean {
  const first = firstOf(extraction, child);
  return [first, first - 1].some((place) => /^[,(]$/.test(wordAt(extraction, place)));
}

function firstOf(extraction: Extraction, index: number): number {
  return subtreeOf(extraction, index)[0] ?? index;
}

function isTrimmed(extraction: Extraction, index: number): boolean {
  const upos = uposOf(extraction, index);
  return upos === 'CCONJ' || (upos === 'PUNCT' && !/^["“”()[\]]$/.test(wordAt(extraction, index)));
}
