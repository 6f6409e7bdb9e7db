// Nouns that begin or end a life, with their date and place: "until his death in 1951", "the murder of Ada Quill in Torva".
import type { Extraction, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { makeRelation } from '../relations/make-relation.ts';
import { childrenBy, linkOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { entityAt, valueAt } from './entity-at.ts';

const BY = 'lives@1';
/** A guess, not yet calibrated. */
const SCORE = 0.85;
const ENDS: Readonly<Record<string, string>> = {
  birth: 'BORN',
  death: 'DIED',
  murder: 'DIED',
  assassination: 'DIED',
  execution: 'DIED',
  suicide: 'DIED',
};

export function lifeRelations(extraction: Extraction, sentence: Sentence, ontology: Ontology): Relation[] {
  const relations: Relation[] = [];
  for (let noun = sentence.firstToken; noun <= sentence.lastToken; noun += 1) {
    const end = uposOf(extraction, noun) === 'NOUN' ? ENDS[lemmaAt(extraction, noun)] : undefined;
    if (end === undefined) continue;
    const phrases = childrenBy(extraction, noun, 'nmod', 'obl').filter((child) => child > noun);
    const owners = [
      ...childrenBy(extraction, noun, 'nmod:poss'),
      ...phrases.filter((child) => linkOf(extraction, child) === 'of'),
    ].flatMap((owner) => entityAt(extraction, owner) ?? []);
    const cue = spanOf(extraction, noun, noun);
    for (const subject of owners.filter(({ type }) => type === 'Person')) {
      for (const phrase of phrases) {
        if (!/^(?:in|on|at|)$/.test(linkOf(extraction, phrase))) continue;
        const date = valueAt(extraction, phrase, 'Time');
        const object = date ?? entityAt(extraction, phrase);
        if (object === null) continue;
        const type = `${end}_${date ? 'ON' : 'IN'}`;
        const seed = {
          subject,
          object,
          type,
          cue,
          sentence,
          predicate: wordAt(extraction, noun),
          score: SCORE,
          by: BY,
        };
        relations.push(...makeRelation(extraction, ontology, seed));
      }
    }
  }
  return relations;
}
