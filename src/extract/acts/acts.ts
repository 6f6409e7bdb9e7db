// The step that makes an open relation of a fact whose object has no name: who did it, the verb, and the words of what was done.
import type { Extraction, Fact, Mention, Relation } from '../../model/extraction.ts';
import { type MentionId, makeId } from '../../model/id.ts';
import { overlapsSpan, type Span } from '../../model/span.ts';
import { areOne, isAnonymous } from '../chain-index.ts';
import { entityAt } from '../fact-relations/entity-at.ts';
import type { Step } from '../step.ts';
import { topOf } from '../tree.ts';
import { lemmaAt, wordAt } from '../words.ts';
import { type Act, readAct } from './read-act.ts';

const BY = 'acts@1';
/** Of a fact that says again, cut otherwise, what another says whole. */
const REPEATED = 0.35;
const SCORE = 0.8;
/** Steps that find "the Norland parliament", "Norlandish troops": nominals that are found again by whose they are. */
const INSTITUTION = /^(?:nominals|bodies)@/;
/** Outside of quotations whoever writes and whoever reads; inside them coreference errs too often. */
const PARTNER = /^(?:i|we|you)$/;

/** Adds what named people and bodies, and institutions, did. */
export const actsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'lemmas', 'tree', 'mentions', 'chains', 'quotations', 'facts', 'relations'],
  assigns: ['relations'],
  run(extraction) {
    const told = relationsBySentence(extraction);
    const found = factsByVerb(extraction).flatMap((facts) => {
      const [first] = facts;
      const subject = first ? actorOf(extraction, first) : null;
      for (const [place, fact] of subject === null ? [] : facts.entries()) {
        const act = readAct(extraction, fact, facts.slice(place + 1));
        if (act && !isTold(extraction, told.get(fact.sentence) ?? [], subject as Mention, fact, act))
          return toRelation(extraction, fact, subject as Mention, act);
      }
      return [];
    });
    return { ...extraction, relations: [...extraction.relations, ...found] };
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

/** Whoever has a name somewhere in the text, and institutions: all others nobody could find again. */
function actorOf(extraction: Extraction, fact: Fact): Mention | null {
  const mention = entityAt(extraction, topOf(extraction, fact.subject));
  if (mention === null || (isAnonymous(extraction, mention) && !INSTITUTION.test(mention.by))) return null;
  return mention.kind === 'pronoun' && PARTNER.test(wordAt(extraction, mention.head)) ? null : mention;
}

function relationsBySentence(extraction: Extraction): ReadonlyMap<number, readonly Relation[]> {
  const found = new Map<number, Relation[]>();
  for (const relation of extraction.relations) {
    if (relation.cue === null) continue;
    const sentence = extraction.tokens[topOf(extraction, relation.cue)]?.sentence ?? -1;
    const list = found.get(sentence);
    if (list) list.push(relation);
    else found.set(sentence, [relation]);
  }
  return found;
}

/** True where the object is somebody with a name, or another relation of the subject, a number or a quotation tells the same. */
function isTold(extraction: Extraction, relations: readonly Relation[], subject: Mention, fact: Fact, act: Act): boolean {
  const whole: Span = {
    start: Math.min(fact.predicateSpan.start, act.words.start),
    end: Math.max(fact.predicateSpan.end, act.words.end),
  };
  const head = fact.object && topOf(extraction, fact.object);
  const object = head === null ? null : entityAt(extraction, head);
  if (act.hasObject && object !== null && !isAnonymous(extraction, object)) return true;
  const byId = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  return relations.some((relation) => {
    if (relation.cue === null || !overlapsSpan(relation.cue, whole)) return false;
    const ends = [relation.subject, ...(relation.object === null ? [] : [relation.object])];
    if (!ends.some((end) => areOne(extraction, end, subject.id))) return false;
    if (relation.type !== null || !act.hasObject) return true;
    const other = ends.map((end) => byId.get(end)).find((end) => end && !areOne(extraction, end.id, subject.id));
    if (other && overlapsSpan(other, act.words)) return true;
    return head !== null && relation.predicate.split(' ').includes(lemmaAt(extraction, head));
  });
}

function toRelation(extraction: Extraction, fact: Fact, subject: Mention, { predicate, literal, words }: Act): Relation {
  const sentence = extraction.sentences[fact.sentence];
  return {
    id: makeId('relation', extraction.document.id, subject.id, words.start, words.end, predicate, BY),
    ...{ subject: subject.id, object: null, literal, type: null, predicate, cue: fact.predicateSpan },
    evidence: { start: sentence?.start ?? words.start, end: sentence?.end ?? words.end },
    ...{ polarity: fact.polarity, modality: fact.modality, attribution: null, time: null, score: SCORE, by: BY },
  };
}
