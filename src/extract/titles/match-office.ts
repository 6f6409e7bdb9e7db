// Finds the title that ends, or begins, at a place in a clause: the longest the lexicon knows, with its modifiers.
import { isOffice, LONGEST_TITLE, PAST_MODIFIERS, TITLE_MODIFIERS } from '../lexicon/offices.ts';
import type { Unit } from '../relations/clause.ts';

export interface Office {
  /** As the lexicon spells it, without modifiers. */
  readonly title: string;
  /** Places of the first and last unit of the whole phrase, modifiers included. */
  readonly first: number;
  readonly last: number;
  /** "former", "then-": no longer held, or held then. */
  readonly past: boolean;
}

const phrase = (units: readonly Unit[], first: number, last: number) =>
  units
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ')
    .replace(/ - /g, '-');

const isPlain = (units: readonly Unit[], first: number, last: number) =>
  units.slice(first, last + 1).every(({ mention }) => mention === null);

/** The title whose last word is at `last`. */
export function officeEndingAt(units: readonly Unit[], last: number): Office | null {
  for (let first = Math.max(0, last - LONGEST_TITLE - 1); first <= last; first += 1) {
    if (!isPlain(units, first, last)) continue;
    const title = phrase(units, first, last);
    if (isOffice(title)) return withModifiers(units, title, first, last);
  }
  return null;
}

/** The title whose first word, after modifiers, is at `first`. */
export function officeStartingAt(units: readonly Unit[], first: number): Office | null {
  let start = first;
  while (isModifier(units[start]) && !startsTitle(units, start)) start += 1;
  for (let last = Math.min(units.length - 1, start + LONGEST_TITLE + 1); last >= start; last -= 1) {
    if (!isPlain(units, start, last)) continue;
    const title = phrase(units, start, last);
    if (isOffice(title)) return withModifiers(units, title, start, last);
  }
  return null;
}

function startsTitle(units: readonly Unit[], start: number): boolean {
  return [1, 2, 3].some(
    (length) => isPlain(units, start, start + length) && isOffice(phrase(units, start, start + length)),
  );
}

function isModifier(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.mention === null && (TITLE_MODIFIERS.has(unit.text) || unit.text === '-');
}

function withModifiers(units: readonly Unit[], title: string, first: number, last: number): Office {
  let start = first;
  while (start > 0 && isModifier(units[start - 1])) start -= 1;
  const past = units.slice(start, first).some(({ text }) => PAST_MODIFIERS.has(text));
  return { title, first: start, last, past };
}
