// A seeded graph of about 300 entities whose articles, offsets, copies, conflicts and decisions agree with one another.
import { makeRandom } from '../../scripts/random.ts';
import type { Mention } from '../../src/model/extraction.ts';
import type {
  Claim,
  Conflict,
  Decision,
  DocumentRecord,
  Entity,
  Evidence,
  Graph,
  MentionRecord,
} from '../../src/model/graph.ts';
import { type GraphView, viewGraph } from '../../src/model/graph-view.ts';
import { type DocumentId, makeId } from '../../src/model/id.ts';
import { makeWorld, type World, type WorldFact } from './generated-world.ts';

const PUBLISHERS = [
  'Norland Post',
  'The Vesk Herald',
  'Tarrow Daily',
  'Harbour Gazette',
  'Morning Wire',
  'Evening Copy',
  'Strait Review',
  'Kest Today',
];
const DOCUMENTS = 120;
const FACTS_A_DOCUMENT = 11;

interface Written {
  readonly record: DocumentRecord;
  readonly mentions: readonly MentionRecord[];
  /** Place of the fact and the evidence for it. */
  readonly evidence: readonly (readonly [number, Evidence])[];
}

/** The same graph for the same seed. */
export function generateGraph(seed = 7): Graph {
  const random = makeRandom(seed);
  const world = makeWorld(seed);
  const written: Written[] = [];
  for (let index = 0; index < DOCUMENTS; index += 1) written.push(writeDocument(world, random, index, written));
  const mentions = written.flatMap((each) => each.mentions);
  const byFact = new Map<number, Evidence[]>();
  for (const [fact, evidence] of written.flatMap((each) => each.evidence)) {
    byFact.set(fact, [...(byFact.get(fact) ?? []), evidence]);
  }
  const copies = new Set(
    written.filter(({ record }) => record.lineage.copyOf !== null).map(({ record }) => record.document.id),
  );
  const claims = [...byFact].map(([place, evidence]) => makeClaim(world, place, evidence, copies));
  const conflicts = findConflicts(claims);
  const disputed = new Set(conflicts.flatMap((conflict) => conflict.claimIds));
  const derived = claims.filter((claim) => claim.type === 'HEAD_OF_STATE_OF').map(deriveCitizen);
  const used = new Set(mentions.map((record) => record.entity));
  return {
    model: 'generated@1',
    documents: byId(
      written.map((each) => each.record),
      (record) => record.document.id,
    ),
    entities: byId(
      world.entities.map((_, place) => makeEntity(world, place, mentions)).filter((entity) => used.has(entity.id)),
    ),
    mentions: byId(mentions, (record) => record.mention.id),
    claims: byId([...claims.map((claim) => ({ ...claim, disputed: disputed.has(claim.id) })), ...derived]),
    conflicts: byId(conflicts),
    decisions: makeDecisions(mentions),
  };
}

export function generatedView(seed = 7): GraphView {
  return viewGraph(generateGraph(seed));
}

function byId<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string = (item) => (item as { id: string }).id,
): Item[] {
  return [...items].sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1));
}

function entityId(world: World, place: number) {
  return makeId('entity', 'generated', world.entities[place]?.name ?? '');
}

function writeDocument(world: World, random: () => number, index: number, before: readonly Written[]): Written {
  const story = index % 8;
  const copied = random() < 0.14 ? before.filter(({ record }) => record.lineage.copyOf === null).at(-8) : undefined;
  const pool = world.facts
    .map((_, place) => place)
    .filter((place) => world.facts[place]?.story === story || random() < 0.03);
  const facts: number[] = [];
  for (let step = 0; step < FACTS_A_DOCUMENT; step += 1) {
    // Squared: the first facts of a story are the ones that every paper repeats.
    const place = pool[Math.floor(random() ** 1.25 * pool.length)];
    if (place !== undefined && !facts.includes(place)) facts.push(place);
  }
  const publisher = PUBLISHERS[Math.floor(random() * PUBLISHERS.length)] ?? '';
  const day = new Date(Date.UTC(2031, 2, 1 + Math.floor(index * 0.6))).toISOString().slice(0, 10);
  return compose(world, { index, facts, publisher, day, copied, random });
}

