// Bodies of which a state has one, once the text tells whose they are: "some troops" of Norland's are the "Norlandish troops" of every
// text. The nouns right behind a country have their names from `institutions.ts`; here are those whose owner the tree or the head tells.
import { type Extraction, type Mention, type Referent, withLayers } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { chainsByMention } from '../chain-index.ts';
import { LEARNED_BY } from '../learned-relations/learned-relations.ts';
import type { Country } from '../lexicon/countries.ts';
import { countriesByMention } from '../mention-countries.ts';
import type { Step } from '../step.ts';
import { childrenBy } from '../tree.ts';
import { wordAt } from '../words.ts';
import { countryOfMention, institutionReferent } from './institutions.ts';

const ONE_OF_A_STATE = /^(?:government|military|army|navy|police|parliament|authorities|troops|forces)$/;
/** Bodies of many, which are called after their country: "Norlandish troops", as "government of Norland" is after its state. */
const MANY = /^(?:authorities|troops|forces)$/;
/** What may stand before such a noun and leaves it what it is. */
const OWN = /^(?:own|more|additional|many|such|other|some|its|their|our|my|your)$/;
/** What hangs on such a noun and may make it another: "rebel troops", "city police", "her government", "the Quill government". */
const TELLING = ['amod', 'compound', 'nmod:poss', 'nmod:desc', 'appos', 'flat'] as const;

type Owners = ReadonlyMap<MentionId, ReadonlySet<Country>>;

export const stateBodiesStep: Step = {
  name: 'state-bodies@1',
  requires: ['tokens', 'tree', 'mentions', 'chains', 'relations'],
  assigns: ['mentions'],
  run: (extraction) => {
    const referents = referentsOf(extraction);
    if (referents.size === 0) return extraction;
    const mentions = extraction.mentions.map((mention) => {
      const referent = referents.get(mention.id);
      return referent === undefined ? mention : { ...mention, referent };
    });
    return withLayers(extraction, { mentions });
  },
};

/** By mention; those of one chain have one owner and one noun, or none gets any. */
function referentsOf(extraction: Extraction): ReadonlyMap<MentionId, Referent> {
  const found = new Map<MentionId, Referent>();
  const groups = namelessGroups(extraction);
  if (groups.length === 0) return found;
  const agencies = agenciesOf(extraction);
  const owners = ownersIn(agencies);
  const told = toldByNoun(extraction, ownersIn(agencies.filter(({ by }) => by !== LEARNED_BY)));
  for (const bodies of groups) {
    const [country, ...others] = new Set(bodies.flatMap(({ id }) => [...(owners.get(id) ?? [])]));
    const [noun, ...differing] = new Set(bodies.map(({ head }) => wordAt(extraction, head)));
    if (country === undefined || noun === undefined || others.length + differing.length > 0) continue;
    if (told.get(noun)?.has(country) === false) continue;
    for (const { id } of bodies) found.set(id, referentFor(noun, country));
  }
  return found;
}

function referentFor(noun: string, country: Country): Referent {
  if (!MANY.test(noun)) return institutionReferent(noun, country, null);
  return { name: `${country.adjective} ${noun}`, type: 'Organization', sameAs: null };
}

/** The bodies of each chain that has no name, and those that stand alone. */
function namelessGroups(extraction: Extraction): Mention[][] {
  const chains = chainsByMention(extraction);
  const keyOf = ({ id }: Mention): number | MentionId => chains.get(id) ?? id;
  const bodies = new Map<number | MentionId, Mention[]>();
  for (const mention of extraction.mentions.filter((each) => isStateBody(extraction, each)))
    bodies.set(keyOf(mention), [...(bodies.get(keyOf(mention)) ?? []), mention]);
  if (bodies.size === 0) return [];
  for (const mention of extraction.mentions) {
    if (mention.kind === 'name' || mention.referent !== null) bodies.delete(keyOf(mention));
  }
  return [...bodies.values()];
}

/** "troops", "130,000 troops", "its own police". */
function isStateBody(extraction: Extraction, { kind, type, head }: Mention): boolean {
  if (kind !== 'nominal' || type !== 'Organization' || !ONE_OF_A_STATE.test(wordAt(extraction, head))) return false;
  return childrenBy(extraction, head, ...TELLING).every(
    (child) =>
      OWN.test(wordAt(extraction, child)) ||
      extraction.mentions.some((name) => name.head === child && countryOfMention(extraction, name) !== null),
  );
}

/**
 * Where words of the text tell whose such a body is ("Norlandish troops"), the states that have one: the head alone gives none to
 * another.
 */
function toldByNoun(extraction: Extraction, owners: Owners): ReadonlyMap<string, ReadonlySet<Country>> {
  const told = new Map<string, Set<Country>>();
  for (const { id, head } of extraction.mentions) {
    const noun = wordAt(extraction, head);
    for (const country of owners.get(id) ?? []) told.set(noun, (told.get(noun) ?? new Set()).add(country));
  }
  return told;
}

/** A body that a relation calls an agency of a country, and the source of that. */
interface Agency {
  readonly body: MentionId;
  readonly country: Country;
  readonly by: string;
}

function agenciesOf(extraction: Extraction): Agency[] {
  const countries = countriesByMention(extraction);
  return extraction.relations.flatMap(({ type, subject, object, polarity, by }) => {
    if (type !== 'AGENCY_OF' || polarity === 'negative' || object === null) return [];
    const country = countries.get(object);
    return country === undefined ? [] : [{ body: subject, country, by }];
  });
}

function ownersIn(agencies: readonly Agency[]): Owners {
  const owners = new Map<MentionId, Set<Country>>();
  for (const { body, country } of agencies) owners.set(body, (owners.get(body) ?? new Set()).add(country));
  return owners;
}
