// Relations that titles state: "German Chancellor Ada Quill", "Ada Quill, a spokesperson for the Harbour Board".
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { findCountry } from '../lexicon/countries.ts';
import { leadsOthers, ownTypesOf, PAST_MODIFIERS, relationBehind, relationOfOffice } from '../lexicon/offices.ts';
import { mentionsIn, readClause, type Unit } from '../relations/clause.ts';
import { addRelations, makeRelation, typeOfReferent } from '../relations/make-relation.ts';
import type { Step } from '../step.ts';
import { type Office, officeEndingAt, officeStartingAt } from './match-office.ts';

const BY = 'titles@1';

/** Guessed precision of each construction, not yet calibrated. */
const SCORE = { before: 0.94, possessive: 0.93, after: 0.92, copula: 0.85, body: 0.7 } as const;

/** What ministers, chiefs and advisers are responsible for. */
const FIELD =
  /^(planning|nuclear|foreign|policy|security|defen[sc]e|intelligence|military|police|army|navy|trade|finance|interior|health|education|energy|oil|gas|justice|culture|sports?|tourism|transport|labou?r|agriculture|environment|immigration|economic|economy|budget|affairs|electricity|water|housing|planning|industry|communications|telecommunications|human|rights|science|technology|antitrust|competition|monetary)$/;

interface Holding {
  readonly person: Mention;
  readonly office: Office;
  readonly owner: Mention;
  readonly score: number;
  /** "Former" in "Former Norland president P", before the owner. */
  readonly past?: string;
}

/** Typed relations from titles before, after and predicated of persons. */
export const titlesStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'mentions'],
  assigns: ['relations'],
  run: (extraction, { ontology }) =>
    addRelations(
      extraction,
      extraction.sentences.flatMap((sentence) => relationsInSentence(extraction, sentence, ontology)),
    ),
};

/** "Prime Minister Ada Quill": titles right before a name, with no word beside them that says whose they are. */
export function ownerlessTitles(extraction: Extraction): { readonly person: Mention; readonly title: string }[] {
  return extraction.sentences.flatMap((sentence) => {
    if (!namesPerson(extraction, sentence)) return [];
    const units = readClause(extraction, sentence);
    return units.flatMap(({ mention: person }, at) => {
      if (person?.type !== 'Person' || person.kind === 'pronoun') return [];
      const office = officeEndingAt(units, at - 1);
      const isOwned = [titleBefore, ownerBehind].some((read) => read(units, at, person).length > 0);
      return office === null || isOwned ? [] : [{ person, title: office.title }];
    });
  });
}

/** Half of all sentences bear nobody who could hold an office. */
function namesPerson(extraction: Extraction, sentence: Sentence): boolean {
  return mentionsIn(extraction, sentence).some(({ type, kind }) => type === 'Person' && kind !== 'pronoun');
}

function relationsInSentence(extraction: Extraction, sentence: Sentence, ontology: Ontology): Relation[] {
  if (!namesPerson(extraction, sentence)) return [];
  const units = readClause(extraction, sentence);
  const relations: Relation[] = [];
  for (const [at, unit] of units.entries()) {
    if (unit.mention === null || unit.mention.type !== 'Person' || unit.mention.kind === 'pronoun') continue;
    const before = titleBefore(units, at, unit.mention);
    const holdings = [
      ...before,
      ...(before.length === 0 ? ownerBehind(units, at, unit.mention) : []),
      ...titleAfter(units, at, unit.mention),
    ];
    for (const holding of holdings) relations.push(...relationsOf(extraction, sentence, units, holding, ontology));
    relations.push(...bodyBefore(extraction, sentence, units, at, unit.mention, ontology));
  }
  return [...relations, ...counterparts(extraction, sentence, units, relations, ontology)];
}

/** "Norland's president met his Easthaven counterpart, P": P holds in Easthaven the office that the sentence named before. */
function counterparts(
  extraction: Extraction,
  sentence: Sentence,
  units: readonly Unit[],
  known: readonly Relation[],
  ontology: Ontology,
): Relation[] {
  return units.flatMap((unit, at) => {
    const owner = units[at - 1];
    const person = units[at + (units[at + 1]?.text === ',' ? 2 : 1)]?.mention;
    if (unit.text !== 'counterpart' || !isOwner(owner) || person?.type !== 'Person') return [];
    const like = known.findLast(
      ({ type, cue }) =>
        cue !== null && cue.end <= owner.start && /^(?:HEAD_OF|OFFICIAL_OF|SPOKESPERSON)/.test(type ?? ''),
    );
    if (!like?.type) return [];
    const cue = { start: unit.start, end: unit.end };
    const seed = { subject: person, object: owner.mention, type: like.type, predicate: like.predicate, cue, sentence };
    return makeRelation(extraction, ontology, { ...seed, score: SCORE.copula, by: BY });
  });
}

