// A graph of any size with invented names, for measuring: a few hubs, many entities with few relations, seeded.
import type { Claim, DocumentRecord, Entity, Graph } from '../../src/model/graph.ts';
import { type ClaimId, type DocumentId, type EntityId, makeId } from '../../src/model/id.ts';
import { makeRandom } from '../random.ts';

const SYLLABLES = [
  'ba',
  'ter',
  'lo',
  'min',
  'ka',
  'vor',
  'sel',
  'du',
  'ri',
  'ost',
  'ne',
  'ham',
  'qui',
  'zel',
  'po',
  'ard',
];
const TYPES = ['Person', 'Organization', 'Place', 'Group'] as const;
const RELATIONS = ['MET_WITH', 'WORKS_FOR', 'LEADS', 'LOCATED_IN', 'PART_OF', 'OPPOSES', 'ALLY_OF', null] as const;
const PUBLISHERS = 40;
const CLAIMS_A_DOCUMENT = 25;
/** Neighbours of the largest hub, where there are so many edges. */
const HUB_DEGREE = 2000;

/** `edges` distinct pairs among `nodes` entities, one claim each. The same graph for the same numbers. */
export function makeLargeGraph(nodes: number, edges: number, seed = 1): Graph {
  const random = makeRandom(seed);
  const entities = Array.from({ length: nodes }, (_, place) => makeEntity(place, random));
  const documents = Array.from({ length: Math.ceil(edges / CLAIMS_A_DOCUMENT) }, (_, place) => makeDocument(place));
  const seen = new Set<number>();
  const claims: Claim[] = [];
  const hub = Math.min(HUB_DEGREE, nodes - 1, edges);
  while (claims.length < edges) {
    const number = claims.length;
    // Squared: the first entities are named far more often than the last. Each entity has one edge at least.
    const left = number < hub ? 0 : number < hub + nodes ? number - hub : Math.floor(random() ** 2.2 * nodes);
    const right = number < hub ? number + 1 : Math.floor(random() ** 2.2 * nodes);
    const key = Math.min(left, right) * nodes + Math.max(left, right);
    if (seen.has(key) || left === right) {
      if (number < hub + nodes) seen.delete(key);
      if (left === right || number >= hub + nodes) continue;
    }
    seen.add(key);
    const document = documents[Math.floor(number / CLAIMS_A_DOCUMENT)];
    const [subject, object] = [entities[left], entities[right]];
    if (document === undefined || subject === undefined || object === undefined) break;
    claims.push(makeClaim(number, { document, subject, object, random }));
  }
  return { model: 'bench@1', documents, entities, mentions: [], claims, conflicts: [], decisions: [] };
}

function makeEntity(place: number, random: () => number): Entity {
  const word = (): string => {
    const text = [0, 1, 2].map(() => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const name = `${word()} ${word()}`;
  const id = makeId('entity', 'bench', place) as EntityId;
  const type = TYPES[Math.floor(random() * TYPES.length)] ?? 'Other';
  return { id, type, name, aliases: [{ name, count: 1 }], mentionIds: [], sameAs: [] };
}

function makeDocument(place: number): DocumentRecord {
  const id = makeId('document', 'bench', place) as DocumentId;
  const day = new Date(Date.UTC(2031, 0, 1 + (place % 700))).toISOString().slice(0, 10);
  return {
    document: {
      ...{ id, source: `${place}.txt`, alsoAt: [], title: `Report ${place}`, publisher: `Paper ${place % PUBLISHERS}` },
      ...{ author: null, publishedAt: day, url: null, mediaType: 'text/plain', language: 'en' },
      ...{ text: 'One said so.', blocks: [], notes: [] },
    },
    sentences: [[0, 12]],
    lineage: { copyOf: null, cites: [] },
  };
}

interface Parts {
  readonly document: DocumentRecord;
  readonly subject: Entity;
  readonly object: Entity;
  readonly random: () => number;
}

function makeClaim(number: number, { document, subject, object, random }: Parts): Claim {
  const type = RELATIONS[Math.floor(random() * RELATIONS.length)] ?? null;
  return {
    ...{ id: makeId('claim', 'bench', number) as ClaimId, type, predicate: type === null ? 'talk to' : 'said' },
    ...{ subject: subject.id, object: object.id, literal: null, polarity: random() < 0.03 ? 'negative' : 'positive' },
    ...{ modality: random() < 0.05 ? 'planned' : 'actual', attribution: null, time: null, derivedFrom: null },
    ...{ confidence: 0.5 + random() / 2, independentSources: 1 + Math.floor(random() ** 4 * 6), disputed: false },
    evidence: [
      {
        ...{ documentId: document.document.id, start: 0, end: 12, quote: 'One said so.' },
        ...{ subjectMention: makeId('mention', number), objectMention: null, cue: null },
        ...{ attribution: null, time: null, score: 0.9, by: 'bench@1' },
      },
    ],
  };
}
