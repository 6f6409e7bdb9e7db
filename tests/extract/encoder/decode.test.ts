// Prepositions of a decoded tree: each stands before its own phrase.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTree, nearAgents, uncrossPrepositions } from '../../../src/extract/encoder/decode.ts';

const reading = (upos: string, head: number, deprel: string) => ({ upos, head, deprel });
const heads = (readings: readonly { readonly head: number }[]) => readings.map(({ head }) => head);

describe('agents', () => {
  // buried in hall which was designed by Hale
  const buried = (head: number) => [
    reading('VERB', -1, 'root'),
    reading('ADP', 2, 'case'),
    reading('NOUN', 0, 'obl'),
    reading('PRON', 5, 'nsubj:pass'),
    reading('AUX', 5, 'aux:pass'),
    reading('VERB', 2, 'acl:relcl'),
    reading('ADP', 7, 'case'),
    reading('PROPN', head, 'obl:agent'),
  ];

  it('hang on the passive right before them', () => {
    expect(nearAgents(buried(0))).toEqual(buried(5));
    expect(nearAgents(buried(5))).toEqual(buried(5));
  });
});

describe('prepositions', () => {
  it('go to the noun behind them where their arc crosses its own: president of Norland since 2010', () => {
    const readings = [
      reading('NOUN', -1, 'root'),
      reading('ADP', 4, 'case'),
      reading('PROPN', 0, 'nmod'),
      reading('ADP', 4, 'case'),
      reading('NUM', 0, 'obl'),
    ];
    expect(heads(uncrossPrepositions(readings))).toEqual([-1, 2, 0, 4, 0]);
  });

  it('go to the noun behind them where they lead back: mayor of Torva since 2014', () => {
    const readings = [
      reading('NOUN', -1, 'root'),
      reading('ADP', 2, 'case'),
      reading('PROPN', 0, 'nmod'),
      reading('ADP', 0, 'case'),
      reading('NUM', 0, 'obl'),
    ];
    expect(heads(uncrossPrepositions(readings))).toEqual([-1, 2, 0, 4, 0]);
  });

  it('stay where they stand before their phrase: in the old town', () => {
    const readings = [
      reading('VERB', -1, 'root'),
      reading('ADP', 4, 'case'),
      reading('DET', 4, 'det'),
      reading('ADJ', 4, 'amod'),
      reading('NOUN', 0, 'obl'),
    ];
    expect(uncrossPrepositions(readings)).toEqual(readings);
  });

  it('leave any tree a tree', () => {
    const word = fc.record({
      upos: fc.constantFrom('ADP', 'NOUN', 'PROPN', 'VERB', 'NUM'),
      deprel: fc.constantFrom('case', 'obl', 'nmod', 'conj', 'nsubj'),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        // Each word hangs on an earlier place of a shuffled order, the first on the root.
        const order = words
          .map((_, place) => place)
          .sort((a, b) => (words[a]?.seed ?? 0) - (words[b]?.seed ?? 0) || a - b);
        const readings = words.map(({ upos, deprel, seed }, place) => {
          const rank = order.indexOf(place);
          return reading(upos, rank === 0 ? -1 : (order[seed % rank] ?? -1), deprel);
        });
        expect(isTree(heads(readings))).toBe(true);
        expect(isTree(heads(uncrossPrepositions(readings)))).toBe(true);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });
});
