// Who leads a body that a noun names: "Quill's government", "a party led by Ada Quill", "the Quill administration" of a Quill named elsewhere.
import type { Extraction, Mention, Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import type { Span } from '../../model/span.ts';
import { leaderBefore } from '../nominals/institutions.ts';
import { makeRelation } from '../relations/make-relation.ts';
import { childrenBy, markersOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import { mentionEndingAt } from './from-nouns.ts';

/** Name of the step that reads bodies and whatever modifies them. */
export const BODIES_BY = 'bodies@1';
/** A guess; the scores step calibrates it as it does those of all sources. */
const SCORE = 0.85;

interface Leader {
  readonly mention: Mention;
  readonly cue: Span;
}

/** What its leader is said to have: "Quill's government", "the government of President Ada Quill". */
const HELD =
  /^(?:government|administration|cabinet|regime|party|coalition|junta|bloc|alliance|movement|group|faction|militia|network|gang)$/;

export function leadersOf(extraction: Extraction, noun: number): Leader[] {
  if (!HELD.test(lemmaAt(extraction, noun))) return [];
  let place = noun - 1;
  while (place > noun - 4 && /^(?:ADJ|NOUN|VERB)$/.test(uposOf(extraction, place))) place -= 1;
  const before = /^'s?$/.test(wordAt(extraction, place)) ? mentionEndingAt(extraction, place - 1) : null;
  const behind = childrenBy(extraction, noun, 'nmod').filter((child) => markersOf(extraction, child) === 'of');
  const led = childrenBy(extraction, noun, 'acl')
    .filter((verb) => /^(?:lead|head|run|chair)$/.test(lemmaAt(extraction, verb)))
    .flatMap((verb) => childrenBy(extraction, verb, 'obl').filter((child) => markersOf(extraction, child) === 'by'));
  const inName = leaderBefore(extraction, noun);
  return [
    before ?? (inName !== null && isNamedElsewhere(extraction, inName) ? inName : null),
    ...[...behind, ...led].map((child) => entityAt(extraction, child)),
  ].flatMap((mention): Leader[] =>
    mention?.kind === 'name' && mention.type === 'Person' ? [{ mention, cue: spanOf(extraction, noun, noun) }] : [],
  );
}

/** Whom only the words for the body name ("the Quill administration") the text says nothing of. */
function isNamedElsewhere({ chains }: Extraction, { id }: Mention): boolean {
  return chains.some(({ mentionIds }) => mentionIds.includes(id) && mentionIds.length > 1);
}

/** LEADS for a body that a noun names, or tells more about: "Quill's |group|", "Quill's |group|, the Harbour Front,". */
export function ledBy(extraction: Extraction, ontology: Ontology, body: Mention, noun: number | null): Relation[] {
  if (noun === null) return [];
  return leadersOf(extraction, noun).flatMap(({ mention, cue }) => {
    const sentence = extraction.sentences[extraction.tokens[body.head]?.sentence ?? -1];
    if (sentence === undefined) return [];
    const predicate = extraction.document.text.slice(cue.start, cue.end);
    const seed = { subject: mention, object: body, type: 'LEADS', predicate, cue, sentence };
    return makeRelation(extraction, ontology, { ...seed, score: SCORE, by: BODIES_BY });
  });
}
