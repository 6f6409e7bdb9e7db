// Constructions: families of surface patterns, each with what it must and must not say.
import { describe, expect, it } from 'vitest';
import { readText, relationsOf } from '../read-text.ts';

describe('constructions', () => {
  it.each([
    ['Maria Fenwick (born 2 May 1971 in Bergen, Norway) paints.', 'Maria Fenwick -BORN_ON-> 2 May 1971'],
    ['Maria Fenwick (born 2 May 1971 in Bergen, Norway) paints.', 'Maria Fenwick -BORN_IN-> Bergen'],
    ['Maria Fenwick (born 2 May 1971 in Bergen, Norway) paints.', 'Bergen -LOCATED_IN-> Norway'],
    ['It rained in Oslo, the Norwegian capital.', 'Oslo -CAPITAL_OF-> Norwegian'],
    ['He left the Norwegian capital Oslo.', 'Oslo -CAPITAL_OF-> Norwegian'],
    ['They took control of Molde, the capital of the Romsdal region.', 'Molde -CAPITAL_OF-> Romsdal'],
    ["They left Molde, capital of Norway's Romsdal region.", 'Molde -CAPITAL_OF-> Romsdal'],
    ["They left Norway's western port city of Bergen.", 'Bergen -LOCATED_IN-> Norway'],
    ['Norway mourns. A bomb went off in the capital, Oslo.', 'Oslo -CAPITAL_OF-> Norway'],
    ['Republican Maria Fenwick won the race.', 'Maria Fenwick -MEMBER_OF-> Republican'],
    ["VOA's Maria Fenwick reports.", 'Maria Fenwick -WORKS_FOR-> VOA'],
    ["VOA's Maria Fenwick reports that the candidates met.", 'Maria Fenwick -WORKS_FOR-> VOA'],
    ["Other candidates elected were FTU's Maria Fenwick and DAB's Peter Lund.", 'Maria Fenwick -MEMBER_OF-> FTU'],
    ['Norwegian Maria Fenwick won the race.', 'Maria Fenwick -CITIZEN_OF-> Norwegian'],
    ["Norway's Maria Fenwick won the race.", 'Maria Fenwick -CITIZEN_OF-> Norway'],
    ['Maria Fenwick of Norway won the race.', 'Maria Fenwick -CITIZEN_OF-> Norway'],
    ['Maria Fenwick of the United States won the race.', 'Maria Fenwick -CITIZEN_OF-> United States'],
    ["They left Norway's western regions of Sogn and Romsdal.", 'Sogn -LOCATED_IN-> Norway'],
    ["They left Norway's western regions of Sogn and Romsdal.", 'Romsdal -LOCATED_IN-> Norway'],
    ['They left three towns in Norway, including Bergen, Molde and Stavanger.', 'Stavanger -LOCATED_IN-> Norway'],
    ['They left the Laksevaag district of western Norway.', 'Laksevaag -LOCATED_IN-> Norway'],
    ['He left the capital of Norway, Oslo.', 'Oslo -CAPITAL_OF-> Norway'],
    ['Norway is a member of the European Council.', 'Norway -MEMBER_OF-> European Council'],
    ['Acme Motors, headquartered in Oslo, grew.', 'Acme Motors -BASED_IN-> Oslo'],
    ['Acme Motors was founded by Maria Fenwick.', 'Acme Motors -FOUNDED_BY-> Maria Fenwick'],
    ['Acme Motors is owned by Baltic Holdings.', 'Acme Motors -OWNED_BY-> Baltic Holdings'],
    ["Peter Lund's wife, Maria Fenwick, sang.", 'Peter Lund -SPOUSE_OF-> Maria Fenwick'],
    ['Peter Lund, the son of Maria Fenwick, sang.', 'Peter Lund -CHILD_OF-> Maria Fenwick'],
    ['Peter Lund graduated from Harvard University.', 'Peter Lund -EDUCATED_AT-> Harvard University'],
    ['Peter Lund, a poet from the coast, met with Maria Fenwick.', 'Peter Lund -MET_WITH-> Maria Fenwick'],
    ['Peter Lund is due to meet with Norwegian poet Maria Fenwick.', 'Peter Lund -MET_WITH-> Maria Fenwick'],
    ['He served in the 2nd Battalion, 9th Harbour Brigade.', '2nd Battalion -PART_OF-> 9th Harbour Brigade'],
    ['They left the Norwegian district of Bergen.', 'Bergen -LOCATED_IN-> Norwegian'],
    ['They left Laksevaag city in Norway.', 'Laksevaag -LOCATED_IN-> Norway'],
    ['They left the Laksevaag district of Bergen.', 'Laksevaag -LOCATED_IN-> Bergen'],
    ['They left the Norwegian city of Bergen.', 'Bergen -LOCATED_IN-> Norwegian'],
    ["They left Denmark's troubled Jutland region.", 'Jutland -LOCATED_IN-> Denmark'],
    ['Donors in Bergen, Norway have pledged aid.', 'Bergen -LOCATED_IN-> Norway'],
    ['Acme Motors, a maker of boats headquartered in Oslo, grew.', 'Acme Motors -BASED_IN-> Oslo'],
    ["Acme Motors' parent company Baltic Holdings grew.", 'Acme Motors -PART_OF-> Baltic Holdings'],
    ['Baltic Holdings is the parent company of Acme Motors.', 'Acme Motors -PART_OF-> Baltic Holdings'],
    ['Airbus rival Boeing won the order.', 'Boeing -OPPOSES-> Airbus'],
    ['The Harbour Alliance is led by the painter Maria Fenwick.', 'Maria Fenwick -LEADS-> Harbour Alliance'],
    ['So said Maria Fenwick of the Reform Party.', 'Maria Fenwick -MEMBER_OF-> Reform Party'],
    ['So said Maria Fenwick, of Harvard University.', 'Maria Fenwick -WORKS_FOR-> Harvard University'],
    ["Everybody feared Peter Lund's Reform Party.", 'Peter Lund -LEADS-> Reform Party'],
    ["They praised Norway's state-owned Baltic Bank.", 'Baltic Bank -OWNED_BY-> Norway'],
    ['Maria Fenwick (born 2 May 1971) is a Norwegian poet.', 'Maria Fenwick -CITIZEN_OF-> Norwegian'],
    ['Maria Fenwick, (16 May 1909 – 8 March 2001) was a poet.', 'Maria Fenwick -BORN_ON-> 16 May 1909'],
    ['Maria Fenwick, (16 May 1909 – 8 March 2001) was a poet.', 'Maria Fenwick -DIED_ON-> 8 March 2001'],
    ['Maria Fenwick (1842 in Bergen, Norway – 1908) was a poet.', 'Maria Fenwick -BORN_IN-> Bergen'],
    ['Maria Fenwick (1842 in Bergen, Norway – 1908) was a poet.', 'Maria Fenwick -BORN_IN-> Norway'],
    ['Maria Fenwick (died 1943) was a poet.', 'Maria Fenwick -DIED_ON-> 1943'],
    ['Originally from Bergen, Maria Fenwick paints.', 'Maria Fenwick -BORN_IN-> Bergen'],
    ['Acme Motors is a Norwegian car maker based in Bergen.', 'Acme Motors -BASED_IN-> Bergen'],
    ['Peter Lund was succeeded by Maria Fenwick.', 'Peter Lund -SUCCEEDED_BY-> Maria Fenwick'],
  ])('"%s" says %s', async (text, expected) => {
    expect(relationsOf(await readText(text))).toContain(expected);
  });

  it.each([
    'They sail to Oslo, Norway, Sweden and Denmark.',
    'Talks of Norway in Oslo failed.',
    'In Bergen, U.S. forces killed two men.',
    "Norway's Oslo-leaning Peter Lund sang.",
    "Diplomats focus on Norway's upcoming Oslo withdrawal.",
    'Peter Lund of the NATO-led force sang.',
    'Peter Lund was not born in Oslo.',
    'A bomb went off in the capital, Oslo.',
    'A Republican member of Congress left.',
    'Peter Lund saw Maria Fenwick in Oslo.',
    'Peter Lund (1993 – 1996) led the choir.',
  ])('"%s" says nothing typed', async (text) => {
    const typed = relationsOf(await readText(text)).filter((relation) => !relation.includes('-null->'));
    expect(typed).toEqual([]);
  });

  it.each([
    ['During the war in Jutland, Norway put its troops on alert.', 'Jutland -LOCATED_IN-> Norway'],
    ['The school is in Angleton, Texas in Brazoria County.', 'Texas -LOCATED_IN-> Brazoria County'],
    ["Peter Lund met Maria Fenwick's deputy.", 'Peter Lund -MET_WITH-> Maria Fenwick'],
    ['Maria Fenwick is away. Peter Lund met her deputy.', 'Peter Lund -MET_WITH-> her'],
  ])('"%s" does not say %s', async (text, unsaid) => {
    expect(relationsOf(await readText(text))).not.toContain(unsaid);
  });

  it('leaves out what the ontology does not allow', async () => {
    const { relations } = await readText('Norway was founded by Oslo. Oslo met with Bergen.');
    expect(relations).toEqual([]);
  });
});
