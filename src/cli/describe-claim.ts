// A claim in words: who, what, whom, and whether it is denied, planned or only possible.
import type { Claim, Evidence } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';

const MODALITIES = {
  actual: '',
  planned: 'planned',
  possible: 'possible',
  conditional: 'conditional',
  demanded: 'demanded',
} as const;

/** One line: `Ada Quill — HEAD_OF_STATE_OF (president) → Norland [denied; 2 independent sources]`. */
export function describeClaim(view: GraphView, claim: Claim): string {
  const object = claim.object === null ? (claim.literal?.text ?? '') : nameOf(view, claim.object);
  const label = claim.type === null ? claim.predicate : `${claim.type} (${claim.predicate})`;
  const marks = [
    claim.polarity === 'negative' ? 'denied' : '',
    MODALITIES[claim.modality],
    claim.disputed ? 'disputed' : '',
    claim.derivedFrom !== null ? 'derived' : countSources(claim.independentSources),
    claim.attribution === null ? '' : `says ${claim.attribution.text}`,
  ].filter((mark) => mark !== '');
  return `${nameOf(view, claim.subject)} — ${label} → ${object} [${marks.join('; ')}]`;
}

/** The quote with where it stands: `“…” — Norland Post, 2031-05-02 (a.txt)`. */
export function describeEvidence(view: GraphView, { documentId, quote }: Evidence): string {
  const document = view.document(documentId)?.document;
  const place = [document?.publisher, document?.publishedAt].filter((part) => part != null).join(', ');
  return `“${quote.replace(/\s+/g, ' ')}” — ${place === '' ? '' : `${place} `}(${document?.source ?? documentId})`;
}

function countSources(count: number): string {
  return `${count} independent source${count === 1 ? '' : 's'}`;
}

function nameOf(view: GraphView, id: Claim['subject']): string {
  return view.entity(id)?.name ?? id;
}
