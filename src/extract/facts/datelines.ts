// "TORVA (Harrow News) - Officials said": where and by whom it was written stands before the first sentence of a wire story.
import type { Extraction } from '../../model/extraction.ts';
import { uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';

/** Words before the dash. */
const LONGEST = 12;

/** The place of the dash that ends the dateline of the sentence of a token; -1 where it has none. */
export function datelineEnd(extraction: Extraction, token: number): number {
  const sentence = extraction.sentences[extraction.tokens[token]?.sentence ?? -1];
  if (!sentence) return -1;
  const opening = extraction.tokens[sentence.firstToken];
  if (!opening || !/^\p{Lu}{3,}$/u.test(extraction.document.text.slice(opening.start, opening.end))) return -1;
  for (let place = sentence.firstToken + 1; place < sentence.firstToken + LONGEST; place += 1) {
    const [before, dash, after] = [place - 1, place, place + 1].map((each) => extraction.tokens[each]);
    if (/^(?:VERB|AUX)$/.test(uposOf(extraction, place))) return -1;
    const apart = before && dash && after && before.end < dash.start && dash.end < after.start;
    if (apart && /^(?:[-–—]|--)$/.test(wordAt(extraction, place))) return place;
  }
  return -1;
}

/** True for a word of a dateline. */
export function isDateline(extraction: Extraction, token: number): boolean {
  return token < datelineEnd(extraction, token);
}
