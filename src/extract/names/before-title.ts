// Where a span runs into the title behind it: "U.S. |Defense Secretary|", "Norlandish |Unification Minister|".
import { findCountry, findDemonym } from '../lexicon/countries.ts';
import { BODIES_OF_STATE, ORGANIZATION_HEADS } from '../lexicon/name-words.ts';
import { isOffice, LONGEST_TITLE } from '../lexicon/offices.ts';
import { classifyName } from './classify-name.ts';

/** From here on words are a name by themselves: "the Norair minister" would be one of Norair's. */
const KNOWN = 0.85;
const MINISTER = /^Ministers?$/;
const JUDGE = /^(?:district|circuit) judge$/;

/** How many words of a span are left before the title that its last words open; all where none does. */
export function lengthBeforeTitle(span: readonly string[], behind: readonly string[]): number {
  const last = span.at(-1)?.toLowerCase() ?? '';
  if (ORGANIZATION_HEADS.has(last) || BODIES_OF_STATE.has(last)) return span.length;
  // "Norair Media |chief executive|" is no "media chief".
  if ([2, 3].some((length) => isOffice(behind.slice(0, length).join(' ').toLowerCase()))) return span.length;
  const words = [...span, ...behind];
  for (let at = 0; at < span.length; at += 1) {
    for (let length = LONGEST_TITLE; length > span.length - at; length -= 1) {
      const title = words
        .slice(at, at + length)
        .join(' ')
        .toLowerCase();
      if (at + length <= words.length && (isOffice(title) || JUDGE.test(title))) return at;
    }
  }
  return MINISTER.test(behind[0] ?? '') ? ownerLength(span) : span.length;
}

/** Of "Norlandish Unification" before "Minister": what is not the minister's field. */
function ownerLength(span: readonly string[]): number {
  for (let length = span.length; length > 0; length -= 1) {
    const words = span.slice(0, length);
    const name = words.join(' ');
    if (findCountry(name) ?? findDemonym(name)) return length;
    if (classifyName(words).score >= KNOWN) return length;
  }
  return 0;
}
