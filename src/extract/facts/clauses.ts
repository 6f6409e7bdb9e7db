// Clauses over tags: who, what verb, whom, and the rest. Interim: a dependency tree will replace it, with the same result type.

import type { Extraction, Sentence } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { readLexicon } from '../lexicon.ts';
import { type NounPhrase, nounPhrases, withComplements } from '../noun-phrases.ts';
import { findSubject } from '../quotations/find-speaker.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';
import { isBare, isLinking, type VerbGroup, verbGroups } from './verb-groups.ts';

/** A prepositional phrase of the verb: the preposition's place and its noun phrase. */
export interface Complement {
  readonly preposition: number;
  readonly phrase: NounPhrase;
}

export interface Clause {
  readonly sentence: Sentence;
  readonly group: VerbGroup;
  readonly subject: NounPhrase;
  /** Last place of the subject with its complements ("some of its troops"); its own last place where there are none. */
  readonly subjectEnd: number;
  /** Last place of the predicate: the group with its particle ("pulled back"), the first preposition excluded. */
  readonly predicateEnd: number;
  /** Conjoined objects; for a copula the complement, which may be an adjective phrase. */
  readonly objects: readonly NounPhrase[];
  readonly complements: readonly Complement[];
  /** Bare noun phrases and adverbs after the object ("25 miles north", "on Monday" is a complement). */
  readonly extras: readonly NounPhrase[];
  /** First place of a reported clause or an infinitive that follows; null where there is none. */
  readonly rest: number | null;
}

const OBJECT_CONTROL = new Set(readLexicon<{ objectControl: readonly string[] }>('modality').objectControl);
const PARTICLES = new Set([
  'back',
  'out',
  'up',
  'down',
  'off',
  'away',
  'forward',
  'over',
  'in',
  'on',
  'together',
  'aside',
]);
const ADPOSITIONS = new Set([
  'to',
  'near',
  'amid',
  'despite',
  'along',
  'via',
  'per',
  'including',
  'regarding',
  'following',
]);
/** A verb has hardly ever more slots than this; bounds the work on endless sentences. */
const MOST_SLOTS = 12;

/** Clauses of a sentence, in order of their verbs; verbs without a subject are left out. */
export function readClauses(extraction: Extraction, sentence: Sentence): Clause[] {
  const phrases = nounPhrases(extraction, sentence);
  const groups = verbGroups(extraction, sentence, phrases);
  const subjects: (NounPhrase | null)[] = [];
  for (const place of groups.keys()) subjects.push(subjectOf(extraction, sentence, phrases, groups, subjects, place));
  return groups.flatMap((group, place) => {
    const subject = subjects[place];
    return subject ? [readArguments(extraction, sentence, phrases, group, subject)] : [];
  });
}

function subjectOf(
  extraction: Extraction,
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  groups: readonly VerbGroup[],
  subjects: readonly (NounPhrase | null)[],
  place: number,
): NounPhrase | null {
  const group = groups[place] as VerbGroup;
  const before = group.first - 1;
  const touching = phrases.find((phrase) => phrase.last === before) ?? null;
  if (group.form === 'infinitive') {
    const governor = place - 1;
    const verb = groups[governor];
    if (!verb) return null;
    // "denied that the army plans to": a verb that the tagger took for a noun; its subject is not the denier.
    if (touching && wordAt(extraction, touching.first - 1) === 'that') return touching;
    return touching && touching.first > verb.last && OBJECT_CONTROL.has(lemmaAt(extraction, verb.verb))
      ? touching
      : (subjects[governor] ?? null);
  }
  const linked =
    /^(?:and|or|but|then)$/.test(wordAt(extraction, before)) ||
    (wordAt(extraction, before) === ',' && isBare(extraction, group));
  if (linked && isBare(extraction, group)) {
    const infinitive = groups.findLastIndex(
      (each, index) =>
        index < place && (each.form === 'infinitive' || each.chain.length > 0) && group.first - each.last < 25,
    );
    if (infinitive >= 0) return subjects[infinitive] ?? null;
  }
  if (linked) {
    const finite = groups.findLastIndex((each, index) => index < place && each.form === 'finite');
    return finite >= 0 ? (subjects[finite] ?? null) : null;
  }
  if (group.form === 'participle') {
    if (touching && wordAt(extraction, touching.first - 1) !== ',') return touching;
    const finite = groups.findLastIndex((each, index) => index < place && each.form !== 'participle');
    return finite >= 0 ? (subjects[finite] ?? null) : null;
  }
  return findSubject(extraction, phrases, group.first, sentence.firstToken) ?? existential(extraction, group);
}

function existential(extraction: Extraction, group: VerbGroup): NounPhrase | null {
  const before = group.first - 1;
  return group.copula && wordAt(extraction, before) === 'there' ? { first: before, last: before, head: before } : null;
}

