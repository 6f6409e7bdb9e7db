// The short form of an ontology: what a line adds, replaces and drops, and which line is blamed.
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/errors.ts';
import { loadOntology } from '../../src/store/index.ts';
import { isShortForm, readShortForm } from '../../src/store/short-ontology.ts';

const base = loadOntology();
const read = (text: string) => readShortForm(text, 'own.txt', base);
const trouble = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof KnownError) return error.message;
    throw error;
  }
  return 'no error';
};

describe('the short form', () => {
  it('adds a relation before all others, which it keeps', () => {
    const { relationTypes, entityTypes } = read(
      'LISTED: Sanction, black-list , put  on ; Place | Organization -> Person',
    );
    expect(relationTypes[0]).toEqual({
      ...{ name: 'LISTED', label: 'listed', domain: ['Place', 'Organization'], range: ['Person'] },
      ...{ symmetric: false, functional: null, implies: [], family: 'other' },
      triggers: ['sanction', 'black-list', 'put on'],
    });
    expect(relationTypes.slice(1)).toEqual(base.relationTypes);
    expect(entityTypes).toEqual(base.entityTypes);
  });

  it('takes the place of a built-in relation, or drops it and what it implied', () => {
    const replaced = read('MET_WITH: greet; Person → Person').relationTypes.find(({ name }) => name === 'MET_WITH');
    expect([replaced?.triggers, replaced?.symmetric, replaced?.family]).toEqual([['greet'], true, 'meeting']);
    const uneven = read('MET_WITH: greet; Person → Place').relationTypes[0];
    expect([uneven?.name, uneven?.symmetric]).toEqual(['MET_WITH', false]);
    const names = read('CITIZEN_OF: none').relationTypes;
    expect(names.some(({ name, implies }) => name === 'CITIZEN_OF' || implies.includes('CITIZEN_OF'))).toBe(false);
  });

  it.each([
    ['# only this\n\nBAD sanction', 'own.txt, line 3: expected NAME'],
    ['A: sanction', 'line 1: expected "; domain → range"'],
    ['A: sanction; Place', 'line 1: expected domain → range, found "Place"'],
    ['A: ; Place → Place', 'line 1: expected a verb'],
    ['A: x; Place → Place\nA: y; Place → Place', 'line 2: "A" is there twice'],
    ['A: x; Place → Town', 'line 1: "Town" is no type of entity'],
    ['A: none', 'line 1: "A" is no relation that could be dropped'],
    ['A: x; Place →', 'line 1: expected types of entities on both sides'],
    ['A: x, ""; Place → Place', 'line 1: expected verbs or nouns with commas between them, found """"'],
    ['A: x; Place → Person; symmetric', 'line 1: expected the same types on both sides of a symmetric relation'],
    ['My relations\nA: x; Place → Place', 'line 1: expected NAME: triggers; domain → range, NAME in capitals'],
    ['listed: x; Place → Place', 'line 1: expected NAME: triggers; domain → range, NAME in capitals'],
    ['A: x; Place → Place; often', 'line 1: expected "symmetric" or nothing'],
    ['# mine\nSAID_BY: say; Place → Person', 'line 2: "SAID_BY" is what every graph calls a relationship of its own'],
    ['CITES: cite; Organization → Person', 'choose another name; taken are SUBJECT, OBJECT,'],
  ])('blames the line of %j', (text, message) => {
    expect(trouble(text)).toContain(message);
  });

  it('is read alike with the line ends of Windows, comments too', () => {
    const lines = ['# mine', 'LISTED: sanction; Place -> Person # who lists', 'MET_WITH: none'];
    expect(read(`\uFEFF${lines.join('\r\n')}\r\n`)).toEqual(read(lines.join('\n')));
  });

  it('may take the place of PART_OF, which the graph uses for its own parts, too', () => {
    expect(read('PART_OF: belong to; Place → Place').relationTypes[0]?.name).toBe('PART_OF');
  });

  it('is told from JSON and YAML by its first line', () => {
    expect(isShortForm('# mine\nA_B: x; Place → Place')).toBe(true);
    expect(isShortForm('\uFEFFA_B: x; Place → Place\r\nA_C: x; Place → Place\r\n')).toBe(true);
    expect(isShortForm('a_b: x; Place → Place')).toBe(true);
    expect(isShortForm('{"version": 1}')).toBe(false);
    expect(isShortForm('# mine\n---\nversion: 1')).toBe(false);
    expect(isShortForm('version: 1\nentityTypes: []')).toBe(false);
    expect(isShortForm('')).toBe(false);
  });
});
