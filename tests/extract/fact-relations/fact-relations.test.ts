// Edges that clauses, event nouns and numbers carry, their types and directions, and pairs that only stand side by side.
import { describe, expect, it } from 'vitest';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

async function edgesOf(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  // Whichever rule found it: the reader of the graph sees one edge.
  return extraction.relations.map((each) => sayRelation(extraction, each));
}

describe('edges of clauses', () => {
  it.each<[string, string]>([
    ['Ada Quill met Boris Hale.', 'Ada Quill | MET_WITH | Boris Hale'],
    ['Ada Quill held talks with Boris Hale.', 'Ada Quill | MET_WITH | Boris Hale'],
    ['Ada Quill and Boris Hale held talks in Oslo.', 'Ada Quill | MET_WITH | Boris Hale'],
    ['Senior envoys from Norway, Denmark and Poland met in Oslo.', 'Denmark | MET_WITH | Poland'],
    ['Norway is in talks with Denmark.', 'Norway | MET_WITH | Denmark'],
    ['Ada Quill discussed the plan with Boris Hale.', 'Ada Quill | MET_WITH | Boris Hale'],
    ['The Harbour Party formed a coalition with the Reform Party.', 'Harbour Party | ALLY_OF | Reform Party'],
    ['The Harbour Party is allied with the Reform Party.', 'Harbour Party | ALLY_OF | Reform Party'],
    ['Ada Quill and Boris Hale will collaborate.', 'Ada Quill | ALLY_OF | Boris Hale'],
    ['France will relocate its embassy from Torva to Lund.', 'France | relocate to | Lund'],
    ['Norland relocated its embassy from Torva to Lund.', 'its embassy | relocate to | Lund'],
    ['France announced the decision to close the port and relocate its fleet to Lund.', 'France | relocate to | Lund'],
    ['Norway banned imports of grain from Denmark.', 'Norway | ban imports from | Denmark'],
    ['Ada Quill postponed a visit to Norway.', 'Ada Quill | postpone visit to | Norway'],
    ['Norway will stop aid unless Denmark signs.', 'Norway | stop aid unless | Denmark'],
    ['Norway will leave unless Boris Hale is given promises.', 'Norway | leave unless given promises | Boris Hale'],
    ['Norway warned of consequences if Denmark signs.', 'Norway | warn of consequences if | Denmark'],
    ['The Senate confirmed Ada Quill on Monday.', 'Senate | confirm | Ada Quill'],
    ['Ada Quill testified against Boris Hale.', 'Ada Quill | OPPOSES | Boris Hale'],
    ['Boris Hale is a donor to the Reform Party.', 'Boris Hale | be donor to | Reform Party'],
    ['Boris Hale, an aide to Ada Quill, left.', 'Boris Hale | aide of | Ada Quill'],
    [
      'Harrow Energy is owned by the billionaire Viktor Hale, a friend of President Anna Weiss.',
      'Harrow Energy | OWNED_BY | Viktor Hale',
    ],
    ['Ada Quill was a witness against Boris Hale.', 'Ada Quill | be witness against | Boris Hale'],
    ['Norway is a threat to France and Denmark.', 'Norway | be threat to | Denmark'],
    ['Norway continued talks with Denmark.', 'Norway | continue talks with | Denmark'],
    ['Norway lost the match against Denmark.', 'Norway | lose match against | Denmark'],
    ['Ada Quill was criticized by Boris Hale.', 'Boris Hale | OPPOSES | Ada Quill'],
    ['Norland accused Veldia of theft.', 'Norland | OPPOSES | Veldia'],
    ['Norway fought against Denmark.', 'Norway | OPPOSES | Denmark'],
    ['Norway accused Denmark of attacking France.', 'Denmark | OPPOSES | France'],
    ['Gazprom is owned by the Norwegian state.', 'Gazprom | OWNED_BY | Norwegian'],
    ['Ada Quill moved to Norway.', 'Ada Quill | RESIDES_IN | Norway'],
    ['Boris Hale, an aide to Ada Quill, was born in Oslo.', 'Boris Hale | BORN_IN | Oslo'],
    [
      'Norway signed the treaty in Oslo. Its foreign secretary, Ada Quill, said that Norway was ready.',
      'Ada Quill | OFFICIAL_OF | Its',
    ],
    ['Gazprom is owned by the city of Oslo.', 'Gazprom | OWNED_BY | Oslo'],
    [
      'Norway has threatened to leave the union unless Denmark signs.',
      'Norway | threaten to leave union unless | Denmark',
    ],
  ])('%s', async (text, expected) => {
    expect(await edgesOf(text)).toContain(expected);
  });
});

