// Persons in one span with what is no part of a name: "Ada Quill |of Norland|", "|Skier| Ada Quill", "Ada Quill |and| Olaf Berg".
import { ORGANIZATION_HEADS, PERSON_TITLES } from '../lexicon/name-words.ts';
import { isOffice } from '../lexicon/offices.ts';
import type { Part, SpanWord } from './span-words.ts';

/** The stretches of a person's span that are to be read one by one. `isTitled`: true behind a title ("Prince Emil of Norland"). */
export function cutPeople(words: readonly SpanWord[], opens: boolean, isTitled: boolean): Part[] {
  const joint = words.findIndex(({ text }, at) => text === 'and' && isFullName(words.slice(0, at)));
  if (joint > 0 && isFullName(words.slice(joint + 1)))
    return [...cutPeople(words.slice(0, joint), opens, isTitled), { first: joint + 1, last: words.length - 1 }];
  // The tagger sees a noun, whose capital is that of the sentence.
  const first = opens && words[0]?.upos === 'NOUN' && isFullName(words.slice(1)) ? 1 : 0;
  const of = isTitled ? -1 : words.findIndex(({ text }, at) => text === 'of' && isFullName(words.slice(first, at)));
  return [{ first, last: (of < 0 ? words.length : of) - 1 }];
}

/** Two words with capitals or more, no title among them, nor the noun of a body. */
function isFullName(words: readonly SpanWord[]): boolean {
  const isTitle = ({ text }: SpanWord): boolean =>
    PERSON_TITLES.has(text.toLowerCase()) || isOffice(text.toLowerCase());
  const isBody = ORGANIZATION_HEADS.has(words.at(-1)?.text.toLowerCase() ?? '');
  return words.length > 1 && !isBody && !words.some(isTitle) && words.every(({ text }) => /^(?:\p{Lu}|-)/u.test(text));
}
