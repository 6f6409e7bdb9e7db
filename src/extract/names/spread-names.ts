// A name that the encoder saw once is a name wherever the document has those words.

/** Places of tokens, `last` inclusive. */
export interface Spread {
  readonly first: number;
  readonly last: number;
  readonly surface: string;
  /** Chance that a name stands just here. */
  readonly score: number;
}

/** Below this a name is too doubtful to be looked for elsewhere. */
const LEAST = 0.7;
/** The same for a name of one word. */
const LEAST_ALONE = 0.85;
/** Words of the longest name that is looked for. */
const LONGEST = 8;

/**
 * The names with those that were missed or cut short elsewhere; what a longer one swallows goes. `words`: of the whole document;
 * `isAlone`: true where a word may be a name by itself.
 */
export function spreadNames<Name extends Spread>(
  names: readonly Name[],
  words: readonly string[],
  isAlone: (place: number) => boolean,
): Name[] {
  const known = new Map<string, Name>();
  for (const name of names) {
    const isShort = name.last - name.first < LONGEST && /^\p{Lu}/u.test(name.surface);
    const least = name.last > name.first ? LEAST : LEAST_ALONE;
    const before = known.get(name.surface);
    if (isShort && name.score >= least && (before?.score ?? 0) < name.score) known.set(name.surface, name);
  }
  // No more words than this are a name that is known, whatever blanks stand inside a word.
  const longest = Math.max(0, ...[...known.keys()].map((surface) => surface.split(' ').length));
  const openers = new Set([...known.values()].map(({ first }) => words[first] ?? ''));
  const added: Name[] = [];
  for (let first = 0; first < words.length; first += 1) {
    if (!openers.has(words[first] ?? '')) continue;
    for (let length = Math.min(LONGEST, longest, words.length - first); length > 0; length -= 1) {
      const name = known.get(words.slice(first, first + length).join(' '));
      if (name === undefined || (length === 1 && !isAlone(first))) continue;
      added.push({ ...name, first, last: first + length - 1 });
      first += length - 1;
      break;
    }
  }
  const fresh = added.filter(
    (one) => !names.some((name) => name.first <= one.last && one.first <= name.last && !isInside(name, one)),
  );
  const kept = names.filter((name) => !fresh.some((one) => isInside(name, one)));
  return [...kept, ...fresh];
}

function isInside(inner: Spread, outer: Spread): boolean {
  return outer.first <= inner.first && inner.last <= outer.last && outer.last - outer.first > inner.last - inner.first;
}
