// The encoder lists some phrases twice, with an article or a title and without ("the Norland Post", "Norland Post"): one mention each.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { foldName } from '../chains/name-forms.ts';
import { headOf, relationAt } from '../tree.ts';

/** A span of tokens, `end` exclusive; `known`: the mentions of the extraction that it is. */
interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly chance: number;
  readonly known: readonly Mention[];
}

/** Of two that nest and have one head the likelier, with what is known of both. `candidates`: sorted by start, longer first. */
export function joinSamePhrases<Found extends Phrase>(extraction: Extraction, candidates: readonly Found[]): Found[] {
  const kept: (Found | null)[] = [...candidates];
  for (let outer = 0; outer < candidates.length; outer += 1) {
    for (
      let inner = outer + 1;
      (candidates[inner]?.start ?? Number.POSITIVE_INFINITY) < (candidates[outer]?.end ?? 0);
      inner += 1
    ) {
      const [one, other] = [kept[outer], kept[inner]];
      if (!one || !other || !isSamePhrase(extraction, one, other) || isLongerName(extraction, one, other)) continue;
      const known = [...new Set([...one.known, ...other.known])];
      const [likelier, gone] = one.chance >= other.chance ? [outer, inner] : [inner, outer];
      kept[likelier] = { ...(kept[likelier] as Found), known };
      kept[gone] = null;
    }
  }
  return kept.filter((candidate) => candidate !== null);
}

/** One head, or a name behind the title that heads it; "Ada and her brother" is more than Ada. */
function isSamePhrase(extraction: Extraction, outer: Phrase, inner: Phrase): boolean {
  if (inner.start < outer.start || outer.end < inner.end) return false;
  const isTitled = relationAt(extraction, inner.head) === 'flat' && headOf(extraction, inner.head) === outer.head;
  if (inner.head !== outer.head && !isTitled) return false;
  for (let place = outer.start; place < outer.end; place += 1) {
    if (inner.start <= place && place < inner.end) continue;
    const relation = relationAt(extraction, place);
    if (relation === 'cc' || (relation === 'conj' && headOf(extraction, place) === outer.head)) return false;
  }
  return true;
}

/** "Western Norland" is not Norland, though its last word heads both; a person with a title is still the person. */
function isLongerName({ document }: Extraction, outer: Phrase, inner: Phrase): boolean {
  const nameOf = (mention: Mention): string => foldName(document.text.slice(mention.start, mention.end));
  const isThing = ({ kind, type }: Mention): boolean => kind === 'name' && type !== 'Person';
  return outer.known
    .filter(isThing)
    .some((long) =>
      inner.known.filter(isThing).some((short) => short.end === long.end && nameOf(long).endsWith(` ${nameOf(short)}`)),
    );
}
