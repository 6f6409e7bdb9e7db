// What finders of conflicts need beside the claims: where a passage is set, and whose troops are counted.
import type { Mention } from '../../model/extraction.ts';
import type { Claim, Evidence } from '../../model/graph.ts';
import type { DocumentId, EntityId, MentionId } from '../../model/id.ts';
import type { Ontology } from '../../model/ontology.ts';
import { compareSpans, containsSpan, type Span } from '../../model/span.ts';
import { entityLookup, type Voice } from '../voice.ts';
import type { Ground } from './conflict-finder.ts';

/** "Near Lima", "at the border with Peru". */
const PLACED =
  /\b(?:in|near|at|around|inside|outside|across|along|on|from|into|to|toward|towards)\s+(?:the\s+)?(?:\p{Ll}+\s+(?:of|with)\s+(?:the\s+)?)?$/iu;
const REACH = 40;
const CONTAINING = new Set(['LOCATED_IN', 'PART_OF', 'CAPITAL_OF']);

/** What is looked up in one document. */
interface Page {
  readonly text: string;
  /** In reading order. */
  readonly mentions: readonly Mention[];
  readonly byId: ReadonlyMap<MentionId, Mention>;
  readonly havers: ReadonlyMap<MentionId, readonly EntityId[]>;
  entityOf(mention: MentionId): EntityId | undefined;
}

/** Looks into a document only where a finder asks. */
export function makeGround(
  voiceOf: (document: DocumentId) => Voice | undefined,
  claims: readonly Claim[],
  entities: Ground['entities'],
  ontology: Ontology,
): Ground {
  const pages = new Map<DocumentId, Page>();
  const pageOf = (id: DocumentId): Page | null => {
    const known = pages.get(id);
    const voice = voiceOf(id);
    if (known !== undefined || voice === undefined) return known ?? null;
    const page = openPage(voice);
    pages.set(id, page);
    return page;
  };
  let containers: ReadonlySet<string> | null = null;
  return {
    ...{ claims, ontology, entities },
    dateOf: (id) => voiceOf(id)?.reading.extraction.document.publishedAt ?? null,
    liesIn: (inner, outer) => {
      containers ??= containersIn(claims);
      return containers.has(`${inner} ${outer}`);
    },
    isFirm: (piece) => isFirm(pageOf(piece.documentId), piece),
    placesIn: (piece) => placesIn(pageOf(piece.documentId), piece),
    ownersOf: (claim) => {
      const owners = new Set<EntityId>();
      for (const { documentId, subjectMention } of claim.evidence) {
        for (const owner of ownersOf(pageOf(documentId), subjectMention, claim)) owners.add(owner);
      }
      return owners;
    },
  };
}

function openPage(voice: Voice): Page {
  const { document, mentions, relations } = voice.reading.extraction;
  const entityOf = entityLookup(voice);
  const havers = new Map<MentionId, EntityId[]>();
  // Who does something with a mention that nobody names: in "Norland has massed troops" the troops are Norland's.
  for (const { subject, object, type, polarity } of relations) {
    const owner = entityOf(subject);
    if (type !== null || object === null || polarity === 'negative' || owner === undefined) continue;
    havers.set(object, [...(havers.get(object) ?? []), owner]);
  }
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  return { text: document.text, mentions: [...mentions].sort(compareSpans), byId, havers, entityOf };
}

/** Chance from which on a pronoun is taken at its word. */
const SURE = 0.5;

function isFirm(page: Page | null, { subjectMention, objectMention }: Evidence): boolean {
  return [subjectMention, objectMention].every((id) => {
    const mention = id === null ? undefined : page?.byId.get(id);
    return mention?.kind !== 'pronoun' || mention.score >= SURE;
  });
}

function placesIn(page: Page | null, piece: Evidence): ReadonlySet<EntityId> {
  if (page === null) return new Set();
  const places = mentionsIn(page, piece).filter(
    ({ type, kind, start }) =>
      type === 'Place' && kind === 'name' && PLACED.test(page.text.slice(Math.max(piece.start, start - REACH), start)),
  );
  return new Set(places.flatMap(({ id }) => page.entityOf(id) ?? []));
}

function ownersOf(page: Page | null, mention: MentionId, claim: Claim): readonly EntityId[] {
  const subject = page?.byId.get(mention);
  if (page === null || subject === undefined) return [];
  // With the head of the phrase a mention stands for the thing itself: "Russian [troops]".
  const inside = mentionsIn(page, subject)
    .filter(({ id, kind, head }) => id !== mention && kind !== 'pronoun' && head !== subject.head)
    .flatMap(({ id }) => page.entityOf(id) ?? [])
    .filter((id) => id !== claim.subject);
  return inside.length > 0 ? inside : (page.havers.get(mention) ?? []);
}

function mentionsIn({ mentions }: Page, span: Span): Mention[] {
  const found: Mention[] = [];
  for (let index = firstFrom(mentions, span.start); index < mentions.length; index += 1) {
    const mention = mentions[index] as Mention;
    if (mention.start >= span.end) break;
    if (containsSpan(span, mention)) found.push(mention);
  }
  return found;
}

function firstFrom(mentions: readonly Mention[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function containersIn(claims: readonly Claim[]): ReadonlySet<string> {
  return new Set(
    claims.flatMap(({ type, subject, object }) => (CONTAINING.has(type ?? '') ? [`${subject} ${object}`] : [])),
  );
}
