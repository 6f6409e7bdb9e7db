// "President Quill spoke": whose office that is where the words beside it do not say, told by the country that the text is about.
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { findCountry } from '../lexicon/countries.ts';
import { relationOfOffice } from '../lexicon/offices.ts';
import { typeOfReferent } from '../relations/make-relation.ts';
import { ownerlessTitles } from '../titles/titles.ts';
import type { RelationCandidate } from './candidate.ts';
import { keysOf } from './entities.ts';
import { LEAST_SCORE } from './score-pairs.ts';

/** A country named once may be any country. */
const LEAST_MENTIONS = 2;

export interface HomeTitles {
  /** Titles before a name of which the words beside it do not say whose they are, by the key of the person. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
  /** Share of each country in the mentions of countries, by key; without those named once. */
  readonly countries: ReadonlyMap<string, number>;
}

export function homeTitlesOf(extraction: Extraction): HomeTitles {
  const keys = keysOf(extraction);
  const titles = new Map<string, string[]>();
  for (const { person, title } of ownerlessTitles(extraction)) {
    const key = keys.get(person.id) ?? person.id;
    titles.set(key, [...(titles.get(key) ?? []), title]);
  }
  return { titles, countries: countryShares(extraction, keys) };
}

function countryShares(extraction: Extraction, keys: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const mention of extraction.mentions) {
    if (mention.kind !== 'name' || countryOf(extraction, mention) === undefined) continue;
    const key = keys.get(mention.id) ?? mention.id;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    all += 1;
  }
  return new Map([...counts].flatMap(([key, count]) => (count < LEAST_MENTIONS ? [] : [[key, count / all] as const])));
}

function countryOf({ document }: Extraction, { start, end, referent }: Mention) {
  return findCountry(referent?.name ?? document.text.slice(start, end));
}

/** "Prime Minister Ada Quill": in a state she heads the government, whatever sentence names the state. */
export function isTitled(
  extraction: Extraction,
  { type, ends, object }: Pick<RelationCandidate, 'type' | 'ends' | 'object'>,
  { titles }: HomeTitles,
): boolean {
  const [owner] = object;
  const own = titles.get(ends[0]);
  if (own === undefined || owner === undefined) return false;
  const country = countryOf(extraction, owner);
  return own.some((title) => relationOfOffice(title, { type: typeOfReferent(owner), country }) === type.name);
}

/** Offices in the countries of the text of which the head thought nothing. */
export function addTitled(
  extraction: Extraction,
  ontology: Ontology,
  candidates: readonly RelationCandidate[],
): RelationCandidate[] {
  const home = homeTitlesOf(extraction);
  const keys = keysOf(extraction);
  const named = (key: string): Mention[] =>
    extraction.mentions.filter(({ id, kind }) => kind === 'name' && (keys.get(id) ?? id) === key);
  const added = [...home.titles.keys()].flatMap((person) =>
    [...home.countries.keys()].flatMap((country) => {
      const pair = { subject: named(person), object: named(country), ends: [person, country] as const };
      const type = ontology.relationTypes.find((each) => isTitled(extraction, { ...pair, type: each }, home));
      return type === undefined ? [] : [{ ...pair, type }];
    }),
  );
  const isBetween = (one: RelationCandidate, ends: RelationCandidate['ends']): boolean =>
    one.ends[0] === ends[0] && one.ends[1] === ends[1];
  return added.flatMap((each) => {
    const others = candidates.filter((one) => isBetween(one, each.ends));
    if (others.some(({ type }) => type === each.type)) return [];
    const better = candidates.filter(({ type, ends }) => type === each.type && ends[0] === each.ends[0]).length;
    const rival = Math.max(LEAST_SCORE, ...others.map(({ score }) => score));
    const least = { score: LEAST_SCORE, named: LEAST_SCORE, reverse: LEAST_SCORE };
    return [{ ...each, ...least, rival, better, isOpen: false }];
  });
}
