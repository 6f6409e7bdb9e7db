// The tree of the articles: each below the one it came from, outlets that are only named beside them.
import { describe, expect, it } from 'vitest';
import { makeStemma } from '../../viewer/stemma.ts';
import { generatedFacts, sampleFacts } from './sample-facts.ts';

describe('the stemma', () => {
  it('ties a copy to its original and to the outlet that both name', () => {
    const { families, alone } = makeStemma(sampleFacts.payload);
    expect(alone).toEqual([]);
    expect(families).toHaveLength(1);
    const { witnesses, ties } = families[0] ?? { witnesses: [], ties: [] };
    expect(witnesses.map(({ name, depth }) => [name, depth])).toEqual([
      ['Ada Quill', 0],
      ['Ada Quill', 1],
      ['Morning Wire', 0],
    ]);
    expect(ties.map(({ kind, share }) => [kind, share]).sort()).toEqual([
      ['cites', 0],
      ['copies', 0.8],
    ]);
    expect(new Set(ties.map((tie) => tie.to))).toEqual(new Set([1]));
  });

  it('holds every article once, and later ones below earlier ones', () => {
    const { families, alone } = makeStemma(generatedFacts.payload);
    const places = [...families.flatMap((family) => family.witnesses.map((witness) => witness.document)), ...alone];
    expect(places.filter((place) => place >= 0).sort((a, b) => a - b)).toEqual(
      generatedFacts.payload.documents.id.map((_, place) => place),
    );
    const copies = families.flatMap(({ ties, witnesses }) =>
      ties.map((tie) => [witnesses[tie.from], witnesses[tie.to]] as const),
    );
    expect(copies.length).toBeGreaterThan(5);
    for (const [from, to] of copies) expect((from?.day ?? '') <= (to?.day ?? '')).toBe(true);
  });

  it('ends where two name each other', () => {
    const { payload } = sampleFacts;
    const cites = [[{ document: 1, text: 'b' }], [{ document: 0, text: 'a' }]];
    const { families } = makeStemma({ ...payload, documents: { ...payload.documents, copyOf: [-1, -1], cites } });
    expect(families.map((family) => [family.witnesses.length, family.ties.length])).toEqual([[2, 2]]);
  });
});
