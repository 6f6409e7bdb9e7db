// What stands around a name tells what it is, where its own words do not: a title before it, "said" behind it, "in" before a place.
import type { Extraction, Token } from '../../model/extraction.ts';
import { genderOfName } from '../chains/genders.ts';
import { findCountry, findDemonym } from '../lexicon/countries.ts';
import { FIRST_NAMES, PERSON_TITLES } from '../lexicon/name-words.ts';
import { isOffice } from '../lexicon/offices.ts';
import { classifyName, type NameType } from './classify-name.ts';
import type { Run, Spellings } from './find-runs.ts';

/** Least score of a name that only the rules see. */
export const LEAST_ALONE = 0.7;
const SAYING =
  /^(said|says|told|added|stated|announced|warned|argued|claimed|denied|insisted|wrote|tweeted|explained|noted)$/;

/** The type by the words around; null where they say nothing. */
export function typeFromCompany(extraction: Extraction, run: Run, spellings: Spellings): NameType | null {
  const words = extraction.tokens.slice(run.first, run.last + 1).map(spellings.textOf);
  const text = (at: number) => (extraction.tokens[at] ? spellings.textOf(extraction.tokens[at] as Token) : '');
  const before = text(run.first - 1);
  const pair = `${text(run.first - 2)} ${before}`.toLowerCase();
  const after = text(run.last + 1);
  if (isOffice(before.toLowerCase()) || isOffice(pair) || PERSON_TITLES.has(before.toLowerCase()))
    return { type: 'Person', score: 0.88 };
  if (
    /^(per|via)$/i.test(before) ||
    pair === 'according to' ||
    (/^The$/.test(text(run.first)) && run.last > run.first)
  ) {
    const own = classifyName(words);
    if (own.type !== 'Person' || own.score < 0.6) return { type: 'Organization', score: 0.72 };
  }
  if (isSignature(extraction, run, words, after)) return { type: 'Person', score: 0.86 };
  if (SAYING.test(after)) return { type: 'Person', score: 0.7 };
  // "Ada Quill (born 1961)"
  if (after === '(' && /^(?:born|née|né)$/.test(text(run.last + 2))) return { type: 'Person', score: 0.9 };
  if (after === ',' && /^\d\d?$/.test(text(run.last + 2)) && text(run.last + 3) === ',')
    return { type: 'Person', score: 0.85 };
  // "in Modern times": the tagger sees no name.
  const isTagged = run.last > run.first || extraction.tokens[run.first]?.upos !== 'ADJ';
  if (/^(in|near|outside|toward|towards)$/i.test(before) && run.last - run.first < 2 && isTagged)
    return { type: 'Place', score: 0.7 };
  if (/(north|south|east|west|travel\w*|trip|flew|went|visit|moved?|return\w*|back) to$/i.test(pair))
    return { type: 'Place', score: 0.7 };
  if (before === 'to' && classifyName([text(run.first - 2)]).type === 'Place') return { type: 'Place', score: 0.65 };
  if (after === ',' && findCountry(text(run.last + 2))) return { type: 'Place', score: 0.75 };
  if (/^(?:town|city|village|port|island|province|district|suburb) of$/.test(pair))
    return { type: 'Place', score: 0.85 };
  if (/^(?:province|district|county|peninsula|valley)$/.test(after)) return { type: 'Place', score: 0.8 };
  return null;
}

/** "Frenchman |Abel Quill| won": two names behind a people, and a verb or a mark behind them; not "Norlandish Gold Coast resorts". */
export function isNational({ tokens }: Extraction, { first, last }: Run, { textOf }: Spellings): boolean {
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  if (before === undefined || last === first || findDemonym(textOf(before)) === undefined) return false;
  const isAllNames = tokens.slice(first, last + 1).every(({ upos }) => upos === 'PROPN');
  return isAllNames && (after === undefined || /^(?:VERB|AUX|PUNCT|CCONJ|PART)$/.test(after.upos));
}

/** "Thanks, / Ada" and "Ada, please call": a first name that is a line of its own, or that a line greets. */
function isSignature(extraction: Extraction, run: Run, words: readonly string[], after: string): boolean {
  const token = extraction.tokens[run.first];
  const sentence = extraction.sentences[token?.sentence ?? -1];
  const isGiven = FIRST_NAMES.has(words[0] ?? '') || genderOfName(words[0] ?? '') !== null;
  if (words.length !== 1 || !/^\p{Lu}\p{Ll}/u.test(words[0] ?? '') || !isGiven || token?.upos !== 'PROPN') return false;
  return sentence?.firstToken === run.first && (sentence.lastToken - run.first < 2 || after === ',' || after === '-');
}
