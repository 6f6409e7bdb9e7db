// Which pieces of evidence come from one witness: copies, one publisher, one cited outlet, one sentence reprinted.
import type { DocumentRecord, Evidence, SourceLink } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import { makeClusters } from '../cluster.ts';
import { outletKey } from './cited-publishers.ts';
import { coveredShare, shingleHashes } from './fingerprints.ts';

/** A copy of so much of another text counts as that text. */
const SAME_TEXT_SHARE = 0.5;
/** Two sentences are one reprinted where the shorter shares so many of its words with the other, in runs of six. */
const REPRINT_SHARE = 0.6;
/** Characters around a passage in which a source is looked for, at most to the ends of its paragraph. */
const PARAGRAPH_REACH = 600;

/** Why two pieces have one witness. */
interface Link {
  readonly left: number;
  readonly right: number;
  readonly why: 'document' | 'copy' | 'publisher' | 'outlet' | 'sentence';
  /** The outlet, or the share of a copy in per cent. */
  readonly detail: string;
}

export interface Witnesses {
  /** Number of the witness of each piece, from 0 in the order of the pieces. */
  readonly numbers: readonly number[];
  /** Why two documents count as one. */
  readonly links: readonly SourceLink[];
}

/** @param records By id; every document of the evidence must be there. */
export function groupWitnesses(
  evidence: readonly Evidence[],
  records: ReadonlyMap<DocumentId, DocumentRecord>,
): Witnesses {
  // Most claims have one passage, or several of one document.
  if (evidence.every(({ documentId }) => documentId === evidence[0]?.documentId)) {
    return { numbers: evidence.map(() => 0), links: [] };
  }
  const clusters = makeClusters(evidence.length);
  const links: Link[] = [];
  const link = (left: number, right: number, why: Link['why'], detail: string): void => {
    if (clusters.root(left) === clusters.root(right)) return;
    clusters.join(left, right);
    links.push({ left, right, why, detail });
  };
  const seen = new Map<string, number>();
  const meet = (key: string, piece: number, why: Link['why'], detail: string): void => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, piece);
    else link(first, piece, why, detail);
  };
  for (const [piece, { documentId }] of evidence.entries()) meet(documentId, piece, 'document', '');
  for (const [piece, { documentId }] of evidence.entries()) {
    for (const { document, share } of originalsOf(documentId, records)) {
      meet(`text ${document}`, piece, 'copy', `${Math.round(share * 100)}`);
    }
  }
  for (const [piece, { documentId }] of evidence.entries()) {
    const publisher = records.get(documentId)?.document.publisher ?? null;
    if (publisher !== null && outletKey(publisher) !== '')
      meet(`outlet ${outletKey(publisher)}`, piece, 'publisher', publisher);
  }
  for (const [piece, each] of evidence.entries()) {
    for (const outlet of outletsNear(each, records.get(each.documentId))) {
      meet(`outlet ${outletKey(outlet)}`, piece, 'outlet', outlet);
    }
  }
  linkReprints(evidence, link);
  const order = new Map<number, number>();
  const numbers = evidence.map((_, piece) => {
    const root = clusters.root(piece);
    const number = order.get(root) ?? order.size;
    order.set(root, number);
    return number;
  });
  const found = links.flatMap((each) => toSourceLink(each, evidence, records) ?? []);
  return { numbers, links: found };
}

/** Null for two passages of one document. */
function toSourceLink(
  { left, right, why, detail }: Link,
  evidence: readonly Evidence[],
  records: ReadonlyMap<DocumentId, DocumentRecord>,
): SourceLink | null {
  const [one, other] = [evidence[left], evidence[right]];
  if (why === 'document' || one === undefined || other === undefined) return null;
  const [first, second] = isOriginal(other, one, detail, records) ? [other, one] : [one, other];
  const isRepeated = why === 'copy' || why === 'sentence';
  return {
    original: first.documentId,
    copy: second.documentId,
    why,
    paragraph: isRepeated ? paragraphAt(records.get(first.documentId)?.document.text ?? '', first.start) : null,
    share: why === 'copy' ? Number(detail) / 100 : null,
    outlet: isRepeated ? null : detail,
  };
}

