// The stance of an event in a clause or phrase of circumstance: condition, purpose, time, what did not come to be.
import type { Extraction } from '../../model/extraction.ts';
import { isPast } from '../tense.ts';
import { childBy, childrenBy, childrenOf, headOf, markersOf, relationAt, stretchOf } from '../tree.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';
import { effectOf, PLAIN, type Reading, under } from './effects.ts';

type ReadEvent = (extraction: Extraction, at: number, depth: number, from?: number) => Reading;

export const CONDITION =
  /^(?:(?:even |only )?if|unless|provided(?: that)?|providing(?: that)?|assuming(?: that)?|lest|in case|in the event|as long as|so long as|on condition)\b/;
const PURPOSE = /^(?:to|in order to|so as to|so that|so|in order that|for to)$/;
const TEMPORAL = /^(?:until|till|before|after|once|when|whenever|as soon as|while|by the time)\b/;
/** What ends a stay or a life ends what was to come: "left before meeting her", "died before he could sign". */
const ENDING =
  /^(?:leave|die|resign|quit|withdraw|flee|depart|escape|collapse|retire|stop|end|close|arrest|kill|oust|expel|dismiss|sack|fire|recall|deport|disappear|vanish|abandon|cancel|halt|walk|drop|pull|break|shoot|assassinate|turn)$/;

/** "if X leaves", "to meet Y", "before leaving", "without leaving", "prevented from leaving". `readEvent` reads the verb above. */
export function adverbialReading(
  extraction: Extraction,
  at: number,
  governor: number,
  depth: number,
  readEvent: ReadEvent,
): Reading {
  const marker = leadOf(extraction, at);
  const outer = (): Reading => readEvent(extraction, governor, depth + 1, at);
  if (CONDITION.test(marker) || isAsLongAs(extraction, governor, marker) || opensWithCondition(extraction, at))
    return { negations: marker === 'lest' ? 1 : 0, modality: 'conditional' };
  if (/^(?:whether|as if|as though)/.test(marker)) return { negations: 0, modality: 'possible' };
  if (isGoingOn(extraction, at, governor)) return outer();
  if (isExcessive(extraction, governor) && marker === 'to') return under({ negations: 1, modality: 'actual' }, outer());
  if (PURPOSE.test(marker) && !/ing$/.test(wordAt(extraction, at))) return { negations: 0, modality: 'planned' };
  if (isReplaced(extraction, at, marker)) {
    const effect = effectOf(extraction, governor, 'infinitive') ?? PLAIN;
    return { negations: 1, modality: marker === 'against' ? effect.modality : 'actual' };
  }
  return afterTime(extraction, at, governor, marker, outer);
}

/** Gerunds and clauses of time: they share what the verb above is under, unless they tell of what is over. */
function afterTime(
  extraction: Extraction,
  at: number,
  governor: number,
  marker: string,
  outer: () => Reading,
): Reading {
  const gerund = /ing$/.test(wordAt(extraction, at)) && childrenBy(extraction, at, 'aux', 'cop').length === 0;
  if (gerund && /^(?:from|of|about|on|for|at|to|with)\b/.test(marker)) {
    // "came close to meeting", "got around to meeting".
    const before = wordAt(extraction, (childrenBy(extraction, at, 'mark')[0] ?? at) - 1);
    if (marker === 'to' && before === 'close') return under({ negations: 1, modality: 'actual' }, outer());
    if (marker === 'to' && before === 'around') return outer();
    const effect = effectOf(extraction, governor, 'infinitive', marker);
    return effect ? under(effect, outer()) : { negations: 0, modality: outer().modality };
  }
  if (marker === 'before' && at > governor && ENDING.test(lemmaAt(extraction, governor)))
    return under({ negations: 1, modality: 'actual' }, { negations: 0, modality: outer().modality });
  const finished = isPast(wordAt(extraction, at), lemmaAt(extraction, at)) && !gerund;
  // "until we find it": not yet.
  if (/^(?:until|till)\b/.test(marker) && !finished && !gerund && !hasPastAuxiliary(extraction, at))
    return { negations: 0, modality: outer().modality === 'conditional' ? 'conditional' : 'planned' };
  if (gerund || (TEMPORAL.test(marker) && !finished && !hasPastAuxiliary(extraction, at)))
    return { negations: 0, modality: outer().modality };
  return PLAIN;
}

