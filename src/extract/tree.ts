// Looks at the dependency tree of Universal Dependencies 2 the way the rules need it: children, subjects, stretches.
import type { Extraction } from '../model/extraction.ts';
import type { Span } from '../model/span.ts';
import { indexOf, type TokenIndex } from './token-index.ts';
import { lemmaAt, tagAt, tokenAfter, wordAt } from './words.ts';

/** No clause is nested deeper; bounds every climb, also in a broken tree. */
const DEEPEST = 40;
/** Words between a word and the clause that its phrase opens. */
const MOST_STEPS = 8;
const NONE: readonly number[] = [];

/** Places of the tokens whose head the token is, in reading order. */
export function childrenOf(extraction: Extraction, index: number): readonly number[] {
  return indexOf(extraction).children[index] ?? NONE;
}

/** The relation to the head without its subtype: "nsubj:pass" → "nsubj". Empty outside the text. */
export function relationAt(extraction: Extraction, index: number): string {
  return indexOf(extraction).relations[index] ?? '';
}

/** The relation to the head with its subtype; empty outside the text. */
export function fullRelationAt(extraction: Extraction, index: number): string {
  return extraction.tokens[index]?.deprel ?? '';
}

/** Place of the head, -1 for a root and outside the text. */
export function headOf(extraction: Extraction, index: number): number {
  return extraction.tokens[index]?.head ?? -1;
}

/** Children whose relation is one of these; `nsubj` also means `nsubj:pass`, `nmod:poss` only itself. */
export function childrenBy(extraction: Extraction, index: number, ...relations: readonly string[]): number[] {
  const layer = indexOf(extraction);
  let found: number[] | undefined;
  for (const child of layer.children[index] ?? NONE) {
    if (!isRelation(layer, child, relations)) continue;
    if (found === undefined)
      found = [child]; // room for one, mostly all there are: a list that grows from none has room for 17
    else found.push(child);
  }
  return found ?? [];
}

/** The first such child, or undefined. */
export function childBy(extraction: Extraction, index: number, ...relations: readonly string[]): number | undefined {
  const layer = indexOf(extraction);
  for (const child of layer.children[index] ?? NONE) if (isRelation(layer, child, relations)) return child;
  return undefined;
}

function isRelation({ relations, subtyped }: TokenIndex, index: number, wanted: readonly string[]): boolean {
  if (wanted.includes(relations[index] as string)) return true;
  const full = subtyped[index] as string;
  return full !== '' && wanted.includes(full);
}

/** The universal tag as parsed, unlike tagAt of words.ts; empty outside the text. */
export function uposOf(extraction: Extraction, index: number): string {
  return extraction.tokens[index]?.upos ?? '';
}

/**
 * Places of the subtree of a token, in reading order. `follow` says which children belong to it, and is asked for every edge
 * below the token; without it all do.
 */
export function subtreeOf(
  extraction: Extraction,
  index: number,
  follow?: (child: number, parent: number) => boolean,
): number[] {
  const found = [index];
  let [first, last] = [index, index];
  for (let place = 0; place < found.length; place += 1) {
    const parent = found[place] as number;
    for (const child of childrenOf(extraction, parent)) {
      // Each token has one head, so that only the first can come a second time, in a broken tree.
      if (child === index || (follow !== undefined && !follow(child, parent))) continue;
      found.push(child);
      if (child < first) first = child;
      if (child > last) last = child;
    }
  }
  if (last - first >= found.length) return found.sort((left, right) => left - right);
  // A phrase without a gap, as most are, needs no sorting.
  for (let place = 0; place < found.length; place += 1) found[place] = first + place;
  return found;
}

/** First and last place of the unbroken run around `center` in a sorted list of places. */
export function runAround(
  places: readonly number[],
  center: number,
): { readonly first: number; readonly last: number } {
  let first = center;
  let last = center;
  for (let at = places.length - 1; at >= 0; at -= 1) if (places[at] === first - 1) first -= 1;
  for (const place of places) if (place === last + 1) last += 1;
  return { first, last };
}

/** First and last place of the subtree, inclusive; children in `without` (relations) are left out with all below them. */
export function stretchOf(
  extraction: Extraction,
  index: number,
  without: readonly string[] = [],
): { readonly first: number; readonly last: number } {
  const places = subtreeOf(
    extraction,
    index,
    (child, parent) => parent !== index || !without.includes(relationAt(extraction, child)),
  );
  return { first: places[0] ?? index, last: places.at(-1) ?? index };
}

