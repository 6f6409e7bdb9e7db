// People: spellings join, surnames need company, and who is kept apart stays apart.
import { describe, expect, it } from 'vitest';
import { type Marked, markText } from './mark-text.ts';
import { entityNamed, namesOf, resolveAll } from './read-folder.ts';

const NORWAY = 'Norway|Place>Norway@wikidata:Q20';
const PERU = 'Peru|Place>Peru@wikidata:Q419';
const people = (...texts: readonly (string | Marked)[]) =>
  resolveAll(texts.map((text) => markText(typeof text === 'string' ? { text } : text)));

describe('people', () => {
  it('joins two spellings of a name that hold one office', () => {
    const graph = people(
      {
        text: `[Orlen Brodsky|Person] of [${NORWAY}] spoke.`,
        relations: ['Orlen Brodsky -HEAD_OF_STATE_OF president-> Norway'],
      },
      {
        text: `[Orlen Bradskyy|Person] left [${NORWAY}].`,
        relations: ['Orlen Bradskyy -HEAD_OF_STATE_OF president-> Norway'],
      },
    );
    expect(namesOf(graph, 'Person')).toHaveLength(1);
    expect(graph.decisions.map(({ verdict }) => verdict)).toContain('same');
  });

  it('leaves two near spellings apart that share nothing else, and asks', () => {
    const graph = people('[Jon Hanson|Person] sang.', '[Jon Hansen|Person] swam.');
    expect(namesOf(graph, 'Person')).toEqual(['Jon Hansen', 'Jon Hanson']);
    expect(graph.decisions.map(({ verdict }) => verdict)).toEqual(['unsure']);
  });

  it('gives a lone surname to the one full name that keeps its company', () => {
    const graph = people(
      '[Boris Hale|Person] met [Ada Quill|Person] of the [North Harbor Alliance|Organization].',
      '[Hale|Person] praised [Ada Quill|Person] and the [North Harbor Alliance|Organization].',
    );
    expect(entityNamed(graph, 'Hale').name).toBe('Boris Hale');
  });

  it.each([
    ['al-Torvi', 'Omar al-Torvi'],
    ['van Quill', 'Ada van Quill'],
    ['bin-Hale', 'Omar bin Hale'],
  ])('knows a surname by its particle: %s', (surname, full) => {
    const graph = people(`[${full}|Person] spoke. Later [${surname}|Person] left.`);
    expect(namesOf(graph, 'Person')).toEqual([full]);
  });

  it('takes a particle with a capital for the given name that it may be', () => {
    const graph = people('[Al Torvi|Person] spoke. Then [Omar al-Torvi|Person] spoke.');
    expect(namesOf(graph, 'Person')).toHaveLength(2);
  });

  it('never joins two people on a surname alone', () => {
    const graph = people('[Boris Hale|Person] sang.', '[Hale|Person] swam.', '[Hale|Person] ran to [Malta|Place].');
    expect(namesOf(graph, 'Person')).toEqual(['Boris Hale', 'Hale', 'Hale']);
  });

  it('takes the name of a king for no minister’s given name, but for that of a king', () => {
    const text = `King [Emil|Person] of [${NORWAY}] spoke. [Emil Quill|Person], a minister, left.`;
    const reigns = { text, relations: ['Emil -HEAD_OF_STATE_OF king-> Norway'] };
    expect(namesOf(people(reigns), 'Person')).toContain('Emil Quill');
    expect(entityNamed(people(reigns), 'Emil').name).toBe('Emil');
    const both = `King [Emil Quill|Person] of [${NORWAY}] spoke. King [Emil|Person] of [${NORWAY}] left.`;
    const relations = ['Emil Quill -HEAD_OF_STATE_OF king-> Norway', 'Emil -HEAD_OF_STATE_OF king-> Norway~2'];
    expect(namesOf(people({ text: both, relations }), 'Person')).toEqual(['Emil Quill']);
  });

  it('never joins two given names that share a surname, nor guesses whose the surname is', () => {
    const graph = people(
      `[Boris Hale|Person] met [Ada Quill|Person] in [${NORWAY}].`,
      `[Carla Hale|Person] met [Ada Quill|Person] in [${NORWAY}].`,
      `[Hale|Person] met [Ada Quill|Person] in [${NORWAY}].`,
    );
    expect(namesOf(graph, 'Person')).toEqual(['Ada Quill', 'Boris Hale', 'Carla Hale', 'Hale']);
  });

  it('joins a short given name and an initial where the office is the same', () => {
    const office = (name: string): Marked => ({
      text: `[${name}|Person] runs the [Harrow Institute|Organization].`,
      relations: [`${name} -LEADS director-> Harrow Institute`],
    });
    expect(namesOf(people(office('William Tarn'), office('Bill Tarn'), office('W. Tarn')), 'Person')).toHaveLength(1);
  });

  it('gives a surname to the bearer whom the text goes on about, where it names the other once', () => {
    const graph = people(
      '[Ada Hale|Person#1] left [Norwich|Place] with [her|Person/pronoun#1] cat. [She|Person/pronoun#1] is no relation of ' +
        '[Tam Hale|Person#2], [the minister|Person/nominal#2], but [she|Person/pronoun#1] is asked. [Hale|Person] laughed.',
    );
    expect(entityNamed(graph, 'Hale').name).toBe('Ada Hale');
    const reasons = graph.decisions.flatMap((decision) => decision.reasons);
    expect(reasons).toContain('The text goes on about this bearer of the name, and names any other only once.');
  });

  it('takes a surname before the full name of its chain for one who was named in full before', () => {
    const graph = people(
      '[Tam Hale|Person] and his father, [Tam Hale Sr.|Person], founded a firm. The elder [Hale|Person#1] died. ' +
        "[Hale|Person#1]'s daughter, [Ada Hale|Person#1], left. [She|Person/pronoun#1] sang.",
    );
    expect(entityNamed(graph, 'Ada Hale').mentionIds).toHaveLength(2);
    expect(entityNamed(graph, 'Tam Hale').mentionIds).toHaveLength(2);
    expect(namesOf(graph, 'Person')).toEqual(['Ada Hale', 'Hale', 'Tam Hale', 'Tam Hale Sr.']);
    const alone = people('[Hale|Person#1] fell. [Ada Hale|Person#1] rose. [Tam Hale|Person] looked on.');
    expect(entityNamed(alone, 'Ada Hale').mentionIds).toHaveLength(2);
  });

  it('reads a name without where its bearer is from, unless that is the name', () => {
    const graph = people(
      '[Ada Quill of Norland|Person] sang.',
      '[Ada Quill|Person] swam.',
      '[Joan of Arc|Person] ran.',
    );
    expect(entityNamed(graph, 'Ada Quill').mentionIds).toHaveLength(2);
    expect(namesOf(graph, 'Person')).toHaveLength(2);
  });

  it('takes what looks like a full name for a person where as many texts read it so as not', () => {
    const graph = people('[Karin Wold|Person] sang.', '[Karin Wold|Place] swam.');
    expect(graph.entities.map(({ type }) => type)).toEqual(['Person']);
  });

  it('leaves a surname alone where the text spoke last, or as much, of another bearer', () => {
    const [ada, tam] = [
      '[Ada Hale|Person#1] left. [She|Person/pronoun#1] took [her|Person/pronoun#1] cat.',
      '[Tam Hale|Person#2] stayed.',
    ];
    const apart = ['Ada Hale', 'Hale', 'Tam Hale'];
    expect(namesOf(people(`${ada} ${tam} [Hale|Person] laughed.`), 'Person')).toEqual(apart);
    expect(namesOf(people(`${tam} [He|Person/pronoun#2] slept. ${ada} [Hale|Person] laughed.`), 'Person')).toEqual(
      apart,
    );
  });

  it('joins a surname with a title of state before it to the one full name that bears the title', () => {
    const full = (name: string, owner = NORWAY): Marked => ({
      text: `[${name}|Person] of [${owner}] sang.`,
      relations: [`${name} -HEAD_OF_STATE_OF president-> ${owner === NORWAY ? 'Norway' : 'Peru'}`],
    });
    const bare = 'On Monday President [Hale|Person] swam.';
    expect(entityNamed(people(full('Boris Hale'), bare), 'Hale').name).toBe('Boris Hale');
    expect(entityNamed(people('Then President [Boris Hale|Person] sang.', bare), 'Hale').name).toBe('Boris Hale');
    expect(namesOf(people(bare, 'A cat saw President [Hale|Person] run.'), 'Person')).toEqual(['Hale']);
    const two = people(full('Boris Hale'), full('Carla Hale', PERU), bare);
    expect(namesOf(two, 'Person')).toEqual(['Boris Hale', 'Carla Hale', 'Hale']);
    for (const other of ['Vice President', 'Bank President', 'Mayor', 'president of the club'])
      expect(namesOf(people(full('Boris Hale'), `On Monday ${other} [Hale|Person] swam.`), 'Person')).toHaveLength(2);
  });

  it('keeps father and son apart, in their document and in the folder', () => {
    const graph = people(
      '[George W. Hale|Person] and his father [George H. W. Hale|Person] visited [Paris|Place].',
      '[George H. W. Hale|Person] wrote a book about [Paris|Place].',
      '[Tam Brook|Person] and his father [Tam Brook Sr.|Person] met in [Leeds|Place].',
      '[Tam Brook|Person] met voters in [Leeds|Place].',
    );
    expect(namesOf(graph, 'Person')).toEqual(['George H. W. Hale', 'George W. Hale', 'Tam Brook', 'Tam Brook Sr.']);
    expect(entityNamed(graph, 'George H. W. Hale').mentionIds).toHaveLength(2);
    expect(entityNamed(graph, 'Tam Brook').mentionIds).toHaveLength(2);
  });

  it('cuts a chain that holds two names which exclude each other', () => {
    const graph = people('[Boris Hale|Person#1] met [Carla Hale|Person#1]. [She|Person/pronoun#1] sang.');
    expect(entityNamed(graph, 'Boris Hale').mentionIds).toHaveLength(1);
    expect(entityNamed(graph, 'Carla Hale').mentionIds).toHaveLength(2);
  });

  it('keeps namesakes apart whose posts and company differ, and says so', () => {
    const graph = people(
      {
        text: `[John Harper|Person], president of [${NORWAY}], met [Ada Quill|Person] and [Boris Hale|Person] in [Oslo|Place].`,
        relations: ['John Harper -HEAD_OF_STATE_OF president-> Norway'],
      },
      {
        text: `[John Harper|Person], president of [${PERU}], met [Dora Finch|Person] and [Egon Marsh|Person] in [Lima|Place].`,
        relations: ['John Harper -HEAD_OF_STATE_OF president-> Peru'],
      },
    );
    const harpers = graph.entities.filter(({ name }) => name === 'John Harper');
    expect(new Set(harpers.map(({ id }) => id)).size).toBe(2);
    expect(graph.decisions.some(({ verdict }) => verdict !== 'same')).toBe(true);
  });

  it('keeps namesakes apart that were born in different years', () => {
    const born = (year: string): Marked => ({
      text: `[John Harper|Person] was born in [${year}|Time=${year}].`,
      relations: [`John Harper -BORN_ON born-> ${year}`],
    });
    expect(namesOf(people(born('1952'), born('1980')), 'Person')).toHaveLength(2);
  });
});
