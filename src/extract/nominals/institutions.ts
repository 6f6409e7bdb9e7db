// Institutions named by a common noun: "the Norland parliament", "our embassy in Easthaven", "Norland's defense ministry".
import type { Extraction, Mention, Referent, Relation, Sentence, Token } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import { mentionsAround } from '../by-sentence.ts';
import { type Country, findCapital, findCountry, findDemonym } from '../lexicon/countries.ts';
import { addMentions, makeMention } from '../names/make-mention.ts';
import { addRelations, makeRelation } from '../relations/make-relation.ts';
import type { Step } from '../step.ts';
import { childrenBy, headOf } from '../tree.ts';

/** Name and version of the step. */
export const NOMINALS_BY = 'nominals@1';

const HEAD =
  /^(embassy|consulate|ministry|parliament|government|military|army|navy|congress|senate|police|cabinet|administration|legislature|department)$/i;
/** Last words of bodies that, named after their country, are the state's: "the Norland Supreme Court". */
const STATE_BODY =
  /^(office|court|guard|guards|force|forces|bureau|treasury|corps|marines|assembly|duma|directorate|prosecutor|service)$/i;
const MISSION = /^(embassy|consulate)$/i;
const FIELD =
  /^(foreign|defense|defence|interior|finance|justice|health|education|energy|economy|trade|agriculture|environment|culture|labor|labour|transport|oil|information|federal|state|treasury|home)$/i;

interface Institution {
  readonly mention: Mention;
  readonly sentence: Sentence;
  readonly owner: Mention | null;
  readonly place: Mention | null;
  readonly cue: Token;
}

/** Organization mentions for institutional nouns with the country they belong to, AGENCY_OF and LOCATED_IN. */
export const nominalsStep: Step = {
  name: NOMINALS_BY,
  requires: ['tokens', 'sentences', 'mentions'],
  assigns: ['mentions', 'relations'],
  run: (extraction, { ontology }) => {
    const institutions = findInstitutions(extraction);
    const grown = addMentions(
      extraction,
      institutions.map(({ mention }) => mention),
    );
    return addRelations(
      grown,
      institutions.flatMap((found) => relationsOf(grown, found, ontology)),
    );
  },
};

/**
 * The name of an institution that has none of its own: "U.S. embassy in Ukraine", "defense ministry of Norland".
 * For other steps, once a speaker tells whose "our embassy" is.
 */
export function institutionReferent(head: string, owner: Country, place: Country | null): Referent {
  const noun = head.toLowerCase();
  const name = MISSION.test(noun)
    ? `${owner.adjective} ${noun}${place ? ` in ${place.name}` : ''}`
    : `${noun} of ${owner.name}`;
  return { name, type: 'Organization', sameAs: null };
}

/** The country a mention stands for, by its referent, name, or as a capital. */
export function countryOfMention(extraction: Extraction, mention: Mention): Country | null {
  const surface = mention.referent?.name ?? extraction.document.text.slice(mention.start, mention.end);
  return findCountry(surface) ?? findDemonym(surface) ?? null;
}

export function findInstitutions(extraction: Extraction): Institution[] {
  return extraction.sentences.flatMap((sentence) => {
    const found: Institution[] = [];
    for (let at = sentence.firstToken; at <= sentence.lastToken; at += 1) {
      const institution = readInstitution(extraction, sentence, at);
      if (institution) found.push(institution);
    }
    return found;
  });
}

