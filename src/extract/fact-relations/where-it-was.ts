// The place that a text gives for what a word tells, by the tree: its own, or that of the clause that it hangs on.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { isAnonymous } from '../chain-index.ts';
import { childrenBy, headOf, linkOf, markersOf, relationAt, subtreeOf, uposOf } from '../tree.ts';
import { lemmaAt } from '../words.ts';
import { entityAt } from './entity-at.ts';

/** Words on whose account the place of the clause above is that of this one; who says it says it elsewhere. */
const WITHIN = /^(?:advcl|acl|amod|conj|xcomp|nsubj|obj|obl|nmod|appos)$/;
const HIGHEST = 6;
const IN = /^(?:in|at|on|near|outside|around|inside|across|throughout)\b/;
/** "the streets |of Torva|" lie in it. */
const PARTS = /^(?:street|centre|center|square|suburb|outskirt|heart|downtown|port|airport)s?$/;

/** Null where none is named. `isLeft`: of what leads away, so that "from Torva" and "fled Torva" are its place. */
export function whereItWas(extraction: Extraction, word: number, isLeft: boolean): Mention | null {
  let hasActor = false;
  for (let top = word, step = 0; step < HIGHEST; step += 1) {
    const place = placeBelow(extraction, top, isLeft, hasActor);
    if (place !== null || !WITHIN.test(relationAt(extraction, top))) return place;
    // "Regulators in Torva closed it after two people died": where the regulators are.
    hasActor ||= relationAt(extraction, top) === 'advcl' && childrenBy(extraction, top, 'nsubj').length > 0;
    top = headOf(extraction, top);
  }
  return null;
}

/** The first place of a phrase like "in a market in Torva". */
function placeBelow(extraction: Extraction, top: number, isLeft: boolean, hasActor: boolean): Mention | null {
  // A parser may hang on the verb what stands between it and its subject.
  const actor = hasActor ? (childrenBy(extraction, top, 'nsubj')[0] ?? top) : top;
  const inside = subtreeOf(extraction, top, (child) => !/^(?:ccomp|parataxis)$/.test(relationAt(extraction, child)));
  for (const at of inside) {
    if ((actor < at && at < top) || !isOfPlace(extraction, at, isLeft)) continue;
    const place = [at, ...childrenBy(extraction, at, 'compound')]
      .map((word) => entityAt(extraction, word)) // "Norland |province|" may be none
      .find((mention) => mention?.type === 'Place' && !isAnonymous(extraction, mention));
    if (place) return place;
  }
  return null;
}

function isOfPlace(extraction: Extraction, at: number, isLeft: boolean): boolean {
  const relation = relationAt(extraction, at);
  if (relation === 'obj') return isLeft && uposOf(extraction, at) === 'PROPN' && markersOf(extraction, at) === '';
  if (relation !== 'obl' && relation !== 'nmod') return false;
  if (linkOf(extraction, at) === 'of') return PARTS.test(lemmaAt(extraction, headOf(extraction, at)));
  return IN.test(markersOf(extraction, at)) || (isLeft && linkOf(extraction, at) === 'from');
}
