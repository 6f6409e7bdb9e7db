// "Mr Hale" where the text names Ada Hale and Tom Hale: which of them is meant the whole text tells, not the passage.
import type { Extraction } from '../../model/extraction.ts';
import { foldName, isSamePerson } from '../chains/name-forms.ts';
import type { Candidate } from './candidate-mentions.ts';
import type { Entities } from './entities.ts';

/** Places of the bare surnames that people in several of the rules' groups bear; resolving decides on them (resolve/stages/short-names.ts). */
export function sharedSurnames(
  { document }: Extraction,
  candidates: readonly Candidate[],
  { firsts }: Entities,
): ReadonlySet<number> {
  const people = candidates.flatMap(({ known }, place) =>
    known
      .filter(({ kind, type }) => kind === 'name' && type === 'Person')
      .map(({ start, end }) => ({ place, name: document.text.slice(start, end) })),
  );
  const isBare = ({ name }: { readonly name: string }): boolean => !foldName(name).includes(' ');
  const full = people.filter((each) => !isBare(each));
  const bearersOf = (surname: string): Set<number | undefined> =>
    new Set(full.filter(({ name }) => isSamePerson(surname, name)).map(({ place }) => firsts[place]));
  const counts = new Map<string, number>();
  return new Set(
    people.filter(isBare).flatMap(({ place, name }) => {
      const count = counts.get(name) ?? bearersOf(name).size;
      counts.set(name, count);
      return count > 1 ? [place] : [];
    }),
  );
}
