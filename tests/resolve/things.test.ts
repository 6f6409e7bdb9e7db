// Organizations and places: acronyms, institutions in other words, and bare ministries.
import { describe, expect, it } from 'vitest';
import { markText } from './mark-text.ts';
import { entityNamed, namesOf, resolveAll, resolveFolder } from './read-folder.ts';

describe('things', () => {
  it('takes a storm for the same with its class and without', () => {
    const texts = ['[Hurricane Orla|Event] hit [Torva|Place].', '[Orla|Event] weakened.', '[Orla|Person] left.'];
    const graph = resolveAll(texts.map((text) => markText({ text })));
    expect(namesOf(graph, 'Event')).toEqual(['Hurricane Orla']);
  });

  it('takes a war and games for the same in other words', () => {
    const wars = [
      'World War II',
      'Second World War',
      'World War I',
      '2008 Olympics',
      '2008 Olympic Games',
      '2012 Olympics',
    ];
    const graph = resolveAll(wars.map((war) => markText({ text: `The [${war}|Event] began.` })));
    expect(namesOf(graph, 'Event')).toHaveLength(4);
  });

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

  it('joins the names that a body bore one after the other, across the folder, with the words as the reason', () => {
    const texts = [
      '[Quill Works|Organization] built a bridge.',
      '[Nordbau|Place] sold a crane.',
      '[Nordbau|Place], formerly known as [Quill Works|Organization], employs many.',
      '[Harrow Bank|Organization] was renamed [Torva Trust|Organization] in May.',
    ];
    const graph = resolveAll(texts.map((text) => markText({ text })));
    expect(graph.entities).toHaveLength(2);
    expect(graph.decisions.flatMap(({ reasons }) => reasons)).toContain(
      'The text says Nordbau, formerly known as Quill Works.',
    );
    const other = markText({ text: '[Quill Works|Organization] was not renamed [Nordbau|Organization].' });
    expect(resolveAll([other]).entities).toHaveLength(2);
  });

  it('knows what an acronym stands for that no paper spells out', () => {
    const graph = resolveAll(
      ['The [E.U.|Organization] paid.', 'The [European Union|Organization] met.'].map((text) => markText({ text })),
    );
    expect(entityNamed(graph, 'E.U.').name).toBe('European Union');
  });

  it('takes no first letters of words in small letters for an acronym', () => {
    const graph = resolveAll(
      [
        'Rain fell on [northern Harbor|Place] and on [Oslo|Place].',
        'The [NH|Organization] met in [Oslo|Place] near [Leeds|Place].',
      ].map((text) => markText({ text })),
    );
    expect(entityNamed(graph, 'northern Harbor').id).not.toBe(entityNamed(graph, 'NH').id);
  });

  it('calls a thing by a fuller name only if that is more than a slip', () => {
    const text = `${'[Harrow|Organization#1] grew. '.repeat(40)}[Harrow-Air Motors|Organization#1] fell.`;
    expect(resolveAll([markText({ text })]).entities.map(({ name }) => name)).toEqual(['Harrow']);
    const full = `${'[Harrow|Organization#1] grew. '.repeat(9)}[Harrow Motors|Organization#1] fell.`;
    expect(resolveAll([markText({ text: full })]).entities.map(({ name }) => name)).toEqual(['Harrow Motors']);
  });

  const sides = (score: number) =>
    resolveAll([
      markText({
        text: 'The [Harrow Motors|Organization] plant stands. [Harrow|Organization] grew. [Ada Quill|Person] left.',
        relations: [`Harrow Motors -OWNED_BY is owned by-> Harrow ;score=${score}`],
      }),
    ]);

  it('takes a relation for proof of two things only where it is likely', () => {
    expect(entityNamed(sides(0.55), 'Harrow').name).toBe('Harrow Motors');
    expect(entityNamed(sides(0.9), 'Harrow').name).toBe('Harrow');
  });

  it('takes a name inside a longer form of itself for the thing itself', () => {
    const graph = resolveAll(
      [
        "The [Norland's [Harbor Watch|Organization]|Organization] flew over [Oslo|Place].",
        'The [Harbor Watch|Organization] flew over [Oslo|Place].',
      ].map((text) => markText({ text })),
    );
    expect(entityNamed(graph, 'Harbor Watch').aliases).toHaveLength(2);
  });

  it('lets texts that read a firm outvote one that reads a person, unless the first word is a usual first name', () => {
    const texts = (name: string) => [
      `Shares of [${name}|Organization] fell in [Oslo|Place].`,
      `The board of [${name}|Organization] met in [Oslo|Place].`,
      `People spoke of [${name}|Person] in [Oslo|Place].`,
    ];
    const typesOf = (name: string) =>
      resolveAll(texts(name).map((text) => markText({ text })))
        .entities.filter((entity) => entity.name === name)
        .map(({ type }) => type)
        .sort();
    expect(typesOf('Quillon Harrow')).toEqual(['Organization']);
    const twice = (name: string) => [...texts(name).slice(0, 1), ...texts(name).slice(2)];
    expect(resolveAll(twice('Quillon Harrow').map((text) => markText({ text }))).entities).toHaveLength(2);
    expect(resolveAll(twice('Peter Harrow').map((text) => markText({ text }))).entities).toHaveLength(3);
  });

  it('parts a named thing from a chain whose referent is another, and gives each what its noun names', () => {
    const graph = resolveAll([
      markText({
        text: 'The [Harrow Hotel|Organization#1] lay still. The [Norwegian embassy|Organization#1>Norwegian embassy in Peru] moved. [The embassy|Organization/nominal#1] hired [the hotel|Organization/nominal#1].',
        relations: ['The embassy -~ hire-> the hotel'],
      }),
    ]);
    expect(graph.entities.map(({ mentionIds }) => mentionIds.length)).toEqual([2, 2]);
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

describe('places of one name', () => {
  const places = (...texts: readonly string[]) => resolveAll(texts.map((text) => markText({ text })));

  it('tells a state from a province by what else a document names', () => {
    const graph = places(
      '[Georgia|Place] borders [Russia|Place>Russia@wikidata:Q159]. Voters of [Tbilisi|Place] went to the polls.',
      'The governor of [Georgia|Place] spoke in [Atlanta|Place], far from [Texas|Place] and the rest of the [U.S.|Place>United States@wikidata:Q30].',
    );
    const named = graph.entities.filter(({ name }) => name === 'Georgia');
    expect(named.map(({ sameAs }) => sameAs.length).sort()).toEqual([0, 1]);
  });

  it('takes no other place for a spelling of a state', () => {
    const graph = places(
      '[Colombia|Place>Colombia@wikidata:Q739] and [Ada Quill|Person].',
      '[Columbia|Place] and [Ada Quill|Person].',
    );
    expect(graph.entities.filter(({ type }) => type === 'Place')).toHaveLength(2);
  });

  it.each([
    ['Henan', 'Hunan', 2],
    ['Shanxi', 'Shaanxi', 2],
    ['Falluja', 'Fallujah', 1],
    ['Odesa', 'Odessa', 1],
  ])('tells %s and %s apart or takes them for one: %i', (left, right, count) => {
    const beside = '[Norway|Place>Norway@wikidata:Q20] and [Ada Quill|Person]';
    const graph = places(`[${left}|Place], ${beside}.`, `[${right}|Place], ${beside}.`);
    expect(graph.entities.filter(({ type, name }) => type === 'Place' && name !== 'Norway')).toHaveLength(count);
  });

  it('tells machines apart that differ in a digit', () => {
    const graph = places(
      'The [Harrow K320|Product] of [Ada Quill|Person].',
      'The [Harrow K321|Product] of [Ada Quill|Person].',
    );
    expect(graph.entities.filter(({ type }) => type === 'Product')).toHaveLength(2);
  });
});
