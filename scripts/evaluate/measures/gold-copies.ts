// The stemma of the documents on data/gold: who copied whom, and who names whom as a source.
import { scoreWithInterval } from '../bootstrap.ts';
import { countAnswers, type GoldGraph, makeGoldGraph } from '../gold-graph.ts';
import type { Figure, Measure } from '../measure.ts';

export const goldCopiesMeasure: Measure = {
  name: 'gold-copies',
  async run(context) {
    const made = await makeGoldGraph(context);
    if ('reason' in made) return made;
    const figure = (name: string, unit: string, { found, unwanted }: Answers): Figure => {
      const items = `${found.length} ${unit}`;
      return { name, items, ...scoreWithInterval(countAnswers(found, unwanted)) };
    };
    return [
      figure('gold copy F1', 'copies', compareCopies(made)),
      figure('gold citation F1', 'cited documents', compareCitations(made)),
    ];
  },
};

interface Answers {
  readonly found: readonly boolean[];
  readonly unwanted: number;
}

/** A copy is right where it points into its family: of two reprints, one may be nearer to the other than to the wire. */
export function compareCopies({ corpus, graph }: GoldGraph): Answers {
  const sources = new Map(graph.documents.map(({ document }) => [document.id, document.source]));
  const links = graph.documents.flatMap(({ document, lineage }) =>
    lineage.copyOf === null ? [] : [{ copy: document.source, of: sources.get(lineage.copyOf.document) ?? '' }],
  );
  const rootOf = new Map(corpus.copies.map(({ copy, of }) => [copy, of]));
  const isRight = ({ copy, of }: (typeof links)[number]): boolean => {
    const root = rootOf.get(copy);
    return root !== undefined && (of === root || rootOf.get(of) === root);
  };
  return {
    found: corpus.copies.map(({ copy }) => links.some((link) => link.copy === copy && isRight(link))),
    unwanted: links.filter((link) => !isRight(link)).length,
  };
}

/** Pairs of documents. What only the credits say (`quote` null) is neither asked nor counted. */
export function compareCitations({ corpus, graph }: GoldGraph): Answers {
  const sources = new Map(graph.documents.map(({ document }) => [document.id, document.source]));
  const pair = (source: string, cited: string): string => JSON.stringify([source, cited]);
  const links = new Set(
    graph.documents.flatMap(({ document, lineage }) =>
      lineage.cites.flatMap(({ document: cited }) =>
        cited === null ? [] : [pair(document.source, sources.get(cited) ?? '')],
      ),
    ),
  );
  const known = corpus.citations.filter(({ cited }) => cited !== null);
  const allowed = new Set(known.map(({ source, cited }) => pair(source, cited ?? '')));
  const asked = new Set(
    known.filter(({ quote }) => quote !== null).map(({ source, cited }) => pair(source, cited ?? '')),
  );
  return {
    found: [...asked].map((link) => links.has(link)),
    unwanted: [...links].filter((link) => !allowed.has(link)).length,
  };
}