/** The markers of a clause; "when", which is an adverb to parsers; "if" that hangs on its first noun; and what stands before "that" in "assuming that". */
export function leadOf(extraction: Extraction, at: number): string {
  const marker = markersOf(extraction, at);
  if (marker === '') {
    const adverb = childrenBy(extraction, at, 'advmod').find((each) => each < at);
    const word = wordAt(extraction, adverb ?? -1);
    if (/^(?:when|whenever|once)$/.test(word)) return word;
    // Not "if anything, they left": there the clause has a subject besides.
    const first = childrenBy(extraction, at, 'nsubj', 'expl')[0] ?? childBy(extraction, at, 'obl');
    const lead = first === undefined || first > at ? '' : markersOf(extraction, first);
    return /^(?:if|unless|in case|on condition|in event)$/.test(lead) ? lead : '';
  }
  if (marker !== 'that') return marker;
  const that = childrenBy(extraction, at, 'mark')[0] ?? 0;
  const before = wordAt(extraction, that - 1);
  return /^(?:assuming|provided|providing)$/.test(before) ? `${before} that` : marker;
}

/** A clause about what is over. */
export function hasPastAuxiliary(extraction: Extraction, at: number): boolean {
  return childrenBy(extraction, at, 'aux', 'cop').some((each) =>
    /^(?:was|were|had|did)$/.test(wordAt(extraction, each)),
  );
}

/** "went on to say": it was said; "go" alone is a plan ("is going to say"). */
export function isGoingOn(extraction: Extraction, at: number, governor: number): boolean {
  const to = childrenBy(extraction, at, 'mark').find((each) => wordAt(extraction, each) === 'to');
  return to !== undefined && lemmaAt(extraction, governor) === 'go' && wordAt(extraction, to - 1) === 'on';
}

/** "dropped |plans| to meet": the noun right before the infinitive governs it, though the parser hung it on the verb. */
export function governingNoun(extraction: Extraction, at: number, governor: number): number | null {
  const to = childrenBy(extraction, at, 'mark').find((each) => wordAt(extraction, each) === 'to');
  if (to === undefined || to !== childrenOf(extraction, at)[0] || tagAt(extraction, to - 1) !== 'NOUN') return null;
  const isObject = relationAt(extraction, to - 1) === 'obj' && headOf(extraction, to - 1) === governor;
  return isObject && effectOf(extraction, to - 1, 'infinitive') !== null ? to - 1 : null;
}

/** "in case X left", "on condition that X left", "so long as X left": the words that open the clause, however the parser ties them. */
function opensWithCondition(extraction: Extraction, at: number): boolean {
  let { first } = stretchOf(extraction, at);
  // The parser may have hung the opening on the verb above.
  while (
    first > 0 &&
    /^(?:in|the|on|case|event|condition|so|as|long|providing|supposing)$/.test(wordAt(extraction, first - 1))
  )
    first -= 1;
  const words = [0, 1, 2].map((place) => wordAt(extraction, first + place)).join(' ');
  return /^(?:in case|in the event|on condition|on the condition|providing|supposing|suppose|so long as|as long as)\b/.test(
    words,
  );
}

/** "as long as", "so long as": the parser hangs the clause on "long". */
function isAsLongAs(extraction: Extraction, governor: number, marker: string): boolean {
  return (
    marker === 'as' &&
    wordAt(extraction, governor) === 'long' &&
    /^(?:as|so)$/.test(wordAt(extraction, childBy(extraction, governor, 'advmod') ?? -1))
  );
}

/** "too ill to meet", "came too late to meet". */
function isExcessive(extraction: Extraction, governor: number): boolean {
  return childrenBy(extraction, governor, 'advmod')
    .flatMap((each) => [each, ...childrenBy(extraction, each, 'advmod')])
    .some((each) => wordAt(extraction, each) === 'too');
}

/** "without meeting", "instead of meeting", "rather than meet", however the parser ties the two words together. */
function isReplaced(extraction: Extraction, at: number, marker: string): boolean {
  if (/^(?:without|instead of|rather than|against)\b/.test(marker)) return true;
  return childrenOf(extraction, at).some(
    (each) =>
      each < at &&
      ((wordAt(extraction, each) === 'instead' && wordAt(extraction, each + 1) === 'of') ||
        (wordAt(extraction, each) === 'rather' && wordAt(extraction, each + 1) === 'than')),
  );
}
