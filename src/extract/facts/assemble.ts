// From a clause to its facts: which argument is the object, which words join the predicate, what is left for `more`.
import type { Extraction } from '../../model/extraction.ts';
import { childBy, childrenBy, fullRelationAt, uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { type Argument, argumentOf, conjunctHeads } from './arguments.ts';
import type { Complement } from './complements.ts';
import type { PredicateClause } from './read-clauses.ts';
import { ownSubject } from './subjects.ts';

/** Places in Extraction.tokens, inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** One fact before its words are copied. `first` … `last` is the predicate. */
export interface FactParts {
  readonly subject: Stretch;
  readonly first: number;
  readonly last: number;
  readonly object: Stretch | null;
  readonly more: readonly Stretch[];
  readonly score: number;
}

const SCORE = { object: 0.7, complement: 0.65, content: 0.6, bare: 0.4, atom: 0.3, nested: 0.25 } as const;
/** More facts than this from one clause are a table, not a sentence. */
const MOST = 24;

/** The facts of a clause: one a conjunct of its subject and of its object. */
export function partsOf(extraction: Extraction, clause: PredicateClause): FactParts[] {
  const whole = clause.subjects.flatMap((subject) => factsOfSubject(extraction, clause, subject));
  const atoms = whole.flatMap((fact) => atomsOf(extraction, clause, fact));
  return [...whole.map((fact) => cutObject(extraction, withoutRepeats(fact))), ...atoms].slice(0, MOST);
}

/** "was |over in two minutes|": what stands inside the object is said there. */
function withoutRepeats(fact: FactParts): FactParts {
  const { object, more } = fact;
  if (object === null) return fact;
  return { ...fact, more: more.filter(({ first, last }) => first < object.first || last > object.last) };
}

/** "runs 39 towns |in the north|": where and with whom is an argument of its own, though the parser hangs it on the noun. */
function cutObject(extraction: Extraction, fact: FactParts): FactParts {
  const object: (Stretch & Partial<Argument>) | null = fact.object;
  if (object?.head === undefined || object.first <= fact.last) return fact;
  const { head, first, last } = object;
  const [start] = childrenBy(extraction, head, 'nmod')
    .filter((child) => child > head && child <= last)
    .flatMap((child) => childrenBy(extraction, child, 'case').slice(0, 1))
    .filter((place) => place > head && !/^(?:of|'s|')$/.test(wordAt(extraction, place)));
  if (start === undefined) return fact;
  return { ...fact, object: { first, last: start - 1 }, more: [{ first: start, last }, ...fact.more] };
}

/**
 * What a fact also says by itself: its object joins the predicate, and a further complement, or what hangs on the object after a
 * preposition, takes its place ("gave a speech in | Torva", "is the capital of | Norland").
 */
function atomsOf(extraction: Extraction, clause: PredicateClause, fact: FactParts): FactParts[] {
  const { subject, first, last, object } = fact;
  if (!object || object.first <= last || clause.content) return [];
  const atoms: FactParts[] = [];
  for (const complement of clause.complements) {
    const start = startOf(complement);
    if (start <= object.first || start > object.last + 40 || complement.preposition === null) continue;
    if (!fact.more.some((each) => each.first === start)) continue;
    for (const phrase of complement.phrases)
      atoms.push({
        subject,
        first,
        last: (complement.phrases[0]?.first ?? start) - 1,
        object: phrase,
        more: [],
        score: SCORE.atom,
      });
  }
  // "is the capital of A and one of B": behind the first conjunct the predicate would take in what is another fact.
  if (clause.objects.length > 1 && clause.objects[0]?.first !== object.first) return atoms;
  for (const { phrase, start } of nestedPhrases(extraction, object))
    atoms.push({ subject, first, last: start - 1, object: phrase, more: [], score: SCORE.nested });
  return atoms;
}

/** The phrases that hang on the head of the object by a preposition, with its conjuncts: the words before the first join the predicate. */
function nestedPhrases(
  extraction: Extraction,
  object: Stretch & Partial<Argument>,
): { readonly phrase: Argument; readonly start: number }[] {
  if (object.head === undefined) return [];
  const head = object.head;
  return childrenBy(extraction, head, 'nmod')
    .filter((child) => child > head && childrenBy(extraction, child, 'case').some((each) => each < child))
    .flatMap((child) => {
      const first = argumentOf(extraction, child);
      const further = conjunctHeads(extraction, child).map((each) => argumentOf(extraction, each));
      return first.last <= object.last ? [first, ...further].map((phrase) => ({ phrase, start: first.first })) : [];
    });
}

function factsOfSubject(extraction: Extraction, clause: PredicateClause, subject: Argument): FactParts[] {
  const { first, last } = clause;
  const rest = (used: Complement | null): Stretch[] => [
    ...clause.complements.filter((each) => each !== used).map(toStretch),
    ...clause.circumstances,
  ];
  const absorbed = absorbedObject(extraction, clause);
  if (absorbed)
    return promote(
      { subject, first, last: absorbed.object.last, more: rest(absorbed.complement) },
      absorbed.complement,
    );
  if (clause.objects.length > 0) {
    const more = [
      ...(clause.result ? [clause.result] : []),
      ...rest(null),
      ...(clause.content ? [clause.content] : []),
    ];
    const given = clause.recipients.find((each) => each.first === last + 1);
    return clause.objects.map((object) => ({
      subject,
      first,
      last: given?.last ?? last,
      object,
      more,
      score: SCORE.object,
    }));
  }
  if (clause.content) {
    const more = [...clause.addressees, ...rest(null)];
    return [{ subject, first, last, object: clause.content, more, score: SCORE.content }];
  }
  const after = clause.complements.filter((each) => startOf(each) > last);
  // "was proposed many times by X": how often is no object where somebody or something follows.
  const promoted = after.find((each) => !isFrequency(extraction, each)) ?? after[0] ?? null;
  if (promoted) return promote({ subject, first, last, more: rest(promoted) }, promoted);
  const [circumstance, ...others] = clause.circumstances;
  if (circumstance && clause.complements.length === 0) {
    const marker = childBy(extraction, circumstance.head, 'mark', 'case');
    const gerund = marker === circumstance.first && marker === last + 1 && /ing$/.test(wordAt(extraction, marker + 1));
    const object = gerund ? { ...circumstance, first: marker + 1 } : circumstance;
    return [{ subject, first, last: gerund ? marker : last, object, more: others, score: SCORE.content }];
  }
  return isDeedAlone(extraction, clause)
    ? [{ subject, first, last, object: null, more: rest(null), score: SCORE.bare }]
    : [];
}

/** "Prices fell." tells something; "a habit of |showing up|", "close to |collapse|" only completes the word that it hangs on. */
function isDeedAlone(extraction: Extraction, { head, chain, complements }: PredicateClause): boolean {
  if (complements.length > 0) return true;
  const start = chain[0] ?? head;
  return ownSubject(extraction, start) !== null || /^(?:root|conj|parataxis)$/.test(fullRelationAt(extraction, start));
}

/** One fact a conjunct of the complement; its preposition joins the predicate where it follows at once. */
function promote(base: Pick<FactParts, 'subject' | 'first' | 'last' | 'more'>, promoted: Complement): FactParts[] {
  const adjacent = promoted.preposition === base.last + 1;
  const opening = promoted.phrases[0]?.first ?? base.last + 1;
  return promoted.phrases.map((phrase, index) => ({
    ...base,
    last: adjacent ? opening - 1 : base.last,
    object: adjacent || index > 0 ? phrase : { first: startOf(promoted), last: phrase.last },
    score: SCORE.complement,
  }));
}

/**
 * An object that only completes the predicate, with the complement that is then the object: "is famous for", "was made possible
 * by", "took place in".
 */
function absorbedObject(
  extraction: Extraction,
  clause: PredicateClause,
): { readonly object: Argument; readonly complement: Complement } | null {
  const [object] = clause.objects;
  if (!object || clause.objects.length > 1 || object.first <= clause.last) return null;
  const complement = clause.complements.find((each) => each.preposition === object.last + 1);
  if (!complement) return null;
  const upos = uposOf(extraction, object.head);
  const bareNoun = upos === 'NOUN' && object.first === object.last && !/s$/.test(wordAt(extraction, object.head));
  return (upos === 'ADJ' || bareNoun) && isAdjacent(extraction, clause.last, object.first)
    ? { object, complement }
    : null;
}

/** Nothing but adverbs between: "is |also| home to". */
function isAdjacent(extraction: Extraction, last: number, first: number): boolean {
  for (let place = last + 1; place < first; place += 1) if (uposOf(extraction, place) !== 'ADV') return false;
  return true;
}

function isFrequency(extraction: Extraction, { preposition, phrases }: Complement): boolean {
  const word = wordAt(extraction, phrases[0]?.head ?? -1);
  return preposition === null && /^(?:times|twice|once|today|yesterday|tomorrow|daily|ago|earlier|later)$/.test(word);
}

function startOf({ preposition, phrases }: Complement): number {
  return preposition ?? phrases[0]?.first ?? -1;
}

/** The complement with its preposition and all its conjuncts. */
function toStretch(complement: Complement): Stretch {
  return { first: startOf(complement), last: complement.phrases.at(-1)?.last ?? startOf(complement) };
}
