// The name that people see of an entity.
import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/resolve/index.ts';
import { markText } from './mark-text.ts';
import { ontology } from './read-folder.ts';

function namesOf(...texts: readonly string[]): string[] {
  const extractions = texts.map((text) => markText({ text }));
  return resolve(extractions, [], ontology).entities.map(({ name }) => name);
}

describe('name of an entity', () => {
  it.each([
    [
      'the place of a despatch, against the running text',
      ['[EASTHAVEN|Place#1]. To [Easthaven|Place#1].'],
      'Easthaven',
    ],
    ['the place of a despatch alone', ['[EASTHAVEN|Place] said so.'], 'Easthaven'],
    [
      'a town that a text also names with its region',
      ['[Easthaven, Western Norland|Place#1]. [Easthaven|Place#1].'],
      'Easthaven',
    ],
    ['a town that no text names alone', ['[Easthaven, Western Norland|Place].'], 'Easthaven, Western Norland'],
    [
      'a person with where he is from',
      ['[Ada Quill of Norland|Person#1]. [Ada Quill of Norland|Person#1] and [Ada Quill|Person#1].'],
      'Ada Quill',
    ],
    ['a person in capitals', ['[ADA QUILL|Person] spoke.'], 'Ada Quill'],
    ['a body in capitals', ['[BANK OF NORLAND|Organization] closed.'], 'Bank of Norland'],
    ['an acronym', ['[UNHCR|Organization] closed.'], 'UNHCR'],
    [
      'an acronym that is spoken',
      ['[NORDA|Organization#1] met. [NORDA|Organization#1] and [Norda|Organization#1].'],
      'NORDA',
    ],
    [
      'a body with and without its article',
      ['[The Harbor Treaty Board|Organization#1]. [Harbor Treaty Board|Organization#1].'],
      'Harbor Treaty Board',
    ],
    [
      'a person whose marks most texts drop',
      ['[Åse Ørlund|Person#1].', '[Ase Orlund|Person#1]. [Ase Orlund|Person#1] and [Ørlund|Person#1].'],
      'Åse Ørlund',
    ],
    [
      'a place with words of its sentence',
      ['[Easthaven|Place#1]. [Easthaven as Torvans|Place#1]. [Easthaven Monday|Place#1].'],
      'Easthaven',
    ],
    ['a person with the day', ['[Ada Quill Monday|Person#1] spoke. [Ada Quill|Person#1] left.'], 'Ada Quill'],
    ['a surname in capitals with its particle', ['[Ada HARROW DE QUILL|Person] spoke.'], 'Ada Harrow de Quill'],
    [
      'a body that any state has, rather whose it is',
      ['[Supreme Court|Organization#1]. [Supreme Court|Organization#1]. [Norland’s Supreme Court|Organization#1].'],
      'Norland’s Supreme Court',
    ],
    [
      'a body that any state has, rather than its acronym',
      ['[Border Intelligence Agency|Organization#1]. [BIA|Organization#1]. [BIA|Organization#1].'],
      'Border Intelligence Agency',
    ],
    ['a surname in capitals', ['[Ada QUILL|Person#1] spoke.', '[Ada Quill|Person#1] left.'], 'Ada Quill'],
    [
      'a body of a state with an article',
      ['The [U.S. army|Organization/nominal>army of United States] left.'],
      'army of the United States',
    ],
    ['a place in capitals with marks, and in plain letters', ['[ØSTHAVN|Place#1].', '[Osthavn|Place#1].'], 'Osthavn'],
  ])('%s', (_, texts, name) => {
    expect(namesOf(...texts)).toEqual([name]);
  });

  it('keeps every form as an alias', () => {
    const text = '[EASTHAVEN, Western Norland|Place#1]. [Easthaven|Place#1].';
    const [entity] = resolve([markText({ text })], [], ontology).entities;
    expect(entity?.aliases.map(({ name }) => name)).toEqual(['EASTHAVEN, Western Norland', 'Easthaven']);
  });
});

describe('name of what no text names', () => {
  it.each([
    ['My mother', '[My mother|Person/nominal] met [Ada Quill|Person].', 'mother'],
    ['Roughly 900 troops', '[Roughly 900 troops|Group/nominal] met [Ada Quill|Person].', '900 troops'],
    [
      'The envoys',
      '[The envoys|Group/nominal#1] met [Ada Quill|Person]. [Norlandish envoys|Group/nominal#1] left.',
      'Norlandish envoys',
    ],
    [
      'The presidents',
      '[The presidents|Group/nominal] of [Norland|Place] and [Torva|Place] met [Ada Quill|Person].',
      'presidents of Norland and Torva',
    ],
    ['troops', '[Norlandish|Group] [troops|Group/nominal] met [Ada Quill|Person].', 'Norlandish troops'],
    [
      'central bank',
      '[Norland|Place]’s [central bank|Organization/nominal] met [Ada Quill|Person].',
      'Norland’s central bank',
    ],
    ['The brother', '[The brother|Person/nominal] of [Norland|Place]’s minister met [Ada Quill|Person].', 'brother'],
    ['Critics', '[Critics|Group/nominal] of [Norlandish|Group] policy met [Ada Quill|Person].', 'Critics'],
    ['Leaders', '[Leaders|Group/nominal] of [Muslims|Group] met [Ada Quill|Person].', 'Leaders of Muslims'],
  ])('of %s', (surface, text, name) => {
    const extraction = markText({ text, relations: [`${surface} -MET_WITH met-> Ada Quill`] });
    expect(resolve([extraction], [], ontology).entities.map((entity) => entity.name)).toContain(name);
  });

  it('tells whose it is, where the chain of the pronoun has a name', () => {
    const text = '[Ada Quill|Person#1] spoke. [[Her|Person#1/pronoun] mother|Person/nominal] met [Boris Hale|Person].';
    const extraction = markText({ text, relations: ['Her mother -MET_WITH met-> Boris Hale'] });
    const names = resolve([extraction], [], ontology).entities.map(({ name }) => name);
    expect(names).toContain('mother of Ada Quill');
  });

  it.each([
    ['Ada Quill -OFFICIAL_OF minister-> Norwegian', 'government of Norway'],
    ['Ada Quill -MET_WITH met-> Norwegian', 'government'],
  ])('of a body of state, by the state that its possessor serves: %s', (office, name) => {
    const text =
      '[Norwegian|Group>Norway] minister [Ada Quill|Person#1]. [[Her|Person#1/pronoun] government|Organization/nominal] met [Boris Hale|Person]. [[Her|Person#1/pronoun] company|Organization/nominal] met [Boris Hale|Person].';
    const relations = [office, 'Her government -MET_WITH met-> Boris Hale', 'Her company -MET_WITH met-> Boris Hale'];
    const names = resolve([markText({ text, relations })], [], ontology).entities.map((entity) => entity.name);
    expect(names).toContain(name);
    expect(names).toContain('company of Ada Quill');
  });
});
