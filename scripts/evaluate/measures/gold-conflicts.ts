// Conflicts on data/gold: those that the graph finds against those that a reader finds.
import type { Claim } from '../../../src/model/graph.ts';
import type { DocumentId } from '../../../src/model/id.ts';
import { overlapsSpan, type Span } from '../../../src/model/span.ts';
import { scoreWithInterval } from '../bootstrap.ts';
import type { GoldConflict, GoldSide } from '../gold.ts';
import { countAnswers, type GoldGraph, makeGoldGraph } from '../gold-graph.ts';
import type { Measure } from '../measure.ts';

export const goldConflictsMeasure: Measure = {
  name: 'gold-conflicts',
  async run(context) {
    const made = await makeGoldGraph(context);
    if ('reason' in made) return made;
    const { found, unwanted } = compareConflicts(made);
    const items = `${found.length} conflicts`;
    return [{ name: 'gold conflict F1', items, ...scoreWithInterval(countAnswers(found, unwanted)) }];
  },
};

/**
 * `found`: for each conflict of the gold, whether one of its type has claims that stand in passages of two of its sides.
 * `unwanted`: conflicts of the graph that are none of these.
 */
export function compareConflicts({ corpus, graph }: GoldGraph): {
  readonly found: readonly boolean[];
  readonly unwanted: number;
} {
  const idOf = new Map(corpus.documents.map(({ document }) => [document.source, document]));
  const claims = new Map(graph.claims.map((claim) => [claim.id, claim]));
  const places = corpus.conflicts.map(({ sides }) => sides.map((side) => placesOf(side, idOf)));
  const matches = graph.conflicts.map(({ claimIds, type }) => {
    const parties = claimIds.map((id) => claims.get(id)).filter((claim) => claim !== undefined);
    return corpus.conflicts.findIndex((conflict, index) => meets(conflict, places[index] ?? [], type, parties));
  });
  return {
    found: corpus.conflicts.map((_, index) => matches.includes(index)),
    unwanted: matches.filter((match) => match < 0).length,
  };
}

interface Place extends Span {
  readonly documentId: DocumentId;
}

function placesOf(
  side: GoldSide,
  documents: ReadonlyMap<string, { readonly id: DocumentId; readonly text: string }>,
): readonly Place[] {
  return (side.passages ?? []).flatMap(({ source, quote }) => {
    const document = documents.get(source);
    if (document === undefined || quote === null) return [];
    const start = document.text.indexOf(quote);
    return [{ documentId: document.id, start, end: start + quote.length }];
  });
}

function meets(
  conflict: GoldConflict,
  sides: readonly (readonly Place[])[],
  type: string,
  claims: readonly Claim[],
): boolean {
  const touched = sides.filter((places) =>
    claims.some(({ evidence }) =>
      evidence.some((piece) =>
        places.some((place) => place.documentId === piece.documentId && overlapsSpan(place, piece)),
      ),
    ),
  );
  return conflict.type === type && touched.length > 1;
}
