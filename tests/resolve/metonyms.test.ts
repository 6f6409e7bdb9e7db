// Capitals and seats of government that act stand for their state where that is asked for, and only there.
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import { resolve } from '../../src/resolve/index.ts';
import { type Marked, markText, mentionOf } from './mark-text.ts';
import { ontology } from './read-folder.ts';

const texts: readonly Marked[] = [
  {
    text: '[Oslo|Place] denied it. The flat in [Oslo|Place] was empty. [Norway|Place>Norway@wikidata:Q20] met [Finland|Place>Finland@wikidata:Q33].',
    relations: ['Oslo -~ denied-> Finland', 'Norway -MET_WITH met-> Finland'],
  },
  {
    text: '[Oslo|Place] is large. [Ada Quill|Person] met [Finland|Place>Finland@wikidata:Q33].',
    relations: ['Oslo -~ is-> Finland'],
  },
  {
    text: 'The [Blue House|Organization] warned [Finland|Place>Finland@wikidata:Q33]. [South Korea|Place>South Korea@wikidata:Q884] waited.',
    relations: ['Blue House -~ warned-> Finland'],
  },
  {
    text: '[Oslo|Place] listed [Finland|Place>Finland@wikidata:Q33]. [Ada Quill|Person] left [Oslo|Place].',
    relations: ['Oslo -LISTED listed-> Finland'],
  },
  {
    text: '[Ada Quill|Person] met [Oslo|Place]. Talks between [Rome|Place] and [Lisbon|Place] went on.',
    relations: ['Ada Quill -MET_WITH met-> Oslo', 'Rome -MET_WITH talks-> Lisbon'],
  },
];
const extractions = texts.map((marked, place) => markText({ ...marked, document: { source: `${place}.txt` } }));

function owner(graph: Graph, document: number, surface: string, number = 1): string | null {
  const extraction = extractions[document];
  const { id } = extraction ? mentionOf(extraction, surface, number) : { id: '' };
  const record = graph.mentions.find(({ mention }) => mention.id === id);
  return graph.entities.find((entity) => entity.id === record?.entity)?.name ?? null;
}

describe('a place that acts', () => {
  it('stands for its state where metonyms are asked for, with a reason of its own', () => {
    const graph = resolve(extractions, [], ontology, '', { metonyms: true });
    expect(owner(graph, 0, 'Oslo')).toBe('Norway');
    expect(owner(graph, 2, 'Blue House')).toBe('South Korea');
    expect(graph.decisions.flatMap(({ reasons }) => reasons)).toContain('Oslo acts here, and so stands for Norway.');
  });

  it('stays a place where something is or lies, and where it only is something', () => {
    const graph = resolve(extractions, [], ontology, '', { metonyms: true });
    expect(owner(graph, 0, 'Oslo', 2)).toBe('Oslo');
    expect(owner(graph, 1, 'Oslo')).toBe('Oslo');
  });

  it('stands for its state also in a relation of a user’s own', () => {
    const graph = resolve(extractions, [], ontology, '', { metonyms: true });
    expect(owner(graph, 3, 'Oslo')).toBe('Norway');
    expect(owner(graph, 3, 'Oslo', 2)).toBe('Oslo');
  });

  it('stands for its state at either end of a relation of a user’s own that is a meeting by its family', () => {
    const [listed] = ontology.relationTypes.filter(({ name }) => name === 'MET_WITH');
    if (listed === undefined) throw new Error('the ontology has no MET_WITH');
    const own = { ...ontology, relationTypes: [{ ...listed, name: 'SPARRED' }] };
    const text = '[Ada Quill|Person] sparred with [Oslo|Place]. [Ada Quill|Person] left.';
    const spoken = markText({
      text,
      relations: ['Ada Quill -SPARRED sparred-> Oslo'],
      document: { source: 'own.txt' },
    });
    const { entities } = resolve([spoken], [], own, '', { metonyms: true });
    expect(entities.map(({ name }) => name)).toContain('Norway');
  });

  it('stands for its state at either end of a meeting', () => {
    const graph = resolve(extractions, [], ontology, '', { metonyms: true });
    expect(owner(graph, 4, 'Oslo')).toBe('Norway');
    expect([owner(graph, 4, 'Rome'), owner(graph, 4, 'Lisbon')]).toEqual(['Italy', 'Portugal']);
  });

  it('stays a place where nobody asked', () => {
    const graph = resolve(extractions, [], ontology);
    expect(owner(graph, 0, 'Oslo')).toBe('Oslo');
    expect(owner(graph, 2, 'Blue House')).toBe('Blue House');
  });
});
