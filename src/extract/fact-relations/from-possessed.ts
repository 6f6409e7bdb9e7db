// Who somebody is to another where the ontology has no type for it: "Quill's lawyer, Boris Hale", "her cousin Ada Hale", "Hale is
// her editor". The noun is the predicate of an open edge.
import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { stanceAt } from '../attributes/stance.ts';
import { isPredicate } from '../facts/subjects.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { possessorOf } from './from-nouns.ts';
import type { Edge } from './make-relation.ts';
import { holdersOf } from './role-ends.ts';

/** A guess, as of other nouns that carry edges. */
const SCORE = 0.7;
/** What a person is to a person. */
const OF_PERSON =
  /^(?:lawyer|attorney|barrister|solicitor|cousin|uncle|aunt|nephew|niece|grandson|granddaughter|grandfather|grandmother|girlfriend|boyfriend|friend|student|pupil|mentor|biographer|bodyguard|accomplice|editor|agent|manager)$/;
/** What a body is to a person or body. */
const OF_BODY = /^(?:publisher|distributor|supplier|customer|client|sponsor|auditor|insurer)$/;

/** Edges of the nouns of a sentence, in reading order. */
export function possessedEdges(extraction: Extraction, sentence: Sentence): Edge[] {
  const edges: Edge[] = [];
  for (let noun = sentence.firstToken; noun <= sentence.lastToken; noun += 1) {
    const lemma = lemmaAt(extraction, noun);
    const wanted = OF_PERSON.test(lemma) ? 'Person' : OF_BODY.test(lemma) ? 'Organization' : null;
    // "brother-in-law" and "manager-turned-owner": other things.
    if (wanted === null || wordAt(extraction, noun + 1) === '-') continue;
    const owner = possessorOf(extraction, noun);
    const { holders } = holdersOf(extraction, { title: lemma, first: noun, last: noun, head: noun });
    for (const holder of owner === null ? [] : holders)
      if (fits(holder, owner, wanted)) edges.push(edgeOf(extraction, sentence, noun, holder, owner as Mention));
  }
  return edges;
}

/** A name of the wanted type, and a person or body whose it is. */
function fits({ id, kind, type }: Mention, owner: Mention | null, wanted: string): boolean {
  const isOwner = owner?.type === 'Person' || (owner?.type === 'Organization' && wanted === 'Organization');
  return kind === 'name' && type === wanted && isOwner && owner.id !== id;
}

function edgeOf(extraction: Extraction, sentence: Sentence, noun: number, subject: Mention, object: Mention): Edge {
  return {
    ...{ subject, object, sentence, literal: null, passive: false, score: SCORE, triggers: [] },
    predicate: `${lemmaAt(extraction, noun)} of`,
    cue: spanOf(extraction, noun, noun),
    ...(isPredicate(extraction, noun)
      ? stanceAt(extraction, noun)
      : { polarity: 'positive' as const, modality: 'actual' as const }),
  };
}
