// The number of independent sources of a claim, in words: which passages count as one, and why.
import type { Claim, DocumentRecord } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import { groupWitnesses, type Link } from './witnesses.ts';

export interface SourceExplanation {
  /** As the claim has it. */
  readonly independentSources: number;
  /** Documents of each witness, in the order of the evidence. */
  readonly witnesses: readonly (readonly DocumentId[])[];
  /** One sentence for each reason why documents count as one; empty where nothing was collapsed. */
  readonly reasons: readonly string[];
  /** "2 independent sources in 3 documents." */
  readonly summary: string;
}

/**
 * @param claims The claim, or the claims on which a derived one stands.
 * @param documents All of the graph, or at least those of the evidence and what they repeat.
 */
export function explainSources(
  claims: Claim | readonly Claim[],
  documents: Iterable<DocumentRecord>,
): SourceExplanation {
  const records = new Map([...documents].map((record) => [record.document.id, record]));
  const evidence = [claims].flat().flatMap((claim) => claim.evidence);
  const { numbers, links } = groupWitnesses(evidence, records);
  const witnesses: DocumentId[][] = [];
  for (const [piece, { documentId }] of evidence.entries()) {
    const number = numbers[piece] ?? 0;
    const documentIds = witnesses[number] ?? [];
    witnesses[number] = documentIds;
    if (!documentIds.includes(documentId)) documentIds.push(documentId);
  }
  const nameOf = (piece: number): string => {
    const documentId = evidence[piece]?.documentId;
    const document = documentId && records.get(documentId)?.document;
    return document ? (document.publisher ?? document.source) : '';
  };
  const reasons = [...new Set(links.flatMap((link) => sayLink(link, nameOf)))];
  const count = new Set(evidence.map(({ documentId }) => documentId)).size;
  const summary = `${plural(witnesses.length, 'independent source')} in ${plural(count, 'document')}.`;
  return { independentSources: witnesses.length, witnesses, reasons, summary };
}

function sayLink({ left, right, why, detail }: Link, nameOf: (piece: number) => string): string[] {
  const [first, second] = [nameOf(left), nameOf(right)];
  switch (why) {
    case 'document':
      return [];
    case 'copy':
      return [`${first} and ${second} print one text (${detail} %).`];
    case 'publisher':
      return [`Both come from ${detail}.`];
    case 'outlet':
      return [`${second} names ${detail} as its source, as does or is ${first}.`];
    case 'sentence':
      return [`${first} and ${second} have the same sentence.`];
  }
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
