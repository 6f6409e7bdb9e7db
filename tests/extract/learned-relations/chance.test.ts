import { describe, expect, it } from 'vitest';
import type { RelationCandidate } from '../../../src/extract/learned-relations/candidate.ts';
import { barOf, chanceOf, rulesOf, signsOf } from '../../../src/extract/learned-relations/chance.ts';
import { keysOf } from '../../../src/extract/learned-relations/entities.ts';
import { findEvidence } from '../../../src/extract/learned-relations/evidence.ts';
import { addTitled } from '../../../src/extract/learned-relations/home-titles.ts';
import type { Extraction, Mention } from '../../../src/model/extraction.ts';
import type { RelationType } from '../../../src/model/ontology.ts';
import { ontology, readText } from '../read-text.ts';

function mentionOf(extraction: Extraction, words: string): Mention {
  const found = extraction.mentions.find(({ start, end }) => extraction.document.text.slice(start, end) === words);
  if (found === undefined) throw new Error(`no mention "${words}"`);
  return found;
}

function signs(extraction: Extraction, subjectWords: string, name: string, objectWords: string) {
  const type = ontology.relationTypes.find((each) => each.name === name);
  const [subject, object] = [[mentionOf(extraction, subjectWords)], [mentionOf(extraction, objectWords)]];
  if (type === undefined) throw new Error(name);
  const keys = keysOf(extraction);
  const [left = '', right = ''] = [...subject, ...object].map(({ id }) => keys.get(id) ?? id);
  const scores = { score: 3, named: 3, rival: -3, reverse: -3, better: 0, isOpen: false };
  const candidate: RelationCandidate = { type, subject, object, ends: [left, right], ...scores };
  const evidence = findEvidence(extraction, subject, object, type);
  if (evidence === null) throw new Error('no evidence');
  return signsOf(extraction, candidate, evidence, rulesOf(extraction));
}

describe('the signs of a learned relation', () => {
  it('tell whether a rule says the same, or something else, of the two', async () => {
    const extraction = await readText('German Chancellor Olaf Scholz arrived on Monday.');
    expect(signs(extraction, 'Olaf Scholz', 'HEAD_OF_GOVERNMENT_OF', 'German')).toMatchObject({
      rule: 1,
      otherRule: 0,
    });
    expect(signs(extraction, 'Olaf Scholz', 'CITIZEN_OF', 'German')).toMatchObject({ rule: 0, otherRule: 1 });
  });

  it('take a rule that says it the other way round for something else, unless either way is one', async () => {
    const extraction = await readText('Norair founder Ada Quill married Boris Hale.');
    const [founded] = extraction.relations.filter(({ type }) => type === 'FOUNDED_BY');
    expect(founded).toBeDefined();
    expect(signs(extraction, 'Norair', 'FOUNDED_BY', 'Ada Quill')).toMatchObject({ rule: 1, otherRule: 0 });
    expect(signs(extraction, 'Ada Quill', 'FOUNDED_BY', 'Norair')).toMatchObject({ rule: 0, otherRule: 1 });
    expect(signs(extraction, 'Ada Quill', 'SPOUSE_OF', 'Boris Hale')).toMatchObject({ rule: 1, otherRule: 0 });
    expect(signs(extraction, 'Boris Hale', 'SPOUSE_OF', 'Ada Quill')).toMatchObject({ rule: 1, otherRule: 0 });
  });

  it('tell an owner right before what it owns from a name elsewhere in the sentence', async () => {
    const extraction = await readText('France sent the German Defense Ministry a letter.');
    expect(signs(extraction, 'German Defense Ministry', 'AGENCY_OF', 'France').owned).toBe(0);
    const other = await readText("France's new Defense Ministry sent a letter.");
    expect(signs(other, 'Defense Ministry', 'AGENCY_OF', 'France').owned).toBe(1);
  });

  it('tell a title whose owner stands elsewhere', async () => {
    const extraction = await readText('Norway mourned. Prime Minister Ada Quill spoke.');
    expect(signs(extraction, 'Ada Quill', 'HEAD_OF_GOVERNMENT_OF', 'Norway').titled).toBe(1);
    expect(signs(extraction, 'Ada Quill', 'HEAD_OF_STATE_OF', 'Norway').titled).toBe(0);
    const owned = await readText('Danish Prime Minister Ada Quill spoke in Norway.');
    expect(signs(owned, 'Ada Quill', 'HEAD_OF_GOVERNMENT_OF', 'Norway').titled).toBe(0);
  });

  it('tell how much a text is about the country that a title may belong to', async () => {
    const text = 'Norway mourned. Sweden offered help. Prime Minister Ada Quill spoke in Norway.';
    const extraction = await readText(text);
    expect(signs(extraction, 'Ada Quill', 'HEAD_OF_GOVERNMENT_OF', 'Norway').central).toBeCloseTo(2 / 3, 6);
    expect(signs(extraction, 'Ada Quill', 'HEAD_OF_GOVERNMENT_OF', 'Sweden').central).toBe(0);
    expect(signs(extraction, 'Ada Quill', 'RESIDES_IN', 'Norway').central).toBe(0);
    const offices = addTitled(extraction, ontology, []);
    expect(offices.map(({ type, object }) => [type.name, object.length])).toEqual([['HEAD_OF_GOVERNMENT_OF', 2]]);
    expect(addTitled(extraction, ontology, offices)).toEqual([]);
  });

  it('tell a country that is told of another thing than the person', async () => {
    const other = await readText('Ada Quill told of the British weather.');
    expect(signs(other, 'Ada Quill', 'CITIZEN_OF', 'British').aside).toBe(1);
    expect(signs(other, 'Ada Quill', 'RESIDES_IN', 'British').aside).toBe(0);
    const own = await readText('The British painter Ada Quill told of the weather.');
    expect(signs(own, 'Ada Quill', 'CITIZEN_OF', 'British').aside).toBe(0);
  });

  it('tell how far apart the two stand', async () => {
    const extraction = await readText('Olaf Scholz spoke first. Later the ministers flew to Paris.');
    expect(signs(extraction, 'Olaf Scholz', 'RESIDES_IN', 'Paris')).toMatchObject({ across: 1, cue: 0, reference: 0 });
  });

  it('tell a report from a reference text, which has a bar of its own', async () => {
    const [type] = ontology.relationTypes.filter(({ name }) => name === 'CITIZEN_OF');
    const calibration = { weights: {}, offset: 0, least: { report: 0.9, reference: 0.8 } };
    const barIn = async (text: string): Promise<number> =>
      barOf(type as RelationType, signs(await readText(text), 'Ada Quill', 'CITIZEN_OF', 'Norwegian'), calibration);
    expect(await barIn('Ada Quill is a Norwegian painter.')).toBe(0.8);
    expect(await barIn('On Tuesday Ada Quill was a Norwegian painter.')).toBe(0.9);
  });

  it('weigh nothing that the calibration does not know', async () => {
    const found = signs(
      await readText('Olaf Scholz met Emmanuel Macron.'),
      'Olaf Scholz',
      'MET_WITH',
      'Emmanuel Macron',
    );
    expect(chanceOf(found, { weights: {}, offset: 0, least: { report: 0, reference: 0 } })).toBe(0.5);
    expect(chanceOf(found, { weights: { score: 1 }, offset: 0, least: { report: 0, reference: 0 } })).toBeCloseTo(
      1 / (1 + Math.exp(-1)),
      6,
    );
  });
});
