// Titles of offices in one form, so that "Minister of Foreign Affairs" and "foreign minister" are one office.
import { foldWords } from './fold.ts';

/** Words that say that the office is past, to come or shared, and no more. */
const TIME_WORDS = new Set(
  'former ex then acting interim outgoing incoming current new longtime late onetime retired'.split(' '),
);
const SAME_WORDS: Readonly<Record<string, string>> = {
  defence: 'defense',
  labour: 'labor',
  premier: 'prime minister',
  spokeswoman: 'spokesperson',
  spokesman: 'spokesperson',
  chairman: 'chair',
  chairwoman: 'chair',
  chairperson: 'chair',
  chief: 'head',
  ceo: 'chief executive',
};
const FILLERS = new Set('of the for and s affairs'.split(' '));

/** Folded words of a title in alphabetical order, time words and fillers left out. */
export function normalizeTitle(title: string): string {
  const words = foldWords(title).filter((word) => !TIME_WORDS.has(word) && !FILLERS.has(word));
  return [...new Set(words.flatMap((word) => (SAME_WORDS[word] ?? word).split(' ')))].sort().join(' ');
}
