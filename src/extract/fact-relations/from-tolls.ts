// Claims about what befell how many people, and where: "Torva — people killed → at least 12". A reporter looks for them by place.
import type { Extraction, Literal, Mention } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { stanceAt } from '../attributes/stance.ts';
import { mentionsOf } from '../by-sentence.ts';
import { endsOffice } from '../lexicon/offices.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { byMentions, onceALayer } from '../once-a-layer.ts';
import { childrenBy, fullRelationAt, headOf, relationAt } from '../tree.ts';
import { lemmaAt, spellingAt, tokenAfter, wordAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import { isPeople } from './from-nouns.ts';
import type { Edge } from './make-relation.ts';
import { whereItWas } from './where-it-was.ts';

interface Fates {
  readonly verbs: Readonly<Record<string, readonly string[]>>;
  readonly states: Readonly<Record<string, readonly string[]>>;
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  readonly acting: readonly string[];
  readonly leaving: readonly string[];
  readonly people: readonly string[];
}

const LEXICON = readLexicon<Fates>('fates');
const [VERBS, STATES, NOUNS] = [LEXICON.verbs, LEXICON.states, LEXICON.nouns].map(
  (lists) => new Map(Object.entries(lists).flatMap(([fate, words]) => words.map((word) => [word, fate] as const))),
) as [Map<string, string>, Map<string, string>, Map<string, string>];
const ACTING = new Set(LEXICON.acting);
const LEAVING = new Set(LEXICON.leaving);
const PEOPLE = new Set(LEXICON.people);
/** Words for people of whom nothing else is told. */
export const ANYBODY = 'people';
const OTHERS = /^(?:people|persons?|individuals|others|more)$/;
/** Uncalibrated: that of other numbers. */
const SCORE = 0.75;

/** What befell so many, before it is known where. */
interface Fate {
  readonly quantity: Mention;
  /** Place of the counted noun, or of the number where it stands for them. */
  readonly whom: number;
  /** "people", "Norlandic soldiers". */
  readonly people: string;
  /** "killed", "injured". */
  readonly fate: string;
  /** The word that tells it: its stance is that of the claim. */
  readonly told: number;
}

export interface Toll extends Fate {
  readonly place: Mention;
  /** From the sentence that names the place to that of the number. */
  readonly span: Span;
}

/** Tolls of a text whose place it names, by the place in Extraction.tokens of what is counted. */
export const tollsOf: (extraction: Extraction, of: '') => ReadonlyMap<number, Toll> = onceALayer(byMentions, readTolls);

function readTolls(extraction: Extraction): ReadonlyMap<number, Toll> {
  const tolls = new Map<number, Toll>();
  let before: Toll | null = null;
  for (const quantity of extraction.mentions) {
    const fate = quantity.type === 'Quantity' ? fateOf(extraction, quantity) : null;
    if (fate === null) continue;
    const toll: Toll | null = placed(extraction, fate) ?? besides(extraction, fate, before);
    if (toll !== null) tolls.set(toll.whom, toll);
    before = toll;
  }
  return tolls;
}

/** One edge a toll, from the place where it was. */
export function tollEdges(extraction: Extraction): Edge[] {
  return [...tollsOf(extraction, '').values()].map((toll) => ({
    ...{ subject: toll.place, object: toll.quantity, literal: inPeople(toll), triggers: [], passive: false },
    predicate: `${toll.people} ${toll.fate}`,
    cue: { start: toll.quantity.start, end: toll.quantity.end },
    sentence: toll.span,
    ...stanceAt(extraction, toll.told),
    score: SCORE,
  }));
}

/** "30 others", "more than 40": people, if nothing else is told of them. */
function inPeople({ quantity: { literal }, people }: Fate): Literal | null {
  return literal && people === ANYBODY ? { ...literal, unit: ANYBODY } : literal;
}

/** What befell those whom a number counts, as a participle; null where nothing is told. "the two soldiers" are no count. */
export function fateOf(extraction: Extraction, quantity: Mention): Fate | null {
  if (isDefinite(extraction, quantity)) return null;
  const noun = countedBehind(extraction, quantity);
  const whom = noun ?? quantity.head;
  const named = NOUNS.get(wordAt(extraction, noun ?? whom + 1));
  // "12 deaths", "12 dead"
  if (named !== undefined)
    return { quantity, whom, people: ANYBODY, fate: named, told: headOf(extraction, noun ?? whom + 1) };
  if (noun === null ? quantity.literal?.unit !== null : !isOfPeople(extraction, noun)) return null;
  const found = befallen(extraction, whom);
  if (found === null) return null;
  return { quantity, whom, people: noun === null ? ANYBODY : sayWhom(extraction, quantity, noun), ...found };
}

function isDefinite(extraction: Extraction, { start }: Mention): boolean {
  const first = tokenAfter(extraction, start);
  return SMALL.test(wordAt(extraction, first)) && DEFINITE.test(wordAt(extraction, first - 1));
}

/** Numbers that a text rather names people by than counts them ("the two presidents"). */
export const SMALL = /^(?:two|three|four|five|six|seven|eight|nine|ten)$/;
export const DEFINITE = /^(?:the|these|those|both|his|her|their|my|our|its)$/;

/** Words from a number to its noun. */
const LONGEST_PHRASE = 8;

/** Place of the noun that the number counts; null where it stands alone, or measures. */
function countedBehind(extraction: Extraction, { head, literal }: Mention): number | null {
  for (let at = head + 1; at <= head + LONGEST_PHRASE; at += 1)
    if (spellingAt(extraction, at) === literal?.unit) return at;
  return null;
}

function isOfPeople(extraction: Extraction, noun: number): boolean {
  const word = wordAt(extraction, noun);
  if (isPeople(extraction, noun) || PEOPLE.has(word) || endsOffice(lemmaAt(extraction, noun))) return true;
  return /^(?:Group|Person)$/.test(entityAt(extraction, noun)?.type ?? '');
}

/** What is told of them by the verb that they are subject or object of, by a participle behind them, or by the state that they are left in. */
function befallen(extraction: Extraction, whom: number): { readonly fate: string; readonly told: number } | null {
  const top = relationAt(extraction, whom) === 'conj' ? headOf(extraction, whom) : whom;
  // "killed 12 soldiers and 30 others": these are no count of all people.
  if (top !== whom && OTHERS.test(wordAt(extraction, whom))) return null;
  const [relation, verb] = [fullRelationAt(extraction, top), headOf(extraction, top)];
  const [lemma, word] = [lemmaAt(extraction, verb), wordAt(extraction, verb)];
  const own =
    relation === (ACTING.has(lemma) ? 'nsubj' : 'obj') || relation === 'nsubj:pass' ? VERBS.get(lemma) : undefined;
  if (own !== undefined) return { fate: own, told: verb };
  if (relation === 'nsubj' && STATES.has(word)) return { fate: STATES.get(word) as string, told: verb };
  for (const child of childrenBy(extraction, whom, 'acl', 'amod')) {
    const fate = VERBS.get(lemmaAt(extraction, child)) ?? STATES.get(wordAt(extraction, child));
    const isActive = /ing$/.test(wordAt(extraction, child));
    if (fate !== undefined && child > whom && isActive === ACTING.has(lemmaAt(extraction, child)))
      return { fate, told: child };
  }
  const left =
    relation === 'obj'
      ? childrenBy(extraction, verb, 'xcomp').find((child) => STATES.has(wordAt(extraction, child)))
      : undefined;
  return left === undefined ? null : { fate: STATES.get(wordAt(extraction, left)) as string, told: verb };
}

/** "Norlandic soldiers" of "some of the 12 Norlandic soldiers"; whom nothing else is told of are people. */
function sayWhom(extraction: Extraction, { end }: Mention, noun: number): string {
  const { document, tokens } = extraction;
  const words = document.text
    .slice(end, tokens[noun]?.end)
    .trim()
    .replace(/^(?:of\s+)?(?:(?:the|these|those|its|their|his|her|our|other|more)\s+)*/i, '')
    .split(/\s+/);
  const short = words.length > MOST_WORDS ? words.slice(-1) : words;
  return short.length === 1 && OTHERS.test(short[0] ?? '') ? ANYBODY : short.join(' ');
}

const MOST_WORDS = 4;

/** With the place that its clause, or one that this clause hangs on, says it was in. */
function placed(extraction: Extraction, fate: Fate): Toll | null {
  const sentence = extraction.sentences[extraction.tokens[fate.whom]?.sentence ?? -1];
  const place = whereItWas(extraction, fate.told < 0 ? fate.whom : fate.told, LEAVING.has(fate.fate));
  return place && sentence ? { ...fate, place, span: { start: sentence.start, end: sentence.end } } : null;
}

/** "More than 30 were injured." right behind what a sentence tells of the dead of a place. */
function besides(extraction: Extraction, fate: Fate, before: Toll | null): Toll | null {
  const [here, there] = [fate.whom, before?.whom ?? -1].map((at) => extraction.tokens[at]?.sentence ?? -1) as [
    number,
    number,
  ];
  const sentence = extraction.sentences[here];
  const isOther = before !== null && fate.fate !== before.fate && fate.people === ANYBODY;
  const isElsewhere = mentionsOf(extraction, here).some(({ type }) => type === 'Place');
  if (!isOther || isElsewhere || !sentence || there < 0 || here - there > 1) return null;
  return { ...fate, place: before.place, span: { start: before.span.start, end: sentence.end } };
}