const isOwner = (unit: Unit | undefined): unit is Unit & { mention: Mention } =>
  unit?.mention != null && ['Place', 'Organization', 'Group'].includes(unit.mention.type);

/** "German Chancellor P", "Norland's defense minister, P", "the president of Norland, P". */
function titleBefore(units: readonly Unit[], at: number, person: Mention): Holding[] {
  const edge = edgeBefore(units, at);
  const office = officeEndingAt(units, edge);
  if (office)
    return [office, ...officeJoined(units, office)].flatMap((each) =>
      ownerBefore(units, each).map((found) => ({ person, office: each, ...found, ...pastBefore(units, found.owner) })),
    );
  const name = /^(?:province|state|region|city|district)$/.test(units[edge]?.text ?? '') ? edge - 1 : edge;
  const owner = units[name];
  if (!isOwner(owner)) return [];
  let link = name - 1;
  if (units[link]?.text === 'the') link -= 1;
  const distant = officeEndingAt(units, link - 1);
  // "U.S. ambassador to the Union P" serves the sender.
  if (distant && units[link]?.text === 'to')
    return ownerBefore(units, distant).map((found) => ({ person, office: distant, ...found }));
  if (!/^(of|for|at)$/.test(units[link]?.text ?? '')) return [];
  return distant ? [{ person, office: distant, owner: owner.mention, score: SCORE.after - 0.04 }] : [];
}

/** The last word of what stands before a name: past a comma, and past a rank behind another title ("army chief General P", "spokesman, Major P"). */
function edgeBefore(units: readonly Unit[], at: number): number {
  const pastComma = (place: number): number => (units[place]?.text === ',' ? place - 1 : place);
  const edge = pastComma(at - 1);
  if (!RANK.test(units[edge]?.text ?? '')) return edge;
  const beyond = pastComma(edge - 1);
  return officeEndingAt(units, beyond) ||
    (edge === beyond + 1 && isOwner(units[beyond]) && officeBeforeOwner(units, beyond))
    ? beyond
    : edge;
}

/** "the home secretary of Norland General P". */
function officeBeforeOwner(units: readonly Unit[], owner: number): boolean {
  return units[owner - 1]?.text === 'of' && officeEndingAt(units, owner - 2) !== null;
}

const RANK =
  /^(?:general|major|colonel|captain|lieutenant|commander|admiral|brigadier|sergeant|cardinal|archbishop|bishop|father|sheikh|ayatollah|mullah|dr\.?|mr\.?|mrs\.?|ms\.?|sir|lord|professor)$/;

/** "Norland President and Harbour Party leader P": the title before "and", where the second has an owner of its own. */
function officeJoined(units: readonly Unit[], office: Office): Office[] {
  const owner = units[office.first - 1];
  if (!isOwner(owner) || units[office.first - 2]?.text !== 'and') return [];
  const first = officeEndingAt(units, office.first - 3);
  return first ? [first] : [];
}

/** "President P of Norland", "Senator P of Easthaven", "Prime Minister P and other Norlandish officials". */
function ownerBehind(units: readonly Unit[], at: number, person: Mention): Holding[] {
  const office = officeEndingAt(units, at - 1);
  if (!office) return [];
  const [link, other, people, noun] = units.slice(at + 1, at + 5);
  if (link?.text === 'and' && other?.text === 'other' && isOwner(people) && COLLEAGUES.test(noun?.text ?? ''))
    return [{ person, office, owner: people.mention, score: SCORE.after - 0.04 }];
  if (!/^(of|from)$/.test(link?.text ?? '')) return [];
  const owner = units[at + (units[at + 2]?.text === 'the' ? 3 : 2)];
  if (!isOwner(owner) || owner.mention.type === 'Group') return [];
  return [{ person, office, owner: owner.mention, score: SCORE.after - 0.02 }];
}

const COLLEAGUES = /^(?:officials|leaders|ministers|politicians|lawmakers|diplomats)$/;

function pastBefore(units: readonly Unit[], owner: Mention): { past?: string } {
  const at = units.findIndex(({ mention }) => mention === owner);
  const word = units[at - 1]?.text ?? '';
  return PAST_MODIFIERS.has(word) ? { past: word } : {};
}

