// What is said as claims: one for the same words of one mouth, as many witnesses as hands, and no quarrel.
import { describe, expect, it } from 'vitest';
import { isSpeech } from '../../src/model/extraction.ts';
import type { Graph } from '../../src/model/graph.ts';
import { resolveFolder, sayClaim } from './read-folder.ts';

const speeches = ({ claims }: Graph) => claims.filter(isSpeech);

describe('claims of what is said', () => {
  it('are one where the words are, in other marks and by another verb, and count who wrote them down', async () => {
    const graph = await resolveFolder(
      { text: 'The vote was close. “We are not  going home tonight,” Ada Quill said.', publisher: 'Torva Gazette' },
      { text: 'Ada Quill told a crowd: "We are not going home tonight."', publisher: 'Norland Post' },
    );
    const [claim, ...more] = speeches(graph);
    expect(more).toEqual([]);
    expect(claim?.evidence.map(({ quote }) => quote).sort()).toEqual([
      'Ada Quill told a crowd: "We are not going home tonight."',
      '“We are not  going home tonight,” Ada Quill said.',
    ]);
    expect(claim).toMatchObject({ independentSources: 2, type: null, object: null, disputed: false });
    expect(claim?.attribution).toMatchObject({ entity: claim?.subject });
  });

  it('count one hand where the words around are the same too', async () => {
    const around = 'Ada Quill told the crowd that had gathered in front of the old mill on Monday evening:';
    const graph = await resolveFolder(
      { text: `${around} “We are not going home tonight.” It rained.`, publisher: 'Torva Gazette' },
      { text: `${around} “We are not going home tonight.” Boris Hale slept.`, publisher: 'Norland Post' },
    );
    expect(speeches(graph).map(({ independentSources }) => independentSources)).toEqual([1]);
  });

  it('tell denying from saying, and who did not say it, without a conflict', async () => {
    const graph = await resolveFolder(
      'Ada Quill said that the troops had left.',
      'Ada Quill denied that the troops had left.',
      'Ada Quill did not say that the troops had left.',
    );
    expect(
      speeches(graph)
        .map((claim) => `${sayClaim(graph, claim)}, ${claim.polarity}`)
        .sort(),
    ).toEqual([
      'Ada Quill deny the troops had left, positive',
      'Ada Quill say the troops had left, negative',
      'Ada Quill say the troops had left, positive',
    ]);
    expect(graph.conflicts).toEqual([]);
  });

  it('tell hoping from fearing and both from saying', async () => {
    const graph = await resolveFolder(
      'Ada Quill hopes that the troops left.',
      'Ada Quill fears that the troops left.',
      'Ada Quill said that the troops left.',
    );
    expect(
      speeches(graph)
        .map(({ predicate }) => predicate)
        .sort(),
    ).toEqual(['fear', 'hope', 'say']);
  });

  it('stand beside what the words say', async () => {
    const graph = await resolveFolder('Carl Munt said that Ada Quill founded Norair.');
    expect(graph.claims.map((claim) => sayClaim(graph, claim)).sort()).toEqual([
      'Carl Munt say Ada Quill founded Norair',
      'Norair FOUNDED_BY Ada Quill',
    ]);
  });
});