describe('no edges', () => {
  it.each<[string, string]>([
    ['of a condition to whom it only touches', 'Norway has threatened to leave the union unless Boris Hale is freed.'],
    ['to a language', 'Ada Quill speaks English.'],
    ['of whoever opens a thing to the date of its opening', 'Norway opened a factory in 1952.'],
    ['of a country for one of its people', 'Ada Quill lost. The Italian left Norway unless asked and did not speak.'],
    ['that say a typed one of the same two again', 'Ada Quill was born just outside Torva.'],
    ['of whom an apposition names', 'Boris Hale, an aide to Ada Quill, was born in Lund.'],
    ['of people of whom only the number and the place are told', 'The quake killed 58 people near Oslo.'],
  ])('%s', async (_, text) => {
    const edges = await edgesOf(text);
    expect(
      edges.filter((edge) => / unless | speak | near |^Italian|1952| bear |^Ada Quill \| BORN_IN \| Lund/.test(edge)),
    ).toEqual([]);
  });
});

describe('edges of nouns', () => {
  it.each<[string, string]>([
    ['The talks between Ada Quill and Boris Hale failed.', 'Ada Quill | MET_WITH | Boris Hale'],
    ['Ada Quill’s trip to Norland was short.', 'Ada Quill | trip to | Norland'],
    ['Norway’s war against Denmark was short.', 'Norway | OPPOSES | Denmark'],
    ['The Norway-led invasion of Veldia failed.', 'Norway | lead invasion of | Veldia'],
    ['Norland sent over 12,500 troops.', 'troops | number | over 12,500'],
  ])('%s', async (text, expected) => {
    expect(await edgesOf(text)).toContain(expected);
  });
});

describe('edges of roles', () => {
  it.each<[string, string]>([
    [
      'British Foreign Secretary Liz Truss flew to Moscow. There Truss met her Russian counterpart, Sergei Lavrov.',
      'Sergei Lavrov | OFFICIAL_OF | Russian',
    ],
    ['Ada Quill was ambassador to Brazil.', 'Ada Quill | ambassador to | Brazil'],
    ['The Senate confirmed Ada Quill as ambassador to Brazil.', 'Ada Quill | ambassador to | Brazil'],
    ['Gazprom hired Ada Quill as director of the Harbour Trust.', 'Ada Quill | LEADS | Harbour Trust'],
  ])('%s', async (text, expected) => {
    expect(await edgesOf(text)).toContain(expected);
  });
});