function readInstitution(extraction: Extraction, sentence: Sentence, at: number): Institution | null {
  const text = (index: number) => {
    const token = index >= sentence.firstToken && index <= sentence.lastToken ? extraction.tokens[index] : undefined;
    return token ? extraction.document.text.slice(token.start, token.end) : '';
  };
  const cue = extraction.tokens[at] as Token;
  const isBody = HEAD.test(text(at));
  if (!isBody && !STATE_BODY.test(text(at))) return null;
  const named = outerName(extraction, cue);
  if (!isBody) return named ? readNamed(extraction, sentence, named, cue) : null;
  if (named) return readNamed(extraction, sentence, named, cue);
  if (leaderBefore(extraction, at) !== null) {
    const kinds = { type: 'Organization', kind: 'nominal' as const, score: 0.85, by: NOMINALS_BY, referent: null };
    return {
      mention: makeMention(extraction, { first: at, last: at, head: at, ...kinds }),
      sentence,
      owner: null,
      place: null,
      cue,
    };
  }
  let first = at;
  while (FIELD.test(text(first - 1))) first -= 1;
  const words = extraction.document.text.slice(extraction.tokens[first]?.start, cue.end);
  const bare = /^(department|administration|police|military|army|navy)$/i.test(text(at)) && first === at;
  const owner = ownerBefore(extraction, sentence, first);
  if (!owner.possessive && !owner.mention && (bare || !MISSION.test(text(at)))) {
    if (!/^the$/i.test(text(first - 1)) || bare || first === at) return null;
  }
  // "our embassy operations in Norland": the place still tells which embassy.
  const compound = extraction.tokens[at + 1]?.upos === 'NOUN' ? at + 1 : at;
  const place = MISSION.test(text(at)) ? placeAfter(extraction, sentence, compound) : null;
  const ofOwner = !owner.mention && text(at + 1) === 'of' ? placeAfter(extraction, sentence, at) : null;
  const owning =
    owner.mention ??
    (MISSION.test(text(at)) ? null : ofOwner) ??
    nearestOwner(extraction, sentence, first, owner.possessive);
  const country = owning && countryOfMention(extraction, owning);
  const placeCountry =
    place && (countryOfMention(extraction, place) ?? findCapital(surfaceOf(extraction, place)) ?? null);
  const last =
    place && compound === at ? lastTokenOf(extraction, place) : ofOwner ? lastTokenOf(extraction, ofOwner) : at;
  const begin =
    owner.mention && owner.first < first
      ? owner.first
      : /^(our|its|their|his)$/i.test(text(first - 1))
        ? first - 1
        : first;
  const referent = country ? institutionReferent(words, country, placeCountry) : null;
  const mention = makeMention(extraction, {
    first: begin,
    last,
    head: at,
    type: 'Organization',
    kind: 'nominal',
    score: 0.85,
    by: NOMINALS_BY,
    referent,
  });
  return { mention, sentence, owner: owning, place, cue };
}

/** "the |Quill| administration": the person who leads a body of the state, right before its noun. */
export function leaderBefore(extraction: Extraction, noun: number): Mention | null {
  const token = extraction.tokens[noun];
  const end = extraction.tokens[noun - 1]?.end;
  if (token === undefined || !/^(?:administration|government|regime)$/i.test(surfaceOf(extraction, token))) return null;
  return (
    mentionsAround(extraction, noun - 1).find(
      (mention) => mention.kind === 'name' && mention.type === 'Person' && mention.end === end,
    ) ?? null
  );
}

/** "Norland's Defense Ministry", "U.S. State Department", "Norlandish Ministry of Defense": the name holds its owner. */
function readNamed(extraction: Extraction, sentence: Sentence, named: Mention, cue: Token): Institution | null {
  const { text } = extraction.document;
  const isOfField = /^(?:ministry|department)$/i.test(surfaceOf(extraction, cue)) && text.startsWith(' of ', cue.end);
  // "the Norlandish National Congress" is a party.
  const isParty = text.slice(named.start, cue.end).endsWith('National Congress');
  if ((cue.end !== named.end && !isOfField) || isParty) return null;
  const article = /^the\s+/i.exec(extraction.document.text.slice(named.start, named.end))?.[0].length ?? 0;
  const first = named.start + article;
  const inner = extraction.mentions.find(
    (mention) =>
      mention !== named &&
      mention.start === first &&
      mention.end < named.end &&
      countryOfMention(extraction, mention) !== null,
  );
  const before = ownerBefore(extraction, sentence, tokenAt(extraction, named.start));
  const owner = inner ?? before.mention;
  return owner ? { mention: named, sentence, owner, place: null, cue } : null;
}

function relationsOf(extraction: Extraction, found: Institution, ontology: Ontology): Relation[] {
  const { mention, sentence, owner, place, cue } = found;
  const base = {
    subject: mention,
    sentence,
    cue,
    predicate: extraction.document.text.slice(cue.start, cue.end),
    by: NOMINALS_BY,
  };
  const agency = owner
    ? makeRelation(extraction, ontology, {
        ...base,
        object: owner,
        type: 'AGENCY_OF',
        score: owner.start >= mention.start ? 0.93 : 0.75,
      })
    : [];
  const location = place
    ? makeRelation(extraction, ontology, { ...base, object: place, type: 'LOCATED_IN', score: 0.9 })
    : [];
  return [...agency, ...location];
}

const surfaceOf = (extraction: Extraction, mention: Span) => extraction.document.text.slice(mention.start, mention.end);

