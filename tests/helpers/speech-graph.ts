// The sample graph with what two people say: a few words, and ten thousand letters of them.
import type { Claim, Graph } from '../../src/model/graph.ts';
import { makeId } from '../../src/model/id.ts';
import { sampleGraph } from './sample-graph.ts';

const met = sampleGraph.claims.find(({ type, polarity }) => type === 'MET_WITH' && polarity === 'positive') as Claim;
const [piece] = met.evidence;
const hale = met.object as Claim['subject'];

/** 10,000 letters and more, on two lines. */
export const LONG_WORDS = `We shall wait.\n${'And we shall go on waiting. '.repeat(400).trim()}`;

/** Hale does not say a few words; Quill says many. */
export const fewWords: Claim = makeSpeech(hale, 'met Boris Hale', { predicate: 'say', polarity: 'negative' });
export const manyWords: Claim = makeSpeech(met.subject, LONG_WORDS, { predicate: 'tell', independentSources: 2 });

export const speechGraph: Graph = {
  ...sampleGraph,
  claims: [...sampleGraph.claims, fewWords, manyWords].sort((left, right) => (left.id < right.id ? -1 : 1)),
};

function makeSpeech(subject: Claim['subject'], text: string, more: Partial<Claim>): Claim {
  return {
    ...met,
    ...{ id: makeId('claim', 'speech', subject), type: null, subject, object: null, time: null, disputed: false },
    literal: { type: 'Other', value: text.replace(/\s+/g, ' '), unit: null, text },
    attribution: { entity: subject, text: 'he' },
    evidence:
      piece === undefined ? [] : [{ ...piece, objectMention: null, attribution: { entity: subject, text: 'he' } }],
    ...more,
  };
}
