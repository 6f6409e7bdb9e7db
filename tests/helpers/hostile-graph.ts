// A graph with the given strings in every field that comes from a document, for tests of the exits.
import type { Claim, Graph } from '../../src/model/graph.ts';
import { makeId } from '../../src/model/id.ts';

/** What broke other tools: markup, control characters, lone surrogates, Cypher and formula injections. */
export const HOSTILE: readonly string[] = [
  `<b>&amp;"'`,
  ']]><!--',
  'a\u0000b\u0001c\u0008\u001F',
  'lone \uD800 and \uDC00',
  'pair \u{1F600}',
  '\uFFFE\uFFFF',
  "'}) DETACH DELETE n //",
  '`) MATCH (m) DELETE m',
  '\\u0027}) RETURN 1 //',
  '\\',
  "\\'",
  '\\\\u0060',
  'tab\tline\nreturn\r\u2028\u2029\u0085',
  '=1+1',
  '-cmd|calc',
  '@SUM(A1)',
  '\u202Eright to left',
  'a","b\n',
  ' ',
  '__proto__',
];

/** One document, two entities, an edge, a literal, a speech and a contradiction a string. */
export function hostileGraph(strings: readonly string[] = HOSTILE): Graph {
  const parts = strings.map((text, index) => partOf(text, index));
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
    [...items].sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    model: strings[0] ?? 'none',
    documents: parts.map((part) => part.record).sort((left, right) => (left.document.id < right.document.id ? -1 : 1)),
    entities: byId(parts.flatMap((part) => part.entities)),
    mentions: parts
      .flatMap((part) => part.mentions)
      .sort((left, right) => (left.mention.id < right.mention.id ? -1 : 1)),
    claims: byId(parts.flatMap((part) => part.claims)),
    conflicts: byId(parts.map((part) => part.conflict)),
    decisions: parts.map((part) => part.decision),
  };
}

function partOf(text: string, index: number) {
  const documentId = makeId('document', text, index);
  const [subject, object] = [makeId('entity', text, index, 0), makeId('entity', text, index, 1)];
  const body = `${text} x ${text}`;
  const mention = {
    ...{ id: makeId('mention', documentId), start: 0, end: text.length, head: 0, type: text, kind: 'name' as const },
    ...{ referent: null, literal: null, score: 1, by: 'hostile@1' },
  };
  const attribution = { entity: object, text };
  const time = { from: text, to: '2031-02', text };
  const evidence = {
    ...{ documentId, start: 0, end: body.length, quote: body, subjectMention: mention.id, objectMention: mention.id },
    ...{ cue: { start: 0, end: 1 }, attribution, time, score: 0.5, by: 'hostile@1' },
  };
  const edge: Claim = {
    ...{ id: makeId('claim', text, index, 0), type: text, predicate: text, subject, object, literal: null },
    ...{ polarity: 'positive', modality: 'actual', attribution, time, derivedFrom: null, confidence: 1 },
    ...{ independentSources: 1, disputed: true, evidence: [evidence] },
  };
  const denied: Claim = { ...edge, id: makeId('claim', text, index, 1), type: null, polarity: 'negative' };
  const literal: Claim = {
    ...{ ...edge, id: makeId('claim', text, index, 2), object: null, disputed: false },
    literal: { type: 'Quantity', value: -1.5 - index, unit: text, text },
  };
  const speech: Claim = {
    ...{ ...literal, id: makeId('claim', text, index, 3), type: null },
    literal: { type: 'Other', value: text, unit: null, text },
  };
  const entity = (id: typeof subject) => ({
    ...{ id, type: text, name: text, aliases: [{ name: text, count: 1 }], mentionIds: [mention.id], sameAs: [] },
  });
  return {
    record: {
      document: {
        ...{ id: documentId, source: `${index} ${text}`, alsoAt: [text], title: text, publisher: text, author: text },
        ...{ publishedAt: '2031-01-01', url: text, mediaType: 'text/plain', language: 'en', text: body },
        ...{ blocks: [], notes: [] },
      },
      sentences: [[0, body.length]] as const,
      lineage: { copyOf: null, cites: [{ document: null, text }] },
    },
    entities: [entity(subject), entity(object)],
    mentions: [{ mention, documentId, entity: subject }],
    claims: [edge, denied, literal, speech],
    conflict: {
      ...{ id: makeId('conflict', text, index), claimIds: [edge.id, denied.id].sort(), type: 'polarity' as const },
      reason: text,
    },
    decision: {
      ...{ left: mention.id, right: mention.id, verdict: 'same' as const, score: 1, reasons: [text], by: 'person' },
    },
  };
}
