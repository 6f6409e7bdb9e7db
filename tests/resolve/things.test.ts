// Organizations and places: acronyms, institutions in other words, and bare ministries.
import { describe, expect, it } from 'vitest';
import { entityNamed, resolveFolder } from './read-folder.ts';

describe('things', () => {
  it('joins an acronym with the long name that a text spells out', async () => {
    const graph = await resolveFolder(
      'The North Harbor Alliance (NHA) met in Oslo, Norway.',
      'The NHA met in Oslo, Norway, again.',
    );
    expect(entityNamed(graph, 'NHA').name).toBe('North Harbor Alliance');
  });

  it('leaves an acronym alone that fits two names without company', async () => {
    const graph = await resolveFolder(
      'The North Harbor Alliance (NHA) met in Oslo.',
      'The National Herring Association (NHA) met in Lima.',
      'The NHA sang in Malta.',
    );
    expect(entityNamed(graph, 'North Harbor Alliance').aliases.length).toBe(2);
    expect(graph.entities.filter((entity) => entity.aliases.some(({ name }) => name === 'NHA'))).toHaveLength(3);
  });

  it('joins one ministry in four wordings', async () => {
    const graph = await resolveFolder(
      'The Norwegian Defense Ministry denied the report.',
      'Norway’s Ministry of Defence denied the report.',
      'Officials of the Ministry of Defense of Norway spoke.',
    );
    const ministries = graph.entities.filter(({ name }) => /Defen[cs]e/i.test(name));
    expect(ministries).toHaveLength(1);
  });

  it('never joins two bare ministries of different countries', async () => {
    const graph = await resolveFolder(
      'Ada Quill went to Oslo, Norway. The Defense Ministry denied it.',
      'Boris Hale went to Lima, Peru. The Defense Ministry denied it.',
    );
    expect(graph.entities.filter(({ name }) => name === 'Defense Ministry')).toHaveLength(2);
  });

  it('keeps a country and the party that bears its name apart', async () => {
    const graph = await resolveFolder(
      'The Norway Party lost the vote in Norway.',
      'Norway voted. The Norway Party thanked Boris Hale.',
    );
    expect(entityNamed(graph, 'Norway').id).not.toBe(entityNamed(graph, 'Norway Party').id);
  });
});
