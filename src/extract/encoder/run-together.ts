// Spans that hold two names and are none: a body and a person side by side, a person and what she is of.
import { argMax } from './arg-max.ts';
import type { NameSpan } from './decode-names.ts';

/** Two names side by side with nothing else in it, each surer or one a person: "Trade Board Ada Quill". */
export function isRunTogether({ first, last, score }: NameSpan, names: readonly NameSpan[], person: number): boolean {
  const inside = names.filter((other) => first <= other.first && other.last <= last);
  const isPerson = ({ types }: NameSpan): boolean => argMax(types) === person;
  return inside.some(
    (left) =>
      left.first === first &&
      inside.some((right) => {
        if (right.first !== left.last + 1 || right.last !== last) return false;
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
