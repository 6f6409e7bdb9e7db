// Learned relations beside what the rules say: whose country a title names, whose place of birth a verb.
import { describe, expect, it } from 'vitest';
import type { RelationCandidate } from '../../../src/extract/learned-relations/candidate.ts';
import { keysOf } from '../../../src/extract/learned-relations/entities.ts';
import { stateRelations } from '../../../src/extract/learned-relations/learned-relations.ts';
import type { Mention } from '../../../src/model/extraction.ts';
import { ontology, readText, relationsOf } from '../read-text.ts';

const SURE = { weights: { score: 1 }, offset: 0, least: { report: 0.4, reference: 0.4 } };

/** What is stated of a text where the head is sure of a type between the two. */
async function statedOf(
  text: string,
  subjectWords: string,
  objectWords: string,
  name = 'CITIZEN_OF',
): Promise<string[]> {
  const extraction = await readText(text);
  const find = (words: string): Mention => {
    const found = extraction.mentions.find(({ start, end }) => text.slice(start, end) === words);
    if (found === undefined) throw new Error(`no mention "${words}"`);
    return found;
  };
  const type = ontology.relationTypes.find((each) => each.name === name);
  if (type === undefined) throw new Error(`no ${name}`);
  const [subject, object] = [find(subjectWords), find(objectWords)];
  const keys = keysOf(extraction);
  const ends = [keys.get(subject.id) ?? '', keys.get(object.id) ?? ''] as const;
  const scores = { score: 9, named: 9, rival: -3, reverse: -3, better: 0, isOpen: false };
  const candidate: RelationCandidate = { type, subject: [subject], object: [object], ends, ...scores };
  return relationsOf(stateRelations(extraction, [candidate], ontology, new Map([[name, SURE]])));
}

describe('a learned citizen', () => {
  it('is stated where no title tells of another', async () => {
    expect(await statedOf('They praised Ada Quill, a British painter.', 'Ada Quill', 'British')).toContain(
      'Ada Quill -CITIZEN_OF-> British',
    );
  });

  it('has no country that the text names in the title of another', async () => {
    expect(await statedOf('Ada Quill met the British minister Boris Hale.', 'Ada Quill', 'British')).not.toContain(
      'Ada Quill -CITIZEN_OF-> British',
    );
  });
});

describe('a learned place of birth', () => {
  it('is not taken from the birth of another', async () => {
    const text = 'Boris Hale praised the book. Ada Quill was born in Paris.';
    const stated = await statedOf(text, 'Boris Hale', 'Paris', 'BORN_IN');
    expect(stated).toContain('Ada Quill -BORN_IN-> Paris');
    expect(stated.filter((each) => each.startsWith('Boris Hale'))).toEqual([]);
  });

  it('is not where somebody grew up', async () => {
    const text = 'Ada Quill was born in Paris, raised in London and worked in Berlin.';
    expect(await statedOf(text, 'Ada Quill', 'London', 'BORN_IN')).not.toContain('Ada Quill -BORN_IN-> London');
    expect(await statedOf(text, 'Ada Quill', 'Berlin', 'BORN_IN')).toContain('Ada Quill -BORN_IN-> Berlin');
  });
});

describe('a learned place', () => {
  it.each([
    'Lund is a village some 65 km north-east of Paris.',
    'Lund lies south of Paris.',
    'Lund is 30 miles from Paris.',
  ])('is not where the other is only measured from: %s', async (text) => {
    expect(await statedOf(text, 'Lund', 'Paris', 'LOCATED_IN')).not.toContain('Lund -LOCATED_IN-> Paris');
  });

  it('is where the other is a part of it', async () => {
    const text = 'Lund is a village in the north-east of Paris.';
    expect(await statedOf(text, 'Lund', 'Paris', 'LOCATED_IN')).toContain('Lund -LOCATED_IN-> Paris');
  });
});