/** The marker or preposition words of a clause or phrase, joined: "if", "so that", "in order to"; empty where there is none. */
export function markersOf(extraction: Extraction, index: number): string {
  let words = '';
  for (const child of childrenOf(extraction, index)) {
    const relation = relationAt(extraction, child);
    if (relation !== 'mark' && relation !== 'case') continue;
    words += words === '' ? wordAt(extraction, child) : ` ${wordAt(extraction, child)}`;
    for (const each of childrenBy(extraction, child, 'fixed')) words += ` ${wordAt(extraction, each)}`;
  }
  return words;
}

/** The preposition before a phrase; empty where there is none. */
export function linkOf(extraction: Extraction, index: number): string {
  const preposition = childBy(extraction, index, 'case');
  return preposition === undefined || preposition >= index ? '' : wordAt(extraction, preposition);
}

/** The word that predicates: an auxiliary or copula stands for the word that it hangs on. */
export function predicateOf(extraction: Extraction, index: number): number {
  let at = index;
  for (let step = 0; step < DEEPEST && /^(?:aux|cop)$/.test(relationAt(extraction, at)); step += 1)
    at = headOf(extraction, at);
  return at < 0 ? index : at;
}

/**
 * Head of the subject of a predicate; a conjunct, an open complement or an adverbial participle takes that of the verb it
 * hangs on, a relative clause the noun that it tells of. `passive`: a surface subject that does not act. Null where none is found.
 */
export function subjectOf(
  extraction: Extraction,
  predicate: number,
  depth = 0,
): { readonly head: number; readonly passive: boolean } | null {
  if (depth > DEEPEST || predicate < 0) return null;
  const subjects = childrenBy(extraction, predicate, 'nsubj');
  // "he told Le Temps": of two, the pronoun that can be nothing but a subject.
  const own =
    subjects.find((each) => each < predicate && /^(?:i|we|he|she|they)$/.test(wordAt(extraction, each))) ??
    subjects.at(-1);
  if (own !== undefined) {
    const passive = fullRelationAt(extraction, own) === 'nsubj:pass';
    const relative = /^(?:who|which|that)$/.test(wordAt(extraction, own)) && isRelative(extraction, predicate);
    return { head: relative ? headOf(extraction, predicate) : own, passive };
  }
  const governor = headOf(extraction, predicate);
  switch (relationAt(extraction, predicate)) {
    case 'acl':
      // "the minister, speaking", "a report published": the noun acts where the form is active.
      return governor < 0 ? null : { head: governor, passive: !/ing$/.test(wordAt(extraction, predicate)) };
    case 'xcomp': {
      const object = childrenBy(extraction, governor, 'obj', 'iobj').at(0);
      return object === undefined ? subjectOf(extraction, governor, depth + 1) : { head: object, passive: false };
    }
    case 'conj':
    case 'advcl':
    case 'parataxis':
    case 'ccomp':
    case 'dep':
      return subjectOf(extraction, governor, depth + 1);
    default:
      return null;
  }
}

function isRelative(extraction: Extraction, predicate: number): boolean {
  return relationAt(extraction, predicate) === 'acl' && headOf(extraction, predicate) >= 0;
}

/** Lemma with its particle: "rule out", "call off". */
export function lemmaWithParticle(extraction: Extraction, index: number): string {
  const particle = childrenOf(extraction, index).find(
    (child) => fullRelationAt(extraction, child) === 'compound:prt' && child > index,
  );
  const lemma = lemmaAt(extraction, index);
  return particle === undefined ? lemma : `${lemma} ${wordAt(extraction, particle)}`;
}

/** The word that heads a span: the first one whose head stands outside it, marks passed over. */
export function topOf(extraction: Extraction, span: Span): number {
  const first = tokenAfter(extraction, span.start);
  const last = Math.max(first, tokenAfter(extraction, span.end - 1));
  for (let index = first; index <= last; index += 1) {
    const head = headOf(extraction, index);
    if ((head < first || head > last) && tagAt(extraction, index) !== 'PUNCT') return index;
  }
  return first;
}

/** In the tree a noun and the name beside it are one phrase, or two of the same; in "the firm |Quill| founded" they are not. `name`: the place that heads it. */
export function isApposed(extraction: Extraction, noun: number, name: number): boolean {
  const [above, beyond] = [headOf(extraction, noun), headOf(extraction, name)];
  const isTwice = above === beyond && fullRelationAt(extraction, noun) === fullRelationAt(extraction, name);
  return above === name || beyond === noun || isTwice;
}

/** True where the word stands in a phrase or clause that opens `clause`, before its subject: "When |he| was minister, Quill sold it". */
export function opensClause(extraction: Extraction, word: number, clause: number, subject: number): boolean {
  let at = word;
  for (let steps = 0; steps < MOST_STEPS && headOf(extraction, at) >= 0; steps += 1) {
    const above = headOf(extraction, at);
    if (above === clause) return at < subject && /^(?:advcl|obl)$/.test(relationAt(extraction, at));
    at = above;
  }
  return false;
}