/** The owner directly before a title: a demonym, a name, or a name with 's; past "and", the owner of the first title. */
function ownerBefore(units: readonly Unit[], office: Office): { owner: Mention; score: number }[] {
  const before = units[office.first - 1];
  if (isOwner(before)) return [{ owner: before.mention, score: SCORE.before }];
  if (/^'s?$/.test(before?.text ?? '')) {
    const owner = units[office.first - 2];
    return isOwner(owner) ? [{ owner: owner.mention, score: SCORE.possessive }] : [];
  }
  const described = describedOwner(units, office);
  if (described) return [{ owner: described, score: SCORE.possessive - 0.03 }];
  if (before?.text === 'and') {
    const first = officeEndingAt(units, office.first - 2);
    return first ? ownerBefore(units, first).map(({ owner, score }) => ({ owner, score: score - 0.06 })) : [];
  }
  return [];
}

/** "Norland's planning minister", "Norland's ailing president", "the Norland nuclear chief": one or two words between owner and title. */
function describedOwner(units: readonly Unit[], office: Office): Mention | null {
  for (let at = office.first - 1; at >= office.first - 2; at -= 1) {
    const word = units[at];
    if (word === undefined || word.mention !== null || !/^(ADJ|NOUN|PROPN|VERB)$/.test(word.upos)) return null;
    const before = units[at - 1];
    const possessive = /^'s?$/.test(before?.text ?? '');
    const owner = units[possessive ? at - 2 : at - 1];
    if (!isOwner(owner)) continue;
    const ofField =
      FIELD.test(word.text) && /\b(chief|minister|secretary|adviser|advisor|negotiator|envoy)$/.test(office.title);
    return ofField || (possessive && (word.upos === 'ADJ' || /(?:ing|ed)$/.test(word.text))) ? owner.mention : null;
  }
  return null;
}

/** "P, president of Norland", "P, the Norland president", "P is the head of the Board". */
function titleAfter(units: readonly Unit[], at: number, person: Mention): Holding[] {
  let next = at + 1;
  let score: number = SCORE.after;
  if (units[next]?.text === '(') next += 1;
  else if (units[next]?.text === ',')
    next += /^\d\d$/.test(units[next + 1]?.text ?? '') && units[next + 2]?.text === ',' ? 3 : 1;
  else if (/^(is|was|became|remains|becomes)$/.test(units[next]?.text ?? '')) {
    next += 1;
    score = SCORE.copula;
  } else return [];
  if (/^(who|which)$/.test(units[next]?.text ?? '') && /^(is|was)$/.test(units[next + 1]?.text ?? '')) next += 2;
  if (/^(the|a|an|its|as)$/.test(units[next]?.text ?? '')) next += 1;
  if (
    /^(\d+(st|nd|rd|th)|first|second|third|new|current|former|late|longtime)$/.test(units[next]?.text ?? '') &&
    isOwner(units[next + 1])
  )
    next += 1;
  const lead = units[next];
  if (isOwner(lead)) {
    const possessive = /^'s?$/.test(units[next + 1]?.text ?? '') ? 1 : 0;
    const office = officeStartingAt(units, next + possessive + 1);
    if (!office || office.first > next + possessive + 1) return [];
    // "Ada Quill, Norland's president, Boris Hale" is a list of two people, or the title of the second.
    if (score === SCORE.after && !endsApposition(units, office.last + 1)) return [];
    return [{ person, office, owner: lead.mention, score: score - 0.02 }];
  }
  const office = officeStartingAt(units, next);
  if (!office) return [];
  return ownersAfter(units, office).map((owner) => ({ person, office, owner, score }));
}

/** What follows an apposition: a mark, the end, or the verb of the sentence, but not another name. */
function endsApposition(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit === undefined || (unit.mention === null && unit.upos !== 'PROPN') || false;
}

