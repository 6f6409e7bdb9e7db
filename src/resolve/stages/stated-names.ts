// After people: what a text says outright, "North Harbor Alliance (NHA)".
import type { Mention } from '../../model/extraction.ts';
import { compareSpans, sliceSpan } from '../../model/span.ts';
import { foldName } from '../fold.ts';
import { isAcronym } from '../organization-name.ts';
import type { UnitGroups } from '../unit-groups.ts';

const BY = 'stated-names@1';

/** Joins a name with the acronym that stands in brackets behind it, also where its letters are not the first of the words. */
export function joinStatedNames(groups: UnitGroups): void {
  const { units, unitsIn, unitOf } = groups.folder;
  for (const own of unitsIn.values()) {
    const extraction = units[own[0] ?? -1]?.extraction;
    if (extraction === undefined) continue;
    const { text } = extraction.document;
    const names = extraction.mentions.filter(({ kind }) => kind === 'name').sort(compareSpans);
    for (const [place, acronym] of names.entries()) {
      const long = names[place - 1];
      if (long === undefined || !isBracketed(long, acronym, text)) continue;
      const [left, right] = [unitOf.get(long.id), unitOf.get(acronym.id)];
      if (left === undefined || right === undefined) continue;
      const detail = `The text says ${text.slice(long.start, acronym.end)}).`;
      groups.join(left, right, { score: 0.98, reasons: [detail], by: BY }, 'stated');
    }
  }
}

function isBracketed(long: Mention, acronym: Mention, text: string): boolean {
  const short = sliceSpan(text, acronym);
  return (
    /^\s?\($/.test(text.slice(long.end, acronym.start)) &&
    text[acronym.end] === ')' &&
    isAcronym(short) &&
    holdsLetters(foldName(sliceSpan(text, long)), foldName(short).replaceAll(' ', ''))
  );
}

/** True where the letters stand in the words in that order, the first of them at the beginning of a word. */
function holdsLetters(words: string, letters: string): boolean {
  const start = ` ${words}`.indexOf(` ${letters[0]}`);
  let at = start;
  for (const letter of letters) {
    if (at < 0) return false;
    at = words.indexOf(letter, at) + 1 || -1;
  }
  return start >= 0 && at >= 0;
}