/** True where the first stands for both: the other repeats it, it is the outlet that is named, or it is older. */
function isOriginal(
  first: Evidence,
  other: Evidence,
  outlet: string,
  records: ReadonlyMap<DocumentId, DocumentRecord>,
): boolean {
  const repeats = (copy: Evidence, original: Evidence) =>
    originalsOf(copy.documentId, records).some(({ document }) => document === original.documentId);
  if (repeats(other, first) !== repeats(first, other)) return repeats(other, first);
  const [one, two] = [records.get(first.documentId)?.document, records.get(other.documentId)?.document];
  const isOutlet = (publisher: string | null | undefined) =>
    publisher != null && outletKey(publisher) === outletKey(outlet);
  if (isOutlet(one?.publisher) !== isOutlet(two?.publisher)) return isOutlet(one?.publisher);
  return (one?.publishedAt ?? '~') < (two?.publishedAt ?? '~');
}

/** From 1. Paragraphs end with an empty line where a text has such, else with each line. */
function paragraphAt(text: string, start: number): number {
  const ends = /\n\s*\n/.test(text) ? /\n\s*\n(?=\s*\S)/g : /\n(?=\s*\S)/g;
  return 1 + (text.slice(0, start + 1).match(ends)?.length ?? 0);
}

/** The document itself and what it repeats, over several hands, each with the share of the weakest hand. */
function originalsOf(
  id: DocumentId,
  records: ReadonlyMap<DocumentId, DocumentRecord>,
): { readonly document: DocumentId; readonly share: number }[] {
  const found = [{ document: id, share: 1 }];
  const visited = new Set([id]);
  let copy = records.get(id)?.lineage.copyOf;
  let share = 1;
  while (copy && copy.share >= SAME_TEXT_SHARE && !visited.has(copy.document)) {
    share = Math.min(share, copy.share);
    found.push({ document: copy.document, share });
    visited.add(copy.document);
    copy = records.get(copy.document)?.lineage.copyOf;
  }
  return found;
}

/** Outlets that the document names as sources in the paragraph of the passage. */
function outletsNear({ start, end }: Evidence, record: DocumentRecord | undefined): string[] {
  if (record === undefined || record.lineage.cites.length === 0) return [];
  const { text } = record.document;
  const before = text.lastIndexOf('\n', Math.max(0, start - 1));
  const after = text.indexOf('\n', end);
  const from = Math.max(before + 1, start - PARAGRAPH_REACH);
  const to = Math.min(after < 0 ? text.length : after, end + PARAGRAPH_REACH);
  const passage = text.slice(from, to);
  return record.lineage.cites.map((citation) => citation.text).filter((outlet) => passage.includes(outlet));
}

/** Joins sentences that are one another's reprint, edited or not: by shared shingles, without comparing all pairs. */
function linkReprints(
  evidence: readonly Evidence[],
  link: (left: number, right: number, why: Link['why'], detail: string) => void,
): void {
  const quotes = evidence.map(({ quote }) => shingleHashes(quote));
  const sets = quotes.map((hashes) => new Set(hashes));
  const holders = new Map<number, number>();
  const compared = new Set<string>();
  for (const [piece, hashes] of quotes.entries()) {
    for (const hash of hashes) {
      const first = holders.get(hash);
      if (first === undefined) holders.set(hash, piece);
      else if (first !== piece && !compared.has(`${first},${piece}`)) {
        compared.add(`${first},${piece}`);
        const share = Math.max(
          coveredShare(hashes, sets[first] ?? new Set()),
          coveredShare(quotes[first] ?? new Uint32Array(), sets[piece] ?? new Set()),
        );
        if (share >= REPRINT_SHARE) link(first, piece, 'sentence', '');
      }
    }
  }
}