/** "of the Board", "for Norland", "at the Bank", "of Norland and head of …" is read by the next title. */
function ownersAfter(units: readonly Unit[], office: Office): Mention[] {
  let next = office.last + 1;
  if (!/^(of|for|at|to|with|in)$/.test(units[next]?.text ?? '')) return [];
  const link = units[next]?.text ?? '';
  if (/^(to|in|with)$/.test(link) && !/ambassador|envoy|representative|consul/.test(office.title)) return [];
  next += 1;
  if (/^(the|both|its)$/.test(units[next]?.text ?? '')) next += 1;
  const owner = units[next];
  if (!isOwner(owner)) return [];
  const possessive = /^'s?$/.test(units[next + 1]?.text ?? '');
  // "a reporter for Norland's Harrow Courier"
  const owned = possessive ? units[next + 2] : undefined;
  if (isOwner(owned) && owned.mention.type === 'Organization' && owned.mention.kind === 'name') return [owned.mention];
  const demonym = owner.mention.type === 'Group';
  if (possessive || (demonym && units[next + 1]?.mention === null && units[next + 1]?.upos === 'NOUN')) return [];
  // An ambassador to Norland serves someone else: only the sender counts, and here it is not named.
  return link === 'to' ? [] : [owner.mention];
}

/** "Norlandish Cabinet minister P": a minister of the state, and a member of the cabinet. */
function relationsOf(
  extraction: Extraction,
  sentence: Sentence,
  units: readonly Unit[],
  holding: Holding,
  ontology: Ontology,
): Relation[] {
  const { owner, person } = holding;
  const surface = extraction.document.text.slice(owner.start, owner.end);
  if (owner.type !== 'Organization' || !/\bcabinet$/i.test(surface))
    return toRelation(extraction, sentence, units, holding, ontology);
  const [seat] = toRelation(extraction, sentence, units, holding, ontology);
  const state = extraction.mentions.find(
    (mention) => mention.start === owner.start && mention.end < owner.end && isState(mention),
  );
  if (!seat) return [];
  const { predicate, cue, score } = seat;
  const base = { subject: person, predicate, cue, sentence, score, by: BY };
  return [
    ...makeRelation(extraction, ontology, { ...base, object: owner, type: 'MEMBER_OF' }),
    ...(state ? toRelation(extraction, sentence, units, { ...holding, owner: state }, ontology) : []),
  ];
}

function isState(mention: Mention): boolean {
  return typeOfReferent(mention) === 'Place';
}

function toRelation(
  extraction: Extraction,
  sentence: Sentence,
  units: readonly Unit[],
  holding: Holding,
  ontology: Ontology,
): Relation[] {
  const { person, office, owner } = holding;
  if (owner.type !== 'Organization' && leadsOthers(units[office.first - 1]?.text ?? '', office.title)) return [];
  const country = owner.referent ? findCountry(owner.referent.name) : countryOf(extraction, owner);
  const held = relationOfOffice(office.title, { type: typeOfReferent(owner), country });
  const own = ownTypesOf(office.title, ontology).map(({ name }) => name);
  const start = units[office.first]?.start ?? sentence.start;
  const end = units[office.last]?.end ?? sentence.end;
  const words = extraction.document.text.slice(start, end);
  const stated = held === null ? [] : [relationBehind(words.toLowerCase().slice(0, -office.title.length), held)];
  const past = holding.past ?? (office.past ? words.split(/[\s-]/)[0] : undefined);
  const seed = {
    predicate: holding.past ? `${holding.past} ${words}` : words,
    cue: { start, end },
    sentence,
    score: holding.score,
    time: past ? { from: null, to: null, text: past } : null,
    by: BY,
  };
  for (const type of [...own, ...stated]) {
    const ends = type.endsWith('_BY') ? { subject: owner, object: person } : { subject: person, object: owner };
    const made = makeRelation(extraction, ontology, { ...seed, ...ends, type });
    if (made.length > 0) return made;
  }
  return [];
}

function countryOf(extraction: Extraction, owner: Mention) {
  return owner.type === 'Place' ? findCountry(extraction.document.text.slice(owner.start, owner.end)) : undefined;
}

/** A body directly before a person is a title that lost its first words: "Department of Harbours Ada Quill". */
function bodyBefore(
  extraction: Extraction,
  sentence: Sentence,
  units: readonly Unit[],
  at: number,
  person: Mention,
  ontology: Ontology,
): Relation[] {
  const body = units[at - 1]?.mention;
  if (body?.type !== 'Organization' || body.kind !== 'name') return [];
  const surface = extraction.document.text.slice(body.start, body.end);
  if (!/\b(Department|Ministry|Agency|Bureau|Office)\b/.test(surface)) return [];
  return makeRelation(extraction, ontology, {
    subject: person,
    object: body,
    type: 'OFFICIAL_OF',
    predicate: surface,
    cue: { start: body.start, end: body.end },
    sentence,
    score: SCORE.body,
    by: BY,
  });
}
