// Merging across documents on data/gold: B³ (Bagga and Baldwin 1998) over the names and nominals found, and the hard cases by themselves.
import type { EntityId } from '../../../src/model/id.ts';
import { sliceSpan } from '../../../src/model/span.ts';
import { scoreWithInterval } from '../bootstrap.ts';
import type { GoldEntityKey } from '../gold.ts';
import { type GoldGraph, makeGoldGraph } from '../gold-graph.ts';
import { makeEntityLookup } from '../gold-match.ts';
import { accuracyCounts, type Figure, type Measure } from '../measure.ts';

export const goldMergesMeasure: Measure = {
  name: 'gold-merges',
  async run(context) {
    const made = await makeGoldGraph(context);
    if ('reason' in made) return made;
    const placed = placeInGraph(made);
    const sizes = {
      both: countBy(placed, ({ key, entity }) => `${key} ${entity}`),
      entity: countBy(placed, ({ entity }) => entity),
      key: countBy(placed, ({ key }) => key),
    };
    const share = (mention: PlacedMention, whole: number | undefined): number =>
      (sizes.both.get(`${mention.key} ${mention.entity}`) ?? 0) / (whole ?? 1);
    const perDocument = (score: (mention: PlacedMention) => number) =>
      made.corpus.documents.map((_, document) => {
        const mentions = placed.filter((mention) => mention.document === document);
        return accuracyCounts(
          mentions.reduce((sum, mention) => sum + score(mention), 0),
          mentions.length,
        );
      });
    const items = `${placed.length} mentions`;
    return [
      {
        name: 'gold merge B3 precision',
        items,
        ...scoreWithInterval(perDocument((mention) => share(mention, sizes.entity.get(mention.entity)))),
      },
      {
        name: 'gold merge B3 recall',
        items,
        ...scoreWithInterval(perDocument((mention) => share(mention, sizes.key.get(mention.key)))),
      },
      shareOf(
        'gold spellings joined',
        'groups of names',
        made.corpus.same.map((group) => isJoined(group, placed)),
      ),
      shareOf(
        'gold homonyms apart',
        'pairs',
        made.corpus.apart.map(({ left, right }) => isApart(left, right, placed)),
      ),
    ];
  },
};

/** A name or nominal in a text, the thing that it stands for, and the entity in which the graph put it. */
export interface PlacedMention {
  /** Place of its document in the corpus. */
  readonly document: number;
  readonly surface: string;
  readonly key: GoldEntityKey;
  readonly entity: EntityId;
}

/** The mentions that gold and graph both know, pronouns left out. What was not found is the matter of other measures. */
export function placeInGraph({ corpus, extractions, graph }: GoldGraph): readonly PlacedMention[] {
  const owners = new Map(graph.mentions.map(({ mention, entity }) => [mention.id, entity]));
  return corpus.documents.flatMap((gold, document) => {
    const extraction = extractions[document];
    if (extraction === undefined) return [];
    const keyOf = makeEntityLookup(extraction, gold);
    return extraction.mentions.flatMap((mention) => {
      const [key, entity] = [keyOf(mention.id), owners.get(mention.id)];
      if (mention.kind === 'pronoun' || key === null || !entity) return [];
      return [{ document, surface: sliceSpan(gold.document.text, mention), key, entity }];
    });
  });
}

/** Our mentions leave it out, the gold may keep it. */
const COURTESY = /^(?:Mr|Mrs|Ms|Dr)\.? /;

/**
 * True where all names of the group that were found stand in one entity; false where fewer than two were found. Of one name
 * alone it is asked whether its bearer is one entity in all documents.
 */
function isJoined(
  group: { readonly entity: GoldEntityKey; readonly names: readonly string[] },
  placed: readonly PlacedMention[],
): boolean {
  const names = new Set(group.names.map((name) => name.replace(COURTESY, '')));
  const found = placed.filter(({ key, surface }) => key === group.entity && names.has(surface.replace(COURTESY, '')));
  const distinct = new Set(found.map(({ surface, document }) => (names.size > 1 ? surface : document)));
  return distinct.size > 1 && new Set(found.map(({ entity }) => entity)).size === 1;
}

/** False also where one of the two was never found: nothing was told apart. */
function isApart(left: GoldEntityKey, right: GoldEntityKey, placed: readonly PlacedMention[]): boolean {
  const entitiesOf = (wanted: GoldEntityKey): ReadonlySet<EntityId> =>
    new Set(placed.filter(({ key }) => key === wanted).map(({ entity }) => entity));
  const [ours, theirs] = [entitiesOf(left), entitiesOf(right)];
  return ours.size > 0 && theirs.size > 0 && ![...ours].some((entity) => theirs.has(entity));
}

function shareOf(name: string, unit: string, answers: readonly boolean[]): Figure {
  const counts = answers.map((isRight) => accuracyCounts(Number(isRight), 1));
  return { name, items: `${answers.length} ${unit}`, ...scoreWithInterval(counts) };
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
