// Spans that hold two names and are none: a body and a person side by side, a person and what she is of.
import { argMax } from './arg-max.ts';
import type { NameSpan } from './decode-names.ts';

/** What one does to another in a headline, with a capital. */
const DOES =
  /^(?:Names|Appoints|Elects|Hires|Picks|Taps|Fires|Sues|Backs|Meets|Bans|Beats|Buys|Visits|Urges|Warns|Tells|Thanks|Honou?rs|Promotes|Recruits|Welcomes|Nominates|Ousts|Replaces|Accuses|Blames|Joins|Acquires|Arrests|Charges)$/;

/** Two names side by side with nothing else in it or what one does to the other, each surer or one a person: "Trade Board Ada Quill". */
export function isRunTogether(
  { first, last, score }: NameSpan,
  names: readonly NameSpan[],
  person: number,
  words: readonly string[],
): boolean {
  const inside = names.filter((other) => first <= other.first && other.last <= last);
  const isPerson = ({ types }: NameSpan): boolean => argMax(types) === person;
  return inside.some(
    (left) =>
      left.first === first &&
      inside.some((right) => {
        const gap = right.first - left.last - 1;
        if (right.last !== last || gap < 0 || gap > 1) return false;
        if (gap === 1) return DOES.test(words[left.last + 1] ?? '');
        return isPerson(left) !== isPerson(right) || (left.score > score && right.score > score);
      }),
  );
}

/** "|Ada Quill| of the Harbour Union": no name goes on with such a word behind a person. `person`: place of the type. */
export function isPersonOf(
  { first, last }: NameSpan,
  names: readonly NameSpan[],
  person: number,
  words: readonly string[],
): boolean {
  return names.some(
    (inside) =>
      inside.first === first &&
      inside.last > first &&
      inside.last < last &&
      argMax(inside.types) === person &&
      /^(?:of|in|from|at)$/.test(words[inside.last + 1] ?? ''),
  );
}

/** Scores from which two names in one span are told apart from the whole, and below which it is doubted. */
const SURE = 0.85;
const DOUBTED = 0.5;

/** "|Trade Board| in |Torva|": both sure, and the whole is not. */
export function isNameIn(
  { first, last, score }: NameSpan,
  names: readonly NameSpan[],
  words: readonly string[],
): boolean {
  const inside = names.filter((other) => first <= other.first && other.last <= last && other.score >= SURE);
  if (score > DOUBTED) return false;
  return inside.some(
    (left) =>
      left.first === first &&
      /^(?:in|at|from|to)$/.test(words[left.last + 1] ?? '') &&
      inside.some((right) => right.first === left.last + 2 && right.last === last),
  );
}