interface Plan {
  readonly index: number;
  readonly facts: readonly number[];
  readonly publisher: string;
  readonly day: string;
  readonly copied: Written | undefined;
  readonly random: () => number;
}

function compose(world: World, { index, facts, publisher, day, copied, random }: Plan): Written {
  const plan = copied === undefined ? facts : copied.evidence.map(([fact]) => fact);
  const lead = world.facts[plan[0] ?? 0] as WorldFact;
  const subject = world.entities[lead.subject]?.name ?? '';
  const title = `${subject}: ${['what the papers say', 'a week of talks', 'questions in parliament', 'the view from the border'][index % 4]}`;
  const source = `${day.slice(0, 7)}/${publisher.toLowerCase().replaceAll(' ', '-')}-${index}.txt`;
  const id = makeId('document', 'generated', source);
  let text = `${title}\n\n`;
  const blocks: DocumentRecord['document']['blocks'][number][] = [
    { kind: 'title', level: null, page: null, start: 0, end: title.length },
  ];
  const sentences: [number, number][] = [];
  const mentions: MentionRecord[] = [];
  const evidence: [number, Evidence][] = [];
  const seen = new Set<number>();
  const mention = (place: number): string => {
    const entity = world.entities[place];
    const surface = seen.has(place) ? (entity?.short ?? entity?.name ?? '') : (entity?.name ?? '');
    seen.add(place);
    return surface;
  };
  let paragraph = text.length;
  plan.forEach((place, step) => {
    const fact = world.facts[place] as WorldFact;
    const form = fact.forms[copied === undefined ? Math.floor(random() * fact.forms.length) : 0] ?? '';
    const start = text.length;
    let cue: Evidence['cue'] = null;
    const spans = new Map<string, MentionRecord>();
    for (const piece of form.split(/(\{[SO]\}|\[[^\]]+\])/)) {
      if (piece === '{S}' || piece === '{O}') {
        const target = piece === '{S}' ? fact.subject : (fact.object ?? 0);
        const surface = mention(target);
        spans.set(piece, makeMention(id, text.length, surface, world, target));
        text += surface;
      } else if (piece.startsWith('[')) {
        cue = { start: text.length, end: text.length + piece.length - 2 };
        text += piece.slice(1, -1);
      } else text += piece;
    }
    mentions.push(...spans.values());
    sentences.push([start, text.length]);
    const speaker = random() < 0.15 ? 'a ministry report' : null;
    evidence.push([
      place,
      {
        ...{ documentId: id, start, end: text.length, quote: text.slice(start), cue, time: null, by: 'relations@1' },
        subjectMention: (spans.get('{S}') as MentionRecord).mention.id,
        objectMention: spans.get('{O}')?.mention.id ?? null,
        attribution: speaker === null ? null : { entity: null, text: speaker },
        score: 0.6 + 0.39 * random(),
      },
    ]);
    const ends = step % 3 === 2 || step === plan.length - 1;
    if (ends) {
      blocks.push({ kind: 'paragraph', level: null, page: null, start: paragraph, end: text.length });
      text += '\n\n';
      paragraph = text.length;
    } else text += ' ';
  });
  const copyOf = copied === undefined ? null : { document: copied.record.document.id, share: 0.84 };
  return {
    record: {
      document: {
        ...{ id, source, alsoAt: [], title, publisher, author: null, publishedAt: day, url: null },
        ...{ mediaType: 'text/plain', language: 'en', text, blocks, notes: [] },
      },
      sentences,
      lineage: {
        copyOf,
        cites: copyOf === null ? [] : [{ document: copyOf.document, text: copied?.record.document.publisher ?? '' }],
      },
    },
    mentions,
    evidence,
  };
}

function makeMention(document: DocumentId, start: number, surface: string, world: World, place: number): MentionRecord {
  const type = world.entities[place]?.type ?? 'Other';
  const end = start + surface.length;
  const mention: Mention = {
    ...{ id: makeId('mention', document, start, end, type, 'generated@1'), start, end, head: 0, type, kind: 'name' },
    ...{ referent: null, literal: null, score: 0.95, by: 'generated@1' },
  };
  return { mention, documentId: document, entity: entityId(world, place) };
}

