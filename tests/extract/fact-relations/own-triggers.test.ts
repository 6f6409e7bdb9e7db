// Relations of a user's own: their triggers go before what the built-in types, the lexicon and speech make of the same words.
import { describe, expect, it } from 'vitest';
import { BY } from '../../../src/extract/fact-relations/make-relation.ts';
import { loadOntology } from '../../../src/store/index.ts';
import { readShortForm } from '../../../src/store/short-ontology.ts';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

const own = readShortForm(
  `
  ATTACKED: attack; Place|Organization → Place|Organization|Person
  FINED: fine; Place → Organization
  HEADS: chairman; Person → Organization
  HOSTED: host; Place → Person
  JOINED: join; Person → Organization
  MENTIONED: mention; Person → Person
  PROTESTED: protest against; Place → Place
  SANCTIONED: sanction, blacklist; Place|Organization → Person|Organization|Place
  TOOK_OVER: take over; Person → Organization
  TURNED_ON: turn against; Person → Person
  SOLD_TO: sell to; Organization → Place
  WROTE_TO: write  to; Person → Person
  `,
  'own.txt',
  loadOntology(),
);

describe('a trigger of a user’s own', () => {
  it.each<[string, string]>([
    // Verbs that a built-in type has, too.
    ['Norway attacked Denmark.', 'Norway | ATTACKED | Denmark'],
    ['Denmark hosted Boris Hale.', 'Denmark | HOSTED | Boris Hale'],
    ['Ada Quill joined the Orvan Bank last year.', 'Ada Quill | JOINED | Orvan Bank'],
    ['The Orvan Bank sold jets to Denmark.', 'Orvan Bank | SOLD_TO | Denmark'],
    // Nouns of deeds.
    ['Norway’s sanctions on Denmark hurt.', 'Norway | SANCTIONED | Denmark'],
    ['Norway has placed sanctions against the Orvan Bank.', 'Norway | SANCTIONED | Orvan Bank'],
    // What is done, told of its noun: by a participle or a relative clause.
    ['Sanctions imposed by Norway on Denmark were lifted.', 'Norway | SANCTIONED | Denmark'],
    ['Sanctions that were imposed on Denmark by Norway hurt.', 'Norway | SANCTIONED | Denmark'],
    ['Sanctions were imposed on Denmark by Norway.', 'Norway | SANCTIONED | Denmark'],
    ['Ada Quill criticized sanctions that Norway had imposed on Denmark.', 'Norway | SANCTIONED | Denmark'],
    ['Sanctions which Norway imposed on Denmark last year hurt farmers.', 'Norway | SANCTIONED | Denmark'],
    ['Norwegian sanctions imposed on Denmark were lifted.', 'Norwegian | SANCTIONED | Denmark'],
    ['A fine imposed by Norway on the Orvan Bank was paid.', 'Norway | FINED | Orvan Bank'],
    // Offices of the lexicon, before and behind the name.
    ['Ada Quill, the chairman of the Orvan Bank, left.', 'Ada Quill | HEADS | Orvan Bank'],
    ['Orvan Bank chairman Ada Quill left.', 'Ada Quill | HEADS | Orvan Bank'],
    // Verbs of saying.
    ['Ada Quill mentioned Boris Hale.', 'Ada Quill | MENTIONED | Boris Hale'],
    ['Norway protested against Denmark.', 'Norway | PROTESTED | Denmark'],
    ['Ada Quill wrote to Boris Hale.', 'Ada Quill | WROTE_TO | Boris Hale'],
    // Two words.
    ['Ada Quill turned against Boris Hale.', 'Ada Quill | TURNED_ON | Boris Hale'],
    ['Ada Quill took over the Orvan Bank.', 'Ada Quill | TOOK_OVER | Orvan Bank'],
  ])('%s', async (text, edge) => {
    const extraction = await extractText(text, null, own);
    expect(extraction.relations.map((each) => sayRelation(extraction, each))).toContain(edge);
  });

  it.each<[string, string, string]>([
    ['Denmark did not blacklist the Orvan Bank.', 'negative', 'actual'],
    ['Denmark plans to sanction the Orvan Bank.', 'positive', 'planned'],
    ['If Denmark sanctions the Orvan Bank, Ada Quill will leave.', 'positive', 'conditional'],
    // What becomes of sanctions does not deny that they were imposed.
    ['Sanctions imposed by Norway on Denmark were lifted.', 'positive', 'actual'],
    ['Ada Quill denied that sanctions imposed by Norway on Denmark hurt.', 'positive', 'actual'],
    ['Sanctions imposed by Norway on Denmark were cancelled.', 'positive', 'actual'],
    ['Sanctions to be imposed by Norway on Denmark would hurt.', 'positive', 'planned'],
    ['There are no sanctions imposed by Norway on Denmark.', 'negative', 'actual'],
    ['Sanctions were not imposed on Denmark by Norway.', 'negative', 'actual'],
  ])('keeps whether it is denied or planned: %s', async (text, polarity, modality) => {
    const { relations } = await extractText(text, null, own);
    const found = relations.find(({ type }) => type === 'SANCTIONED');
    expect([found?.polarity, found?.modality]).toEqual([polarity, modality]);
  });

  it('says nothing of speech where no trigger names its verb', async () => {
    const extraction = await extractText('Norway protested against Denmark. Ada Quill mentioned Boris Hale.');
    expect(extraction.relations.filter(({ by, object }) => by === BY && object !== null)).toEqual([]);
  });

  it('loses the “by” of a passive that is turned round', async () => {
    const { relations } = await extractText('The Orvan Bank was blacklisted by Denmark.', null, own);
    expect(relations.find(({ type }) => type === 'SANCTIONED')?.predicate).toBe('blacklist');
  });
});
