// What a governing word does to the event that it governs: plans it, doubts it, demands it, denies it (data/lexicon/modality.json).
import type { Extraction, Modality } from '../../model/extraction.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { lemmaWithParticle } from '../tree.ts';
import { lemmaAt, regularStems, wordAt } from '../words.ts';

/** How often an event is negated, and the innermost modality that is not `actual`. */
export interface Reading {
  readonly negations: number;
  readonly modality: Modality;
}

type Classes = Readonly<Record<'planned' | 'possible' | 'demanded' | 'negative', readonly string[]>>;
interface Lists {
  readonly infinitive: Classes;
  readonly clause: Classes & { readonly raising: readonly string[] };
  readonly argument: Classes & { readonly light: readonly string[] };
  readonly modals: Readonly<Record<string, Modality>>;
  readonly possibleAdverbs: readonly string[];
  readonly negativeWords: readonly string[];
  readonly conditionNouns: readonly string[];
}

const LISTS = readLexicon<Lists>('modality');
const KINDS = ['planned', 'possible', 'demanded', 'negative'] as const;

function tableOf(classes: Classes): ReadonlyMap<string, ReadonlySet<(typeof KINDS)[number]>> {
  const table = new Map<string, Set<(typeof KINDS)[number]>>();
  for (const kind of KINDS)
    for (const word of classes[kind]) table.set(word, (table.get(word) ?? new Set<(typeof KINDS)[number]>()).add(kind));
  return table;
}

const TABLES = {
  infinitive: tableOf(LISTS.infinitive),
  clause: tableOf(LISTS.clause),
  argument: tableOf(LISTS.argument),
} as const;
const RAISING = new Set(LISTS.clause.raising);
const LIGHT = new Set(LISTS.argument.light);
const CONDITION_NOUNS = new Set(LISTS.conditionNouns);

/** Words that deny by themselves ("not", "never", "nobody"). */
export const NEGATIVE_WORDS: ReadonlySet<string> = new Set(LISTS.negativeWords);
/** Adverbs that leave it open ("reportedly"). */
export const HEDGES: ReadonlySet<string> = new Set(LISTS.possibleAdverbs);

/** The modality of a modal verb, or null. */
export function modalityOfModal(word: string): Modality | null {
  return Object.hasOwn(LISTS.modals, word) ? (LISTS.modals[word] ?? null) : null;
}

/** What the word does to an infinitive, a clause or a noun that it governs, led in by `link` ("keep from"); null where it is in no list. */
export function effectOf(extraction: Extraction, index: number, use: keyof typeof TABLES, link = ''): Reading | null {
  const table = TABLES[use];
  const forms = [
    `${lemmaAt(extraction, index)} ${link}`,
    lemmaWithParticle(extraction, index),
    lemmaAt(extraction, index),
    wordAt(extraction, index),
    ...regularStems(wordAt(extraction, index)),
  ];
  // With a particle the verb is another one: "call off" is not "call".
  const found = forms.map((form) => table.get(form)).find((kinds) => kinds !== undefined);
  if (!found) return null;
  const negations = found.has('negative') ? 1 : 0;
  if (found.has('demanded')) return { negations, modality: 'demanded' };
  if (found.has('planned')) return { negations, modality: 'planned' };
  return { negations, modality: found.has('possible') ? 'possible' : 'actual' };
}

/** "does not think that X left" denies the leaving. */
export function raisesNegation(extraction: Extraction, index: number): boolean {
  return RAISING.has(lemmaAt(extraction, index));
}

/** Verbs that only carry the event that their noun names: "held talks", "the talks took place". */
export function isLight(extraction: Extraction, index: number): boolean {
  return LIGHT.has(lemmaWithParticle(extraction, index));
}

/** "in the event of an attack". */
export function isConditionNoun(extraction: Extraction, index: number): boolean {
  return CONDITION_NOUNS.has(lemmaAt(extraction, index));
}

export const PLAIN: Reading = { negations: 0, modality: 'actual' };

/** The inner reading under the outer one: negations add up, the innermost modality wins. */
export function under(inner: Reading, outer: Reading): Reading {
  return {
    negations: inner.negations + outer.negations,
    modality: inner.modality === 'actual' ? outer.modality : inner.modality,
  };
}
