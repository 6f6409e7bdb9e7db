// The step that makes an open relation of a fact whose object has no name: who did it, the verb, and the words of what was done.
import { type Extraction, type Fact, type Mention, type Relation, withLayers } from '../../model/extraction.ts';
import { type MentionId, makeId } from '../../model/id.ts';
import { isAnonymous } from '../chain-index.ts';
import { entityAt } from '../fact-relations/entity-at.ts';
import { BODIES_BY } from '../fact-relations/from-leaders.ts';
import { countsOf } from '../fact-relations/from-measures.ts';
import { NOMINALS_BY } from '../nominals/institutions.ts';
import type { Step } from '../step.ts';
import { topOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { type Act, readAct } from './read-act.ts';
import { toldActs } from './told.ts';

const BY = 'acts@1';
/** Of a fact that says again, cut otherwise, what another says whole. */
const REPEATED = 0.35;
/** Guesses after one reading of agency news, by whether a name does it or what stands for one. */
const SCORE = { name: 0.92, other: 0.86 } as const;
/** Outside of quotations whoever writes and whoever reads; inside them coreference errs too often. */
const PARTNER = /^(?:i|we|you)$/;

/** Adds what named people and bodies, and institutions, did. */
export const actsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'tree', 'mentions', 'chains', 'quotations', 'facts', 'relations'],
  assigns: ['relations'],
  run(extraction) {
    const isTold = toldActs(extraction);
    const owned = bodiesWithOwner(extraction);
    const found = factsByVerb(extraction).flatMap((facts) => {
      const subject = facts[0] ? actorOf(extraction, facts[0], owned) : null;
      if (subject === null) return [];
      for (const [place, fact] of facts.entries()) {
        const act = readAct(extraction, fact, facts.slice(place + 1));
        if (act && !isTold(subject, fact, act)) return toRelation(extraction, fact, subject, act);
      }
      return [];
    });
    return withLayers(extraction, { relations: [...extraction.relations, ...found] });
  },
};

/** Facts of one subject and one verb, their objects in order; what is only supposed was not done. */
function factsByVerb({ facts }: Extraction): (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.score < REPEATED || fact.modality === 'conditional') continue;
    const key = `${fact.subject.start} ${fact.predicateSpan.start}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()];
}

/** "Norlandish troops", "Norland's finance ministry": bodies that are found again by whose they are, whichever step took them up. */
function bodiesWithOwner({ relations }: Extraction): ReadonlySet<MentionId> {
  return new Set(relations.flatMap(({ subject, by }) => (by.split('+').includes(BODIES_BY) ? [subject] : [])));
}

/** Whoever has a name somewhere in the text, and institutions: all others nobody could find again. */
function actorOf(extraction: Extraction, fact: Fact, owned: ReadonlySet<MentionId>): Mention | null {
  const head = topOf(extraction, fact.subject);
  const mention = entityAt(extraction, head);
  if (mention === null) return null;
  // "1,300 Norwegians", "two Norland Marines": what some of them did, all did not; "two mayors, Ada Quill and Boris Hale" did.
  if (mention.kind === 'name' && countsOf(extraction, head).length > 0) return null;
  const isInstitution = mention.by === NOMINALS_BY || owned.has(mention.id);
  if (isAnonymous(extraction, mention) && !isInstitution) return null;
  return mention.kind === 'pronoun' && PARTNER.test(wordAt(extraction, mention.head)) ? null : mention;
}

function toRelation(
  extraction: Extraction,
  fact: Fact,
  subject: Mention,
  { predicate, literal, words }: Act,
): Relation {
  const sentence = extraction.sentences[fact.sentence];
  const score = subject.kind === 'name' ? SCORE.name : SCORE.other;
  return {
    id: makeId('relation', extraction.document.id, subject.id, words.start, words.end, predicate, BY),
    ...{ subject: subject.id, object: null, literal, type: null, predicate, cue: fact.predicateSpan },
    evidence: { start: sentence?.start ?? words.start, end: sentence?.end ?? words.end },
    ...{ polarity: fact.polarity, modality: fact.modality, attribution: null, time: null, score, by: BY },
  };
}
