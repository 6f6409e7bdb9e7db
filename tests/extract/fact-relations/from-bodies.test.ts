// Bodies beside names of places and bodies: whose they are, where they are, and nouns that say neither.
import { describe, expect, it } from 'vitest';
import { addBodies } from '../../../src/extract/learned-relations/learned-relations.ts';
import { ontology, readText, relationsOf } from '../read-text.ts';

async function bodiesOf(text: string): Promise<string[]> {
  return relationsOf(addBodies(await readText(text), [], ontology));
}

describe('a body beside a name', () => {
  it.each([
    ['Norwegian troops left the harbour.', 'troops -AGENCY_OF-> Norwegian'],
    ['The Norwegian authorities closed the harbour.', 'authorities -AGENCY_OF-> Norwegian'],
    ["Norway's central bank raised its rate.", 'central bank -AGENCY_OF-> Norway'],
    ['A Norwegian brewer bought the harbour.', 'brewer -BASED_IN-> Norwegian'],
    ["They praised Norway's state oil company.", 'state oil company -OWNED_BY-> Norway'],
    ['Fire broke out at a Norwegian hospital.', 'hospital -LOCATED_IN-> Norwegian'],
    ['The Oslo embassy was closed.', 'embassy -LOCATED_IN-> Oslo'],
    ['Norwegian troops in Denmark went home.', 'troops -LOCATED_IN-> Denmark'],
    ["People queued for Google's Android.", 'Android -PRODUCED_BY-> Google'],
    ['The NATO-backed Norwegian government resigned.', 'NATO -ALLY_OF-> Norwegian government'],
    ['NATO troops left the harbour.', 'troops -PART_OF-> NATO'],
    ['The German airline Lufthansa cut its fares.', 'Lufthansa -BASED_IN-> German'],
    ['They bought the German airline Lufthansa.', 'Lufthansa -BASED_IN-> German'],
    ['They support a government led by Angela Merkel.', 'Angela Merkel -LEADS-> government'],
    ['Angela Merkel spoke. The Angela Merkel administration resigned.', 'Angela Merkel -LEADS-> administration'],
    ['Norwegian and Danish troops left the harbour.', 'troops -AGENCY_OF-> Norwegian'],
    ['NATO, Norwegian and Danish troops left the harbour.', 'troops -PART_OF-> NATO'],
    ['The Norwegian State Department said so.', 'Norwegian State Department -AGENCY_OF-> Norwegian'],
    ['The Norwegian National Weather Service said so.', 'Norwegian National Weather Service -AGENCY_OF-> Norwegian'],
    ['Norwegian troops in the city of Bergen went home.', 'troops -LOCATED_IN-> Bergen'],
    ["Angela Merkel's government resigned.", 'Angela Merkel -LEADS-> government'],
    ['The government of Angela Merkel resigned.', 'Angela Merkel -LEADS-> government'],
    ['Norwegian police in Denmark said so.', 'Norwegian police -LOCATED_IN-> Denmark'],
    ['The French Embassy in Oslo was closed.', 'French Embassy -LOCATED_IN-> Oslo'],
    ['The Bergen provincial government resigned.', 'provincial government -AGENCY_OF-> Bergen'],
    ["Bavaria's government resigned.", 'government -AGENCY_OF-> Bavaria'],
    ["NATO's Allied Command said so.", 'Allied Command -PART_OF-> NATO'],
    ["Boris Hale's armed group, the Tarn Front, claimed the attack.", 'Boris Hale -LEADS-> Tarn Front'],
  ])('"%s" says %s', async (text, expected) => {
    expect(await bodiesOf(text)).toContain(expected);
  });

  it.each([
    ['Norwegian banks are cautious.', 'BASED_IN'],
    ['A Norwegian news agency said so.', 'AGENCY_OF'],
    ['He was flown to a Norwegian military hospital.', 'LOCATED_IN'],
    ['He teaches at a school in Oslo.', 'LOCATED_IN'],
    ['The Reuters news agency said so.', 'PART_OF'],
    ["Angela Merkel's neighbour resigned.", 'LEADS'],
    ['The Norwegian summer is short.', 'BASED_IN'],
    ['The NATO-based Norwegian government resigned.', 'ALLY_OF'],
    ['The Norwegian National Front said so.', 'AGENCY_OF'],
    ['The Norwegian State Department said so.', 'OWNED_BY'],
    ['The Angela Merkel administration resigned.', 'LEADS'],
    ["Denmark's NATO-backed government resigned.", 'BASED_IN'],
    ['The French Embassy in Oslo was closed.', 'BASED_IN'],
    ['Norwegian police in Denmark said so.', 'AGENCY_OF-> Denmark'],
  ])('"%s" says no %s', async (text, type) => {
    expect((await bodiesOf(text)).filter((relation) => relation.includes(type))).toEqual([]);
  });
});
