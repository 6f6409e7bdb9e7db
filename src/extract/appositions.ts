// What a verb or a phrase of place says of a thing is not said of whom an apposition names beside it: in "Police arrested Falk, an
// aide to Brekke, in Torva" nothing was done to Brekke.
import type { Extraction, Mention } from '../model/extraction.ts';
import { fullRelationAt, headOf, stretchOf, subtreeOf, uposOf } from './tree.ts';
import { wordAt } from './words.ts';

/** Types that a verb or a place beside it states. */
const OF_CLAUSE =
  /^(?:OPPOSES|MET_WITH|ALLY_OF|PARTICIPATED_IN|BASED_IN|LOCATED_IN|RESIDES_IN|BORN_IN|BORN_ON|DIED_IN|DIED_ON)$/;
/** No apposition lies deeper in a phrase. */
const MOST_STEPS = 6;

/** True where one of the two stands inside an apposition, below its noun, and the other outside of what the apposition describes. */
export function arePartedByApposition(
  extraction: Extraction,
  type: string | null,
  left: Mention,
  right: Mention,
): boolean {
  // "a village in Harrow County, in Norland": of places the smaller stands first, apposed or not.
  const arePlaces = left.type === 'Place' && right.type === 'Place';
  if (arePlaces || !OF_CLAUSE.test(type ?? '')) return false;
  return isApart(extraction, left.head, right.head) || isApart(extraction, right.head, left.head);
}

function isApart(extraction: Extraction, inner: number, outer: number): boolean {
  if (extraction.tokens[inner]?.sentence !== extraction.tokens[outer]?.sentence) return false;
  const noun = appositionAround(extraction, inner);
  if (noun === null) return false;
  if (isBehind(extraction, noun, inner, outer)) return true;
  const anchor = anchorOf(extraction, noun);
  return (
    outer !== anchor && !subtreeOf(extraction, anchor).includes(outer) && !subtreeOf(extraction, noun).includes(outer)
  );
}

/** The noun of the apposition that a word stands below; null where it stands in none. */
function appositionAround(extraction: Extraction, inner: number): number | null {
  let at = inner;
  for (let step = 0; step < MOST_STEPS && headOf(extraction, at) >= 0; step += 1) {
    const above = headOf(extraction, at);
    if (!/^(?:nmod|conj|flat|compound|appos)/.test(fullRelationAt(extraction, at))) return null;
    if (isApposition(extraction, above)) return above;
    at = above;
  }
  return null;
}

/** A parser may hang it on the verb: "arrested Falk, a former |aide| to Brekke". */
function isApposition(extraction: Extraction, noun: number): boolean {
  const relation = fullRelationAt(extraction, noun);
  return (
    uposOf(extraction, noun) === 'NOUN' &&
    (relation === 'appos' || (relation === 'parataxis' && opens(extraction, noun)))
  );
}

/** Behind a name and a comma. */
function opens(extraction: Extraction, noun: number): boolean {
  const { first } = stretchOf(extraction, noun, ['punct']);
  return wordAt(extraction, first - 1) === ',' && uposOf(extraction, first - 2) === 'PROPN';
}

function anchorOf(extraction: Extraction, noun: number): number {
  return fullRelationAt(extraction, noun) === 'appos'
    ? headOf(extraction, noun)
    : stretchOf(extraction, noun, ['punct']).first - 2;
}

/** "Lund, director of the Museum, |in Torva|": the comma closes what one opened, whatever the parser hung the place on. */
function isBehind(extraction: Extraction, noun: number, inner: number, outer: number): boolean {
  const { first } = stretchOf(extraction, noun, ['punct']);
  if (wordAt(extraction, first - 1) !== ',') return false;
  for (let place = inner + 1; place < outer; place += 1)
    if (wordAt(extraction, place) === ',') return uposOf(extraction, place + 1) === 'ADP';
  return false;
}
