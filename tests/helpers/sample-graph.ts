// A small graph by hand, with invented names, that holds one of everything: tests of the rooms after resolve start here.
import type { Document } from '../../src/model/document.ts';
import type { Literal, Mention } from '../../src/model/extraction.ts';
import type { Claim, Decision, DocumentRecord, Entity, Evidence, Graph, MentionRecord } from '../../src/model/graph.ts';
import { type GraphView, viewGraph } from '../../src/model/graph-view.ts';
import { type ClaimId, type DocumentId, type EntityId, type MentionId, makeId } from '../../src/model/id.ts';

const FIRST = 'Ada Quill, president of Norland, met Boris Hale on Monday. Hale denied the talks.';
const SECOND = 'Ada Quill, president of Norland, met Boris Hale on Monday, via Morning Wire. About 1,200 troops left.';

function makeDocument(source: string, text: string, publisher: string, publishedAt: string): Document {
  return {
    id: makeId('document', text),
    source,
    alsoAt: [],
    title: text.slice(0, 9),
    publisher,
    author: null,
    publishedAt,
    url: null,
    mediaType: 'text/plain',
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', level: null, page: null, start: 0, end: text.length }],
    notes: [],
  };
}

const first = makeDocument('first.txt', FIRST, 'Norland Post', '2031-05-02');
const second = makeDocument('second.txt', SECOND, 'Evening Copy', '2031-05-03');

const quill = makeId('entity', 'quill');
const hale = makeId('entity', 'hale');
const norland = makeId('entity', 'norland');
const troops = makeId('entity', 'troops');

function makeMention(
  document: Document,
  surface: string,
  type: string,
  entity: EntityId,
  literal?: Literal,
): MentionRecord {
  const start = document.text.indexOf(surface);
  const end = start + surface.length;
  const mention: Mention = {
    id: makeId('mention', document.id, start, end, type, 'sample@1'),
    start,
    end,
    head: 0,
    type,
    kind: 'name',
    referent: null,
    literal: literal ?? null,
    score: 0.9,
    by: 'sample@1',
  };
  return { mention, documentId: document.id, entity };
}

const mentions = [first, second].flatMap((document) => [
  makeMention(document, 'Ada Quill', 'Person', quill),
  makeMention(document, 'Boris Hale', 'Person', hale),
  makeMention(document, 'Norland', 'Place', norland),
]);
const troopsMention = makeMention(second, 'troops', 'Group', troops);
mentions.push(troopsMention);

function mentionOf(entity: EntityId, document: Document): MentionId {
  const found = mentions.find((record) => record.entity === entity && record.documentId === document.id);
  if (!found) throw new Error('sample graph: no such mention');
  return found.mention.id;
}

function makeEvidence(document: Document, quote: string, subject: EntityId, object: EntityId | null): Evidence {
  const start = document.text.indexOf(quote);
  return {
    documentId: document.id,
    start,
    end: start + quote.length,
    quote,
    subjectMention: mentionOf(subject, document),
    objectMention: object === null ? null : mentionOf(object, document),
    cue: null,
    attribution: null,
    time: null,
    score: 0.9,
    by: 'sample@1',
  };
}

const LEAD = 'Ada Quill, president of Norland, met Boris Hale on Monday';
const base = {
  literal: null,
  polarity: 'positive',
  modality: 'actual',
  attribution: null,
  time: null,
  derivedFrom: null,
  confidence: 0.9,
  independentSources: 1,
  disputed: false,
} as const;

const head: Claim = {
  ...base,
  id: makeId('claim', 'head'),
  type: 'HEAD_OF_STATE_OF',
  predicate: 'president',
  subject: quill,
  object: norland,
  evidence: [makeEvidence(first, LEAD, quill, norland), makeEvidence(second, LEAD, quill, norland)],
};
const met: Claim = {
  ...base,
  id: makeId('claim', 'met'),
  type: 'MET_WITH',
  predicate: 'met',
  subject: quill,
  object: hale,
  disputed: true,
  time: { from: '2031-04-28', to: '2031-04-28', text: 'Monday' },
  evidence: [makeEvidence(first, LEAD, quill, hale), makeEvidence(second, LEAD, quill, hale)],
};
const denied: Claim = {
  ...base,
  id: makeId('claim', 'denied'),
  type: 'MET_WITH',
  predicate: 'denied the talks',
  subject: hale,
  object: quill,
  polarity: 'negative',
  disputed: true,
  attribution: { entity: hale, text: 'Hale' },
  evidence: [{ ...makeEvidence(first, FIRST, hale, quill), attribution: { entity: hale, text: 'Hale' } }],
};
const citizen: Claim = {
  ...base,
  id: makeId('claim', 'citizen'),
  type: 'CITIZEN_OF',
  predicate: 'president',
  subject: quill,
  object: norland,
  derivedFrom: [head.id],
  evidence: [],
};
const counted: Claim = {
  ...base,
  id: makeId('claim', 'counted'),
  type: null,
  predicate: 'left',
  subject: troops,
  object: null,
  literal: { type: 'Quantity', value: 1200, unit: 'troops', text: 'About 1,200' },
  evidence: [{ ...makeEvidence(second, 'About 1,200 troops left.', troops, null), cue: null }],
};

function makeEntity(id: EntityId, type: string, name: string): Entity {
  const own = mentions.filter((record) => record.entity === id);
  return {
    id,
    type,
    name,
    aliases: [{ name, count: own.length }],
    mentionIds: own.map((record) => record.mention.id).sort(),
    sameAs: [],
  };
}

function makeRecord(document: Document, copyOf: DocumentId | null): DocumentRecord {
  return {
    document,
    sentences: [
      [0, document.text.indexOf('.') + 1],
      [document.text.indexOf('.') + 2, document.text.length],
    ],
    lineage: {
      copyOf: copyOf === null ? null : { document: copyOf, share: 0.8 },
      cites: copyOf === null ? [] : [{ document: null, text: 'Morning Wire' }],
    },
  };
}

const decision: Decision = {
  left: mentionOf(quill, first),
  right: mentionOf(quill, second),
  verdict: 'same',
  score: 0.97,
  reasons: ['Same full name'],
  by: 'names@1',
};

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((left, right) => (left.id < right.id ? -1 : 1));

export const sampleGraph: Graph = {
  model: 'sample@1',
  documents: [makeRecord(first, null), makeRecord(second, first.id)].sort((left, right) =>
    left.document.id < right.document.id ? -1 : 1,
  ),
  entities: byId([
    makeEntity(quill, 'Person', 'Ada Quill'),
    makeEntity(hale, 'Person', 'Boris Hale'),
    makeEntity(norland, 'Place', 'Norland'),
    makeEntity(troops, 'Group', 'troops'),
  ]),
  mentions: [...mentions].sort((left, right) => (left.mention.id < right.mention.id ? -1 : 1)),
  claims: byId([head, met, denied, citizen, counted]),
  conflicts: [
    {
      id: makeId('conflict', met.id, denied.id),
      claimIds: [met.id, denied.id].sort() as ClaimId[],
      type: 'polarity',
      reason: 'One source affirms what another denies.',
    },
  ],
  decisions: [decision],
};

export const sampleView: GraphView = viewGraph(sampleGraph);
