// The number of independent sources of a claim in words: "3 files, 2 independent: the Echo repeats paragraph 2 of the Wire."
import type { Claim, SourceLink } from './graph.ts';
import type { GraphView } from './graph-view.ts';
import type { DocumentId } from './id.ts';

/** Empty for a claim of one document. A derived claim counts the documents of the claims on which it stands. */
export function saySources(view: GraphView, claim: Claim): string {
  const grounds = claim.derivedFrom?.flatMap((id) => view.claim(id) ?? []) ?? [claim];
  const documents = new Set(grounds.flatMap(({ evidence }) => evidence.map(({ documentId }) => documentId)));
  if (documents.size < 2) return '';
  const reasons = saySourceLinks(view, claim.sourceLinks ?? []);
  const counted = `${documents.size} files, ${claim.independentSources} independent`;
  return reasons.length === 0 ? counted : `${counted}: ${reasons.join('; ')}`;
}

/** One clause a link, each once. */
export function saySourceLinks(view: GraphView, links: readonly SourceLink[]): string[] {
  return [...new Set(links.map((link) => sayLink(view, link)))];
}

function sayLink(view: GraphView, { original, copy, why, paragraph, share, outlet }: SourceLink): string {
  const [first, second] = [nameOf(view, original), nameOf(view, copy)];
  switch (why) {
    case 'copy':
      return `${second} repeats ${first}, paragraph ${paragraph} (${Math.round(100 * (share ?? 1))} % of its text)`;
    case 'sentence':
      return `${second} repeats the sentence of ${first}, paragraph ${paragraph}`;
    case 'publisher':
      return `${first} and ${second} are both of ${outlet}`;
    case 'outlet':
      return view.document(original)?.document.publisher === outlet
        ? `${second} names ${outlet} as its source`
        : `${second} and ${first} both name ${outlet} as their source`;
  }
}

/** Title and publisher tell a reader more than a file does. */
function nameOf(view: GraphView, id: DocumentId): string {
  const document = view.document(id)?.document;
  if (document === undefined) return id;
  return document.publisher === null ? document.source : `${document.publisher} (${document.source})`;
}
