// Copies made by a generator of edits out of data/articles, and articles about one event that are no copies of one another.

import { join } from 'node:path';
import type { Document } from '../../../src/model/document.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { traceLineage } from '../../../src/resolve/lineage/trace-lineage.ts';
import { makeRandom } from '../../random.ts';
import { scoreWithInterval } from '../bootstrap.ts';
import { makeDocument } from '../corpora.ts';
import { editArticle } from '../edit-article.ts';
import { readArticles } from '../gold.ts';
import type { Measure } from '../measure.ts';
import { writeArticle } from '../one-event.ts';

/** Copies of each article, with shares of the original's text from 0.3 to 1. */
const COPIES = 12;
/** So many give 1,035 pairs. */
const ARTICLES = 46;

export const editedCopiesMeasure: Measure = {
  name: 'edited-copies',
  async run({ gold }) {
    if (gold === null) return { reason: 'data/gold is missing' };
    const originals = [...(await readArticles(join(gold, '..', 'articles'))).values()].filter(
      ({ text }) => text.length > 800,
    );
    const found = originals.flatMap((original, number) => copiesFound(original, number));
    const pairs = (ARTICLES * (ARTICLES - 1)) / 2;
    const wrong = falseCopies();
    const counts = [
      ...found.map((isFound) => ({ correct: Number(isFound), found: Number(isFound), gold: 1 })),
      ...Array.from({ length: wrong }, () => ({ correct: 0, found: 1, gold: 0 })),
    ];
    const items = `${found.length} copies and ${pairs} pairs of different articles`;
    return [
      { name: 'edited copies F1', items, ...scoreWithInterval(counts) },
      {
        name: 'different articles kept apart',
        items: `${pairs} pairs`,
        ...scoreWithInterval(
          Array.from({ length: pairs }, (_, pair) => ({ correct: Number(pair >= wrong), found: 1, gold: 1 })),
        ),
      },
    ];
  },
};

/** For each copy of an article whether it was traced to it, each beside the original alone. */
export function copiesFound(original: Document, seed: number): boolean[] {
  const chance = makeRandom(1_000 + seed);
  return Array.from({ length: COPIES }, (_, number) => {
    const wanted = 0.3 + (0.7 * number) / (COPIES - 1);
    const { text } = editArticle(original.text, wanted, chance);
    const copy = { ...makeDocument(`copy ${number}`, text), publishedAt: '2031-05-06' };
    const older = { ...original, publishedAt: '2031-05-01' };
    return traceLineage([older, copy].map(bare)).get(copy.id)?.copyOf?.document === original.id;
  });
}

/** Copies found among different articles about one event; each is wrong. */
export function falseCopies(): number {
  const chance = makeRandom(7);
  const articles = Array.from({ length: ARTICLES }, (_, number) =>
    makeDocument(`event ${number}`, writeArticle(chance)),
  );
  const wrong = new Set<string>();
  for (const [place, left] of articles.entries()) {
    for (const right of articles.slice(place + 1)) {
      const lineage = traceLineage([left, right].map(bare));
      if ([...lineage.values()].some(({ copyOf }) => copyOf !== null)) wrong.add(`${left.id} ${right.id}`);
    }
  }
  return wrong.size;
}

/** Lineage looks at texts alone. */
function bare(document: Document): Extraction {
  return {
    ...{ document, sentences: [], tokens: [], mentions: [], chains: [], quotations: [], citations: [], facts: [] },
    relations: [],
  };
}
