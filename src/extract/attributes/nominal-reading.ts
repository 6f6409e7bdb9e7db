// The stance of an event that a noun names ("talks", "a visit"): its own words, then the verb or noun that it is an argument of.
import type { Extraction } from '../../model/extraction.ts';
import { childrenBy, fullRelationAt, headOf, markersOf, relationAt } from '../tree.ts';
import { wordAt } from '../words.ts';
import { effectOf, isConditionNoun, isLight, PLAIN, type Reading, under } from './effects.ts';

type ReadEvent = (extraction: Extraction, at: number, depth: number, from?: number) => Reading;

/** Nouns that only portion out another: "a round of talks". */
const PORTIONS =
  /^(?:round|series|day|days|set|pair|start|beginning|resumption|continuation|wave|string|number|kind|sort)$/;

/** Negation and modality of an event noun. `readEvent` reads the verbs above it. */
export function nominalReading(extraction: Extraction, at: number, depth: number, readEvent: ReadEvent): Reading {
  return under(ownWords(extraction, at), governor(extraction, at, depth, readEvent));
}

/** "no talks", "planned talks", "without talks". */
function ownWords(extraction: Extraction, at: number): Reading {
  const determiners = childrenBy(extraction, at, 'det', 'advmod', 'cc');
  const denied = determiners.filter((each) => /^(?:no|neither|not)$/.test(wordAt(extraction, each))).length;
  const without = /^(?:without|instead of|rather than)\b/.test(markersOf(extraction, at)) ? 1 : 0;
  const qualities = childrenBy(extraction, at, 'amod')
    .map((each) => effectOf(extraction, each, 'argument'))
    .filter((effect) => effect !== null);
  return qualities.reduce<Reading>(under, { negations: denied + without, modality: 'actual' });
}

function governor(extraction: Extraction, at: number, depth: number, readEvent: ReadEvent): Reading {
  const head = headOf(extraction, at);
  if (head < 0) return PLAIN;
  const outer = (): Reading => readEvent(extraction, head, depth + 1, at);
  const effect = effectOf(extraction, head, 'argument');
  switch (relationAt(extraction, at)) {
    case 'obj':
    case 'obl':
      return asArgument(extraction, at, head, effect, outer);
    case 'nsubj':
      if (fullRelationAt(extraction, at) === 'nsubj:pass') return asArgument(extraction, at, head, effect, outer);
      if (isLight(extraction, head)) return outer();
      // "A visit is possible", "the talks are off the table"; "An attack would be a mistake".
      if (effect && childrenBy(extraction, head, 'cop').length > 0) return under(effect, outer());
      return isPointedAt(extraction, at) ? PLAIN : onlyUnreal(outer());
    case 'nmod':
      if (isConditionNoun(extraction, head)) return { negations: 0, modality: 'conditional' };
      if (effect) return under(effect, outer());
      return PORTIONS.test(wordAt(extraction, head)) ? outer() : PLAIN;
    case 'conj':
    case 'appos':
    case 'compound':
      return readEvent(extraction, head, depth + 1);
    case 'xcomp':
      return outer();
    default:
      return PLAIN;
  }
}

/** "cancelled a visit", "plans a visit", "held talks"; of other verbs only what makes the whole clause unreal reaches the noun. */
function asArgument(
  extraction: Extraction,
  at: number,
  head: number,
  effect: Reading | null,
  outer: () => Reading,
): Reading {
  const light = isLight(extraction, head);
  if (light && relationAt(extraction, at) !== 'obl') return outer();
  if (effect && !light) return under(effect, outer());
  return { negations: 0, modality: outer().modality };
}

/** "this bid": it is there, whatever becomes of it. */
function isPointedAt(extraction: Extraction, at: number): boolean {
  return childrenBy(extraction, at, 'det').some((each) => /^(?:this|these|that|those)$/.test(wordAt(extraction, each)));
}

function onlyUnreal({ modality }: Reading): Reading {
  return modality === 'conditional' || modality === 'possible' ? { negations: 0, modality } : PLAIN;
}
