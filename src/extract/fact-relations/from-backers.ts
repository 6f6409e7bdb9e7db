// Who stands behind a body, by a word before its noun: "the Norland-backed government", "a Veldia-linked group", "Quill loyalists".
import type { Extraction, Mention, Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { makeRelation } from '../relations/make-relation.ts';
import { uposOf } from '../tree.ts';
import { spanOf, wordAt } from '../words.ts';
import { BODIES_BY } from './from-leaders.ts';
import { mentionEndingAt } from './from-nouns.ts';

/** A guess; the scores step calibrates it as it does those of all sources. */
const SCORE = 0.85;
const BACKED = /^(?:backed|supported|allied|linked|aligned|sponsored|affiliated)$/;
/** Words between such a word and its noun. */
const LONGEST = 4;

/** ALLY_OF between a body and whoever its noun phrase names as its backer. */
export function backersOf(extraction: Extraction, ontology: Ontology, body: Mention): Relation[] {
  const sentence = extraction.sentences[extraction.tokens[body.head]?.sentence ?? -1];
  const backed = backedBefore(extraction, body);
  const backer = backed === null ? null : mentionEndingAt(extraction, backed - 2);
  if (sentence === undefined || backed === null || backer === null) return [];
  const cue = spanOf(extraction, backed, backed);
  const predicate = extraction.document.text.slice(cue.start, cue.end);
  const seed = { subject: backer, object: body, type: 'ALLY_OF', predicate, cue, sentence };
  return makeRelation(extraction, ontology, { ...seed, score: SCORE, by: BODIES_BY });
}

/** Place of the participle behind a hyphen, with nothing but the rest of the noun phrase between it and the head. */
function backedBefore(extraction: Extraction, { head }: Mention): number | null {
  for (let place = head - 1; place >= head - LONGEST; place -= 1) {
    if (BACKED.test(wordAt(extraction, place))) return /^[-–]$/.test(wordAt(extraction, place - 1)) ? place : null;
    if (!/^(?:ADJ|NOUN|PROPN)$/.test(uposOf(extraction, place))) return null;
  }
  return null;
}
