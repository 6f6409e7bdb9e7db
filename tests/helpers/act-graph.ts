// The sample graph with a dozen things that one person did: one that two sources tell, one whose verb is all, and ten more.
import type { Claim, Graph } from '../../src/model/graph.ts';
import { makeId } from '../../src/model/id.ts';
import { sampleGraph } from './sample-graph.ts';

const met = sampleGraph.claims.find(({ type, polarity }) => type === 'MET_WITH' && polarity === 'positive') as Claim;

/** The words stand in its sentence. */
export const avoided: Claim = makeAct('avoid', 'Boris Hale', 'avoid hale', {
  independentSources: 2,
  polarity: 'negative',
});
export const resigned: Claim = makeAct('resign', 'resigned\non Monday', 'resign', {});

export const actGraph: Graph = {
  ...sampleGraph,
  claims: [
    ...sampleGraph.claims,
    avoided,
    resigned,
    ...Array.from({ length: 10 }, (_, place) => makeAct('close', `school ${place}`, `close school ${place}`, {})),
  ].sort((left, right) => (left.id < right.id ? -1 : 1)),
};

function makeAct(predicate: string, text: string, value: string, more: Partial<Claim>): Claim {
  return {
    ...met,
    ...{ id: makeId('claim', 'act', value), type: null, predicate, object: null, time: null, disputed: false },
    literal: { type: 'Event', value, unit: null, text },
    attribution: null,
    evidence: met.evidence.slice(0, 1).map((piece) => ({ ...piece, objectMention: null, attribution: null })),
    ...more,
  };
}
