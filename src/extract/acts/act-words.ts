// How far the words of an act reach.
import type { Extraction, Fact } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { closeMarks, isInsideTime } from '../facts/arguments.ts';
import type { Stretch } from '../facts/assemble.ts';
import { childrenBy, fullRelationAt, markersOf, stretchOf, topOf, uposOf } from '../tree.ts';
import { tokenAfter, wordAt } from '../words.ts';

/** "accused officials |of taking bribes|": what the object is said or made to do. */
const OF_DEED = /^(?:of|for|from|into|against)$/;
/** When and why, and no part of what was done. */
const WHEN = /^(?:since|during|until|till|before|after|following|amid|despite)\b/;
/** Words of an act: longer ones are a story of their own. */
export const LONGEST = 16;
/** … but what the object is to do is told whole: "allowed companies" alone is something else. */
export const LONGEST_WITH_DEED = 32;

/** With the conjuncts and the phrases that follow at once ("turned |the hall into a museum|"), as long as all is short. */
export function withNext(extraction: Extraction, { first, last }: Stretch, facts: readonly Fact[]): Stretch {
  let end = last;
  const takeIn = (span: Span, isJoined: boolean): boolean => {
    const [start, next] = [tokenAfter(extraction, span.start), tokenAfter(extraction, span.end - 1)];
    const head = topOf(extraction, span);
    const isApart = isJoined ? !isList(extraction, end + 1, start - 1) : start !== end + 1;
    const longest = fullRelationAt(extraction, head) === 'xcomp' ? LONGEST_WITH_DEED : LONGEST;
    if (isApart || next - first >= longest || isInsideTime(extraction, head)) return false;
    const markers = markersOf(extraction, head);
    const isClause = /^(?:advcl|ccomp)/.test(fullRelationAt(extraction, head));
    if (WHEN.test(markers) || (isClause && !OF_DEED.test(markers))) return false;
    end = next;
    return true;
  };
  const objects = facts.slice(1).flatMap(({ object }) => object ?? []);
  const whole = objects.every((object) => takeIn(object, true));
  if (whole && objects.length > 0) end = lastOfOwner(extraction, facts, end);
  if (whole) facts.at(-1)?.more.every((span) => takeIn(span, false));
  const closed = closeMarks(extraction, first, end);
  // A mark that no other one closes: the words break off inside a quotation.
  return isBalanced(extraction, closed) ? closed : { first, last };
}

/** "friends and family |of the elderly|": parsers hang what both share on the first. */
function lastOfOwner(extraction: Extraction, [fact]: readonly Fact[], end: number): number {
  if (!fact?.object || wordAt(extraction, end + 1) !== 'of') return end;
  const owner = childrenBy(extraction, topOf(extraction, fact.object), 'nmod').find(
    (each) => stretchOf(extraction, each).first === end + 1,
  );
  return owner === undefined ? end : stretchOf(extraction, owner).last;
}

function isBalanced(extraction: Extraction, { first, last }: Stretch): boolean {
  let marks = 0;
  for (let place = first; place <= last; place += 1) if (/^["“”]$/.test(wordAt(extraction, place))) marks += 1;
  return marks % 2 === 0;
}

/** ", ", " and ", " or the ". */
function isList(extraction: Extraction, first: number, last: number): boolean {
  for (let place = first; place <= last; place += 1)
    if (!/^(?:PUNCT|CCONJ|DET|ADP)$/.test(uposOf(extraction, place))) return false;
  return true;
}
