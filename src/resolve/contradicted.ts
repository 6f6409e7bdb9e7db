// Words of people that cannot all hold: "same" of two things that others keep apart, or apart what others call one.
import type { Extraction } from '../model/extraction.ts';
import type { Decision } from '../model/graph.ts';
import type { MentionId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import { makeClusters } from './cluster.ts';
import type { ResolveOptions } from './resolve.ts';
import { cutsOf, lastWords } from './stages/people-decide.ts';
import { unitsIn } from './units-in.ts';

/**
 * Those of the last words that a graph of these documents would not follow, whatever the machine thinks; none where all can
 * hold. `extractions` may be only the documents that the words are about.
 */
export function findContradicted(
  extractions: readonly Extraction[],
  decisions: readonly Decision[],
  ontology: Ontology,
  { metonyms = false }: ResolveOptions = {},
): readonly Decision[] {
  const words = lastWords(decisions);
  const homes = new Map<MentionId, number>();
  let count = 0;
  for (const extraction of extractions) {
    for (const { mentions } of unitsIn(extraction, cutsOf(words), { ontology, metonyms })) {
      for (const { id } of mentions) homes.set(id, count);
      count += 1;
    }
  }
  const clusters = makeClusters(count);
  const placed = words.flatMap((word) => {
    const [left, right] = [homes.get(word.left), homes.get(word.right)];
    return left === undefined || right === undefined || word.verdict === 'unsure' ? [] : [{ word, left, right }];
  });
  for (const { word, left, right } of placed) if (word.verdict === 'different') clusters.keepApart(left, right);
  for (const { word, left, right } of placed) if (word.verdict === 'same') clusters.join(left, right);
  return placed
    .filter(({ word, left, right }) => (clusters.root(left) === clusters.root(right)) !== (word.verdict === 'same'))
    .map(({ word }) => word);
}