describe('edges of lives', () => {
  it.each<[string, string]>([
    ['Ada Quill received a degree in law from Harvard University.', 'Ada Quill | EDUCATED_AT | Harvard University'],
    ['Ada Quill earned her doctorate at Harvard University.', 'Ada Quill | EDUCATED_AT | Harvard University'],
    ['Ada Quill is a chemist at Harvard University.', 'Ada Quill | WORKS_FOR | Harvard University'],
    ['Harvard University chemist Ada Quill won the prize.', 'Ada Quill | WORKS_FOR | Harvard University'],
    ['Ada Quill taught at Harvard University.', 'Ada Quill | WORKS_FOR | Harvard University'],
    ['Ada Quill is a politician for the Labour Party.', 'Ada Quill | MEMBER_OF | Labour Party'],
    ['Ada Quill joined Harvard University in 1931.', 'Ada Quill | WORKS_FOR | Harvard University'],
    ['Ada Quill joined the Labour Party in 1931.', 'Ada Quill | MEMBER_OF | Labour Party'],
    ['I have lived in Oslo for years.', 'I | RESIDES_IN | Oslo'],
    ['Gazprom Media is a subsidiary of Gazprom.', 'Gazprom Media | PART_OF | Gazprom'],
    ['Ada Quill is a native of Oslo.', 'Ada Quill | BORN_IN | Oslo'],
    ['Ada Quill was born and raised in Oslo, Norway.', 'Ada Quill | RESIDES_IN | Norway'],
    ['Norway mourned the death of Ada Quill in 1951.', 'Ada Quill | DIED_ON | 1951'],
    ['Ada Quill killed Boris Hale in 1951.', 'Boris Hale | DIED_ON | 1951'],
    ['Ada Quill was killed in 1951.', 'Ada Quill | DIED_ON | 1951'],
    ['Ada Quill moved to Oslo, where she died.', 'she | DIED_IN | Oslo'],
    ['Gazprom is a company founded by Ada Quill.', 'Gazprom | FOUNDED_BY | Ada Quill'],
  ])('%s', async (text, expected) => {
    expect(await edgesOf(text)).toContain(expected);
  });

  it.each<[string, string]>([
    ['Boris Hale was helped by his sons Jens Hale, Ole Hale and Per Hale.', 'Per Hale | CHILD_OF | his'],
    ['Ada Quill and Boris Hale live in Oslo with their son Jens Hale.', 'Jens Hale | CHILD_OF | Ada Quill'],
    ['Ada Quill and Boris Hale live in Oslo with their son Jens Hale.', 'Jens Hale | CHILD_OF | Boris Hale'],
    ['Boris Hale took over the shop from his father Jens Hale.', 'his | CHILD_OF | Jens Hale'],
  ])('%s', async (text, expected) => {
    expect(await edgesOf(text)).toContain(expected);
  });

  it.each<[string, string]>([
    ['Ada Quill is a Norwegian politician.', 'Ada Quill | MEMBER_OF | Norwegian'],
    ['Ada Quill was assistant coach of the Lakers.', 'Ada Quill | LEADS | Lakers'],
    ['Ada Quill, deputy leader of the Green Party, left.', 'Ada Quill | LEADS | Green Party'],
    ['They left Bergen and Molde, parts of Jutland.', 'Bergen | PART_OF | Jutland'],
  ])('%s', async (text, unsaid) => {
    expect(await edgesOf(text)).not.toContain(unsaid);
  });

  it.each<[string, string]>([
    ['Ada Quill was assistant coach of the Lakers.', 'Ada Quill | WORKS_FOR | Lakers'],
    ['Ada Quill, deputy leader of the Green Party, left.', 'Ada Quill | WORKS_FOR | Green Party'],
    ['Ada Quill died in the Indian state of Bihar.', 'Ada Quill | DIED_IN | Bihar'],
  ])('%s', async (text, said) => {
    expect(await edgesOf(text)).toContain(said);
  });
});

describe('what only seems to be done', () => {
  it.each<[string, string]>([
    ['Ada Quill was ambassador to Boris Hale.', 'Ada Quill | ambassador to | Boris Hale'],
    ['Norway accused Denmark of attacking France.', 'Norway | OPPOSES | France'],
    ['Norway has sold two jets to Denmark.', 'Denmark | OWNED_BY | Norway'],
    ['Ada Quill made a visit to Norway to meet with Boris Hale.', 'Ada Quill | MET_WITH | Norway'],
    ['Ada Quill will join the ministers on Monday.', 'Ada Quill | MEMBER_OF | ministers'],
  ])('%s', async (text, unsaid) => {
    expect(await edgesOf(text)).not.toContain(unsaid);
  });
});

describe('no reason, no edge', () => {
  it.each([
    'Ada Quill slept. Boris Hale ate.',
    'Ada Quill slept while Boris Hale ate in Norland.',
    'Ada Quill, Boris Hale and Norland.',
    'Ada Quill’s Norwegian rival won.',
  ])('%s', async (text) => {
    expect((await edgesOf(text)).filter((edge) => edge.includes('Quill') && /Hale|Norland/.test(edge))).toEqual([]);
  });
});
