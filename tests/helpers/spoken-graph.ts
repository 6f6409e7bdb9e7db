// A graph in which names of it say every other claim: a dozen of them, or so many, the first ones most.
import { makeRandom } from '../../scripts/random.ts';
import type { Entity, Graph } from '../../src/model/graph.ts';

const SPEAKERS = 12;

/** The speakers, and the same graph with some of its claims said by them; as the text has it, "she" says so. */
export function letSpeak(
  graph: Graph,
  count = SPEAKERS,
  seed = 5,
): { readonly graph: Graph; readonly speakers: readonly Entity[] } {
  const random = makeRandom(seed);
  const speakers = graph.entities.slice(0, count);
  const claims = graph.claims.map((claim, place) => {
    const speaker = speakers[Math.floor(random() ** 2 * count)];
    if (speaker === undefined || place % 2 === 1) return claim;
    const attribution = { entity: speaker.id, text: 'she' };
    return { ...claim, evidence: claim.evidence.map((piece) => ({ ...piece, attribution })) };
  });
  return { graph: { ...graph, claims }, speakers };
}