function tokenAt(extraction: Extraction, start: number): number {
  return extraction.tokens.findIndex((token) => token.start >= start);
}

function lastTokenOf(extraction: Extraction, mention: Mention): number {
  return extraction.tokens.findLastIndex((token) => token.end <= mention.end);
}

function outerName(extraction: Extraction, token: Token): Mention | undefined {
  return extraction.mentions.find(
    (mention) => mention.kind === 'name' && mention.type === 'Organization' && containsSpan(mention, token),
  );
}

/** A country directly before, as demonym, name, or with 's; `possessive` where a pronoun stands there instead. */
function ownerBefore(extraction: Extraction, sentence: Sentence, first: number) {
  const token = extraction.tokens[first - 1];
  if (!token || first - 1 < sentence.firstToken) return { mention: null, possessive: false, first };
  const text = extraction.document.text.slice(token.start, token.end);
  if (/^(our|its|their|his|her)$/i.test(text)) return { mention: null, possessive: true, first };
  const end = /^['\u2019]s?$/.test(text) ? (extraction.tokens[first - 2]?.end ?? -1) : token.end;
  const mention = extraction.mentions.find(
    (other) => other.kind === 'name' && other.end === end && countryOfMention(extraction, other),
  );
  return { mention: mention ?? null, possessive: false, first: mention ? tokenAt(extraction, mention.start) : first };
}

/** "in Easthaven", "in the Norland capital Easthaven", "of Norland": the last place of that phrase. */
function placeAfter(extraction: Extraction, sentence: Sentence, at: number): Mention | null {
  const token = (index: number) => extraction.tokens[index];
  const link = token(at + 1);
  if (
    !link ||
    at + 1 > sentence.lastToken ||
    !/^(in|of|at)$/.test(extraction.document.text.slice(link.start, link.end))
  )
    return null;
  const rest = extraction.document.text.slice(link.end, sentence.end);
  const phrase =
    /^\s+(?:the\s+)?(?:[\p{Lu}][\p{L}.]+(?:['\u2019]s)?\s+capital\s+(?:of\s+|city\s+)?)?/u.exec(rest)?.[0] ?? '';
  const start = link.end + phrase.length;
  const found = extraction.mentions.find((mention) => mention.start === start && mention.type === 'Place');
  return found ?? null;
}

/** For "its embassy": the first country before it in the sentence, else who opened the sentence before; "our" waits for its speaker. */
function nearestOwner(extraction: Extraction, sentence: Sentence, first: number, possessive: boolean): Mention | null {
  const token = extraction.tokens[first - 1];
  if (!possessive || !token) return null;
  const own = extraction.document.text.slice(token.start, token.end).toLowerCase();
  const before = extraction.mentions.filter(
    (mention) => mention.end <= token.start && mention.kind === 'name' && countryOfMention(extraction, mention),
  );
  const near = before.filter((mention) => mention.start >= sentence.start);
  if (own === 'its') {
    const places = near.filter(({ type }) => type === 'Place');
    return actorAt(extraction, first, places) ?? places[0] ?? openerBefore(extraction, sentence, token);
  }
  if (own !== 'our') return null;
  return near[0] ?? null;
}

/** "In its war with Veldia, |Norland| put its forces on alert": who acts in the innermost clause of a place where one of these does. */
function actorAt(extraction: Extraction, place: number, names: readonly Mention[]): Mention | null {
  for (let at = headOf(extraction, place); at >= 0; at = headOf(extraction, at)) {
    const actors = childrenBy(extraction, at, 'nsubj', 'nsubj:pass');
    const actor = names.find(({ head }) => actors.includes(head));
    if (actor !== undefined) return actor;
  }
  return null;
}

/** "The State Department said so. |Its| embassy …": the body or country that the sentence before opens with. */
function openerBefore(extraction: Extraction, sentence: Sentence, own: Token): Mention | null {
  const before = extraction.sentences[sentence.index - 1];
  if (own.index !== sentence.firstToken || before === undefined) return null;
  const opener = extraction.mentions.find(
    ({ kind, type, start }) =>
      kind === 'name' &&
      (type === 'Organization' || type === 'Place') &&
      (start === before.start || start === extraction.tokens[before.firstToken + 1]?.start),
  );
  const article = extraction.document.text.slice(before.start, opener?.start);
  return opener !== undefined && /^(?:the\s+)?$/i.test(article) ? opener : null;
}
