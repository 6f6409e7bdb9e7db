// Exact match of open facts against clusters that list every acceptable form of a fact, in the manner of BenchIE (Gashteovski et
// al. 2022): a fact is right or wrong, a cluster is found or missed.

/** Words that may be there, or must. */
export interface Piece {
  readonly words: readonly string[];
  readonly optional: boolean;
}

/** Subject, predicate, object; an empty list where there is none. */
export type Form = readonly [readonly Piece[], readonly Piece[], readonly Piece[]];

/** Words of a fact, lower-case, without marks. */
export interface ExactFact {
  readonly subject: readonly string[];
  readonly predicate: readonly string[];
  readonly object: readonly string[];
  /** Further complements, in order. */
  readonly more: readonly (readonly string[])[];
}

export interface ExactScore {
  readonly right: number;
  readonly found: number;
  readonly hit: number;
  readonly clusters: number;
}

/** Each fact is read as it stands, and with its further complements as part of the object. */
export function scoreExact(clusters: readonly (readonly Form[])[], facts: readonly ExactFact[]): ExactScore {
  const hit = new Set<number>();
  let right = 0;
  for (const fact of facts) {
    const found = clusters.flatMap((forms, index) => (forms.some((form) => matchesFact(form, fact)) ? [index] : []));
    for (const index of found) hit.add(index);
    if (found.length > 0) right += 1;
  }
  return { right, found: facts.length, hit: hit.size, clusters: clusters.length };
}

/** True where some reading of the fact is the form; a preposition may close the predicate or open the object. */
export function matchesFact([subject, predicate, object]: Form, fact: ExactFact): boolean {
  if (!matches(subject, fact.subject)) return false;
  const readings = [fact.object, ...(fact.more.length > 0 ? [[...fact.object, ...fact.more.flat()]] : [])];
  return readings.some((words) =>
    shifts(fact.predicate, words).some(([left, right]) => matches(predicate, left) && matches(object, right)),
  );
}

const PREPOSITIONS = new Set(
  'to of in on at by for from with as into onto about against among between during after before over under near like through within without toward towards upon per via behind beyond above below around along across amid until since off out'.split(
    ' ',
  ),
);

/** The pair as it is, and with one or two prepositions moved over the border between predicate and object. */
function shifts(predicate: readonly string[], object: readonly string[]): [readonly string[], readonly string[]][] {
  const pairs: [readonly string[], readonly string[]][] = [[predicate, object]];
  for (let count = 1; count <= 2; count += 1) {
    const closing = predicate.slice(-count);
    if (closing.length === count && closing.every((word) => PREPOSITIONS.has(word)))
      pairs.push([predicate.slice(0, -count), [...closing, ...object]]);
    const opening = object.slice(0, count);
    if (opening.length === count && opening.every((word) => PREPOSITIONS.has(word)))
      pairs.push([[...predicate, ...opening], object.slice(count)]);
  }
  return pairs;
}

/** True where the words are the pieces, each optional one there or not. */
function matches(pieces: readonly Piece[], words: readonly string[]): boolean {
  const walk = (piece: number, place: number): boolean => {
    const current = pieces[piece];
    if (!current) return place === words.length;
    if (current.optional && walk(piece + 1, place)) return true;
    const fits = current.words.every((word, index) => words[place + index] === word);
    return fits && walk(piece + 1, place + current.words.length);
  };
  return walk(0, 0);
}