function readArguments(
  extraction: Extraction,
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  group: VerbGroup,
  subject: NounPhrase,
): Clause {
  const objects: NounPhrase[] = [];
  const complements: Complement[] = [];
  const extras: NounPhrase[] = [];
  let predicateEnd = group.last;
  let rest: number | null = null;
  let place = group.last + 1;
  for (let slot = 0; slot < MOST_SLOTS && place <= sentence.lastToken; slot += 1) {
    const phrase = phrases.find((each) => each.first === place);
    const word = wordAt(extraction, place);
    const tag = tagAt(extraction, place);
    if (phrase) {
      if (startsClause(extraction, phrase) && (objects.length > 0 || complements.length > 0 || slot > 0)) break;
      if (startsClause(extraction, phrase) && !group.copula) {
        rest = place;
        break;
      }
      const whole = withComplements(extraction, phrases, phrase);
      const isObject =
        objects.length === 0 && complements.length === 0 && extras.length === 0 && !isTime(extraction, phrase);
      if (isObject) {
        const list = conjuncts(extraction, phrases, whole);
        objects.push(...list);
        place = (list.at(-1)?.last ?? whole.last) + 1;
      } else {
        extras.push(withAdverb(extraction, whole));
        place = (extras.at(-1)?.last ?? whole.last) + 1;
      }
      continue;
    }
    const inner = phrases.find((each) => each.first === place + 1);
    if (
      (tag === 'ADP' || tag === 'PART' || ADPOSITIONS.has(word)) &&
      inner &&
      !/^(?:that|if|unless|because|while|although|when|where|'s|')$/.test(word)
    ) {
      if (startsClause(extraction, inner) && /^(?:after|before|since|until|as|than|like|for)$/.test(word)) break;
      const list = conjuncts(extraction, phrases, withComplements(extraction, phrases, inner));
      for (const each of list) complements.push({ preposition: place, phrase: each });
      place = (list.at(-1)?.last ?? inner.last) + 1;
      continue;
    }
    if (PARTICLES.has(word) && place === predicateEnd + 1) {
      predicateEnd = place;
      place += 1;
      continue;
    }
    if (
      isLinking(extraction, group) &&
      objects.length === 0 &&
      (tag === 'ADJ' || (tag === 'ADV' && tagAt(extraction, place + 1) === 'ADJ'))
    ) {
      const last = tag === 'ADV' ? place + 1 : place;
      objects.push({ first: place, last, head: last });
      place = last + 1;
      continue;
    }
    if (/^["“”‘’]$/.test(word)) {
      place += 1;
      continue;
    }
    if (tag === 'ADV' && word !== 'when' && word !== 'how' && word !== 'why' && word !== 'where') {
      place += 1;
      continue;
    }
    if (word === 'that' || (word === 'to' && tag !== 'ADP') || tag === 'SCONJ') rest = place;
    break;
  }
  return {
    sentence,
    group,
    subject,
    subjectEnd: subjectEnd(extraction, phrases, group, subject),
    predicateEnd,
    objects,
    complements,
    extras,
    rest,
  };
}

/** A verb right after the phrase: it is the subject of the next clause. */
function startsClause(extraction: Extraction, phrase: NounPhrase): boolean {
  let next = phrase.last + 1;
  while (tagAt(extraction, next) === 'ADV') next += 1;
  const tag = tagAt(extraction, next);
  return (
    tag === 'AUX' ||
    (tag === 'VERB' && !/(?:ing|ed)$/.test(wordAt(extraction, next)) && tagAt(extraction, phrase.head) !== 'NUM')
  );
}

function isTime(extraction: Extraction, phrase: NounPhrase): boolean {
  const start = extraction.tokens[phrase.first]?.start ?? 0;
  const end = extraction.tokens[phrase.last]?.end ?? 0;
  return mentionsAround(extraction, phrase.head).some(
    (mention) => mention.type === 'Time' && mention.start <= start && mention.end >= end,
  );
}

/** "25 miles north" keeps its direction. */
function withAdverb(extraction: Extraction, phrase: NounPhrase): NounPhrase {
  return tagAt(extraction, phrase.last + 1) === 'ADV' ? { ...phrase, last: phrase.last + 1 } : phrase;
}

/** "A, B and C" as three phrases; stops where the next one begins a clause of its own or stands in apposition. */
function conjuncts(extraction: Extraction, phrases: readonly NounPhrase[], first: NounPhrase): NounPhrase[] {
  const list = [first];
  const pending: NounPhrase[] = [];
  let last = first.last;
  for (let step = 0; step < MOST_SLOTS; step += 1) {
    let place = last + 1;
    const comma = wordAt(extraction, place) === ',';
    if (comma) place += 1;
    const conjunction = /^(?:and|or)$/.test(wordAt(extraction, place));
    if (conjunction) place += 1;
    if (!comma && !conjunction) break;
    const next = phrases.find((phrase) => phrase.first === place);
    if (!next || startsClause(extraction, next) || (tagAt(extraction, next.last + 1) === 'VERB' && conjunction)) break;
    const whole = withComplements(extraction, phrases, next);
    pending.push(whole);
    last = whole.last;
    if (conjunction) return [...list, ...pending];
  }
  return list;
}

/** Follows "of …", "for …" between the subject and its verb. */
function subjectEnd(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  group: VerbGroup,
  subject: NounPhrase,
): number {
  let last = subject.last;
  while (last + 2 < group.first && tagAt(extraction, last + 1) === 'ADP') {
    const next = phrases.find((phrase) => phrase.first === last + 2);
    if (!next || next.last >= group.first) break;
    last = next.last;
  }
  return last;
}