describe('a learned relation of a clause', () => {
  it.each([
    ['Norway condemned Boris Hale, a former aide to Ada Quill.', 'Norway', 'Ada Quill', 'OPPOSES'],
    ['Ada Quill met Boris Hale, the director of the Harbour Museum, in Torva.', 'Harbour Museum', 'Torva', 'BASED_IN'],
  ])('is none of whom an apposition names: %s', async (text, subject, object, type) => {
    expect(await statedOf(text, subject, object, type)).not.toContain(`${subject} -${type}-> ${object}`);
  });

  it.each([
    ['Norway condemned Boris Hale, a former aide to Ada Quill.', 'Norway', 'Boris Hale', 'OPPOSES'],
    ['Ada Quill met Boris Hale, the director of the Harbour Museum in Torva.', 'Harbour Museum', 'Torva', 'BASED_IN'],
  ])('is stated of whom it describes, and inside it: %s', async (text, subject, object, type) => {
    expect(await statedOf(text, subject, object, type)).toContain(`${subject} -${type}-> ${object}`);
  });
});

describe('what the head may not state', () => {
  it('a place of life that hangs on the verb of another', async () => {
    const stated = (text: string) => statedOf(text, 'Ada Quill', 'Bergen', 'RESIDES_IN');
    expect(await stated('Ada Quill slept while Boris Hale ate in Bergen.')).toEqual([]);
    const kin = await stated('Ada Quill’s brother, Boris Hale, lives in Bergen.');
    expect(kin.filter((each) => each.includes('RESIDES_IN'))).toEqual(['Boris Hale -RESIDES_IN-> Bergen']);
    expect(await stated('Ada Quill slept in Bergen.')).toEqual(['Ada Quill -RESIDES_IN-> Bergen']);
  });

  it('a quarrel with whom a deplored deed is done to', async () => {
    const stated = (text: string) => statedOf(text, 'Norway', 'Denmark', 'OPPOSES');
    expect(await stated('Norway condemned an attack on Denmark.')).toEqual([]);
    expect(await stated('Norway planned an attack on Denmark.')).toContain('Norway -OPPOSES-> Denmark');
  });
});

describe('a learned capital', () => {
  it('is the one that a country has', async () => {
    expect(await statedOf('Police in Oslo say Norwegian troops left.', 'Oslo', 'Norwegian', 'CAPITAL_OF')).toContain(
      'Oslo -CAPITAL_OF-> Norwegian',
    );
    expect(await statedOf('Police in Bergen say Norwegian troops left.', 'Bergen', 'Norwegian', 'CAPITAL_OF')).toEqual(
      expect.not.arrayContaining(['Bergen -CAPITAL_OF-> Norwegian']),
    );
  });
});

it('puts no town into itself', async () => {
  const lying = async (subject: string) =>
    (await statedOf(`The ${subject} closed a harbour in Bergen.`, subject, 'Bergen', 'LOCATED_IN')).filter((each) =>
      each.startsWith(subject),
    );
  expect(await lying('City of Bergen')).toEqual([]);
  expect(await lying('Harbour Board')).toEqual(['Harbour Board -LOCATED_IN-> Bergen']);
});

describe('learned kin', () => {
  it('makes nobody the child of whom a list has beside her', async () => {
    const text = 'Boris Hale praised Ada Quill, Cora Berg and Dora Lund.';
    expect(await statedOf(text, 'Dora Lund', 'Ada Quill', 'CHILD_OF')).toEqual([]);
    expect(await statedOf(text, 'Dora Lund', 'Boris Hale', 'CHILD_OF')).toEqual(['Dora Lund -CHILD_OF-> Boris Hale']);
  });

  it('makes nobody the spouse of whom the same person married', async () => {
    const text = 'Boris Hale was married to Ada Quill, Cora Berg and Dora Lund.';
    const wives = await statedOf(text, 'Dora Lund', 'Cora Berg', 'SPOUSE_OF');
    expect(wives.filter((each) => !each.includes('Boris Hale'))).toEqual([]);
    expect(await statedOf('Cora Berg and Dora Lund married.', 'Dora Lund', 'Cora Berg', 'SPOUSE_OF')).not.toEqual([]);
  });

  it('makes a list no siblings but where it is called so', async () => {
    const siblings = async (text: string) =>
      (await statedOf(text, 'Dora Lund', 'Cora Berg', 'SIBLING_OF')).filter((each) => each.includes('SIBLING_OF'));
    expect(await siblings('Boris Hale was married to Ada Quill, Cora Berg and Dora Lund.')).toEqual([]);
    const told = ['Dora Lund -SIBLING_OF-> Cora Berg'];
    expect(await siblings('Boris Hale has two daughters, Cora Berg and Dora Lund.')).toEqual(told);
    expect(await siblings('The sisters Cora Berg and Dora Lund live in Bergen.')).toEqual(told);
  });
});
