// Who somebody is to another where the ontology has no type for it: "Quill's lawyer, Boris Hale", "her cousin Ada Hale", "Hale, a
// friend of Quill". The noun is the predicate of an open edge.
import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { stanceAt } from '../attributes/stance.ts';
import { isPredicate } from '../facts/subjects.ts';
import { childrenBy, linkOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import { possessorOf } from './from-nouns.ts';
import type { Edge } from './make-relation.ts';
import { holdersOf, type Role } from './role-ends.ts';

/** A guess, as of other nouns that carry edges. */
const SCORE = 0.7;
/** What a person is to a person. */
const OF_PERSON =
  /^(?:lawyer|attorney|barrister|solicitor|cousin|uncle|aunt|nephew|niece|grandson|granddaughter|grandfather|grandmother|girlfriend|boyfriend|friend|associate|confidante?|acquaintance|neighbou?r|classmate|roommate|godfather|godson|goddaughter|driver|student|pupil|mentor|biographer|bodyguard|accomplice|editor|agent|manager|aide|adviser|advisor|assistant|chief of staff)$/;
/** What a body is to a person or body. */
const OF_BODY = /^(?:publisher|distributor|supplier|customer|client|sponsor|auditor|insurer)$/;

/** Edges of the nouns of a sentence, in reading order. */
export function possessedEdges(extraction: Extraction, sentence: Sentence): Edge[] {
  const edges: Edge[] = [];
  for (let noun = sentence.firstToken; noun <= sentence.lastToken; noun += 1) {
    const role = roleAt(extraction, noun);
    const wanted = OF_PERSON.test(role.title) ? 'Person' : OF_BODY.test(role.title) ? 'Organization' : null;
    // "manager-turned-owner": another thing.
    if (wanted === null || wordAt(extraction, role.last + 1) === '-') continue;
    const owner = possessorOf(extraction, noun) ?? ownerBehind(extraction, noun);
    const { holders } = holdersOf(extraction, role);
    for (const holder of owner === null ? [] : holders)
      if (fits(holder, owner, wanted)) edges.push(edgeOf(extraction, sentence, role, holder, owner as Mention));
  }
  return edges;
}

/** The noun, or the title that it opens: "chief of staff". */
function roleAt(extraction: Extraction, noun: number): Role {
  const isStaff = wordAt(extraction, noun + 1) === 'of' && wordAt(extraction, noun + 2) === 'staff';
  const title = `${lemmaAt(extraction, noun)}${isStaff ? ' of staff' : ''}`;
  return { title, first: noun, last: isStaff ? noun + 2 : noun, head: noun };
}

/** "a friend |of Quill|", "an aide |to her|". */
function ownerBehind(extraction: Extraction, noun: number): Mention | null {
  const [owner] = childrenBy(extraction, noun, 'nmod').filter((child) => /^(?:of|to)$/.test(linkOf(extraction, child)));
  return owner === undefined ? null : entityAt(extraction, owner);
}

/** A name of the wanted type, and a person or body whose it is. */
function fits({ id, kind, type }: Mention, owner: Mention | null, wanted: string): boolean {
  const isOwner = owner?.type === 'Person' || (owner?.type === 'Organization' && wanted === 'Organization');
  return kind === 'name' && type === wanted && isOwner && owner.id !== id;
}

function edgeOf(extraction: Extraction, sentence: Sentence, role: Role, subject: Mention, object: Mention): Edge {
  const { title, first, last } = role;
  return {
    ...{ subject, object, sentence, literal: null, passive: false, score: SCORE, triggers: [] },
    predicate: `${title} of`,
    cue: spanOf(extraction, first, last),
    ...(isPredicate(extraction, first)
      ? stanceAt(extraction, first)
      : { polarity: 'positive' as const, modality: 'actual' as const }),
  };
}
