// Acts as claims: one where verb and noun agree, as many witnesses as hands, and no quarrel between two.
import { describe, expect, it } from 'vitest';
import { actWords, isAct } from '../../src/model/extraction.ts';
import type { Graph } from '../../src/model/graph.ts';
import { resolveFolder } from './read-folder.ts';

const acts = ({ claims }: Graph) => claims.filter(isAct);

describe('claims of what was done', () => {
  it('are one where verb and noun agree, and count who wrote them down', async () => {
    const graph = await resolveFolder(
      { text: 'It was late in Torva. Ada Quill rejected the budget.', publisher: 'Torva Gazette' },
      { text: 'Ada Quill has rejected a budget of her own party.', publisher: 'Norland Post' },
    );
    expect(
      acts(graph).map(({ predicate, independentSources, evidence }) => [
        predicate,
        independentSources,
        evidence.length,
      ]),
    ).toEqual([['reject', 2, 2]]);
  });

  it('are two where the noun is another, and no contradiction where one is denied', async () => {
    const graph = await resolveFolder(
      'Ada Quill rejected the budget.',
      'Ada Quill rejected the treaty.',
      'Ada Quill did not reject the budget.',
    );
    expect(
      acts(graph)
        .map((claim) => `${actWords(claim)}, ${claim.polarity}`)
        .sort(),
    ).toEqual(['reject the budget, negative', 'reject the budget, positive', 'reject the treaty, positive']);
    expect(graph.conflicts).toEqual([]);
  });

  it('make no entity of what they were done to', async () => {
    const graph = await resolveFolder('Ada Quill rejected the budget and closed the school.');
    expect(graph.entities.map(({ name }) => name)).toEqual(['Ada Quill']);
  });
});