function makeClaim(world: World, place: number, evidence: readonly Evidence[], copies: ReadonlySet<DocumentId>): Claim {
  const { type, predicate, subject, object, literal, polarity, modality } = world.facts[place] as WorldFact;
  const witnesses = new Set(evidence.map((item) => item.documentId).filter((id) => !copies.has(id))).size;
  const best = Math.max(...evidence.map((item) => item.score));
  return {
    ...{ id: makeId('claim', 'generated', place), type, predicate, subject: entityId(world, subject), literal },
    ...{ object: object === null ? null : entityId(world, object), polarity, modality, attribution: null, time: null },
    derivedFrom: null,
    confidence: 1 - (1 - best) * 0.8 ** (evidence.length - 1),
    independentSources: Math.max(1, witnesses),
    disputed: false,
    evidence: [...evidence].sort((a, b) =>
      a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : a.start - b.start,
    ),
  };
}

/** Two heads of one government, a meeting affirmed and denied, two counts of one army. */
function findConflicts(claims: readonly Claim[]): Conflict[] {
  const found: Conflict[] = [];
  const add = (type: Conflict['type'], reason: string, pair: readonly Claim[]): void => {
    const claimIds = pair.map((claim) => claim.id).sort();
    found.push({ id: makeId('conflict', ...claimIds), claimIds, type, reason });
  };
  claims.forEach((one, place) => {
    for (const other of claims.slice(place + 1)) {
      if (one.type === 'HEAD_OF_GOVERNMENT_OF' && other.type === one.type && one.object === other.object)
        add('functional', 'Only one person can be head of government of a country at a time.', [one, other]);
      if (
        one.type === other.type &&
        one.subject === other.subject &&
        one.object === other.object &&
        one.polarity !== other.polarity
      )
        add('polarity', 'One source affirms what another denies.', [one, other]);
      if (
        one.literal !== null &&
        other.literal !== null &&
        one.subject === other.subject &&
        one.predicate === other.predicate
      )
        add('quantity', 'The numbers differ by more than their rounding.', [one, other]);
    }
  });
  return found;
}

function deriveCitizen(claim: Claim): Claim {
  return {
    ...claim,
    ...{
      id: makeId('claim', 'citizen', claim.id),
      type: 'CITIZEN_OF',
      derivedFrom: [claim.id],
      evidence: [],
      independentSources: 0,
    },
  };
}

function makeEntity(world: World, place: number, mentions: readonly MentionRecord[]): Entity {
  const { name, short, type } = world.entities[place] as World['entities'][number];
  const id = entityId(world, place);
  const own = mentions.filter((record) => record.entity === id);
  const full = own.filter((record) => record.mention.end - record.mention.start === name.length).length;
  const aliases = [
    { name, count: full },
    ...(short !== null && own.length > full ? [{ name: short, count: own.length - full }] : []),
  ];
  return { id, type, name, aliases, mentionIds: own.map((record) => record.mention.id).sort(), sameAs: [] };
}

/** Neighbouring mentions of one entity were joined, each pair with its reason. */
function makeDecisions(mentions: readonly MentionRecord[]): Decision[] {
  const last = new Map<string, MentionRecord>();
  const decisions: Decision[] = [];
  for (const record of mentions) {
    const before = last.get(record.entity ?? '');
    last.set(record.entity ?? '', record);
    if (before === undefined || before.mention.type !== 'Person') continue;
    const [left, right] = [before.mention.id, record.mention.id].sort() as [Decision['left'], Decision['right']];
    decisions.push({
      left,
      right,
      verdict: 'same',
      score: 0.97,
      reasons: ['Same full name', 'Same office in both texts'],
      by: 'names@1',
    });
  }
  return decisions.sort((a, b) => (a.left < b.left ? -1 : a.left > b.left ? 1 : a.right < b.right ? -1 : 1));
}
