// Acronyms in brackets: "the Northern Harbour Board (NHB)" says that both names are one body.
import type { Extraction, Mention } from '../../model/extraction.ts';

/** Two mentions that a text itself equates. */
export interface Equation {
  readonly left: Mention;
  readonly right: Mention;
}

const SMALL = /^(of|the|and|for|on|in|to|de|la|du|des|y|e|&|against|with)$/i;

/** Pairs of a name and the acronym that follows it in brackets (or the other way round), in reading order. */
export function findAcronyms(extraction: Extraction): Equation[] {
  const names = extraction.mentions.filter(({ kind }) => kind === 'name');
  return names.flatMap((left) => {
    const right = names.find(
      (other) =>
        other.start >= left.end &&
        other.start - left.end <= 3 &&
        extraction.document.text.slice(left.end, other.start).trim() === '(',
    );
    if (!right || extraction.document.text[right.end] !== ')') return [];
    const surfaces = [left, right].map(({ start, end }) => extraction.document.text.slice(start, end)) as [
      string,
      string,
    ];
    return isAcronymOf(surfaces[1], surfaces[0]) || isAcronymOf(surfaces[0], surfaces[1]) ? [{ left, right }] : [];
  });
}

/** "NHB", "N.H.B.": a name of capitals alone. */
export function isInitials(surface: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}$/u.test(surface);
}

/** True where the letters of `short` are the initials of the words of `long`, small words counted or not. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[.\s]/g, '');
  if (!/^\p{Lu}[\p{L}\d]{1,9}$/u.test(letters) || letters.length >= long.length) return false;
  // "Co-operation" gives one letter, "Anglo-Dutch" two.
  const words = long
    .replace(/-\p{Ll}+/gu, '')
    .split(/[\s-]+/)
    .filter((word) => word.length > 0);
  // A small word that carries meaning gives no letter: "eastern Norland" is not "EN".
  if (words.some((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word))) return false;
  const initials = (list: readonly string[]) => list.map((word) => word[0]?.toUpperCase() ?? '').join('');
  const wanted = letters.toUpperCase();
  return words.length > 1 && [initials(words), initials(words.filter((word) => !SMALL.test(word)))].includes(wanted);
}
