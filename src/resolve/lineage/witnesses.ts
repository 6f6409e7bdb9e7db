// Which pieces of evidence come from one witness.
import type { Evidence } from '../../model/graph.ts';

/** Number of the witness behind each piece: for now a witness is a document. */
export function countWitnesses(evidence: readonly Evidence[]): number[] {
  const numbers = new Map<string, number>();
  return evidence.map(({ documentId }) => {
    const known = numbers.get(documentId) ?? numbers.size;
    numbers.set(documentId, known);
    return known;
  });
}
