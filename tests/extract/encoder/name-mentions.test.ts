// What becomes of the spans that an encoder takes for names, however it errs.
import { describe, expect, it } from 'vitest';
import { toNameMentions } from '../../../src/extract/encoder/name-mentions.ts';
import { namesOf, readText } from '../read-text.ts';

const TYPES = ['Person', 'Organization', 'Place', 'Group', 'Event', 'Law', 'Other'];

/** The names made of spans of a text, of those types, as an encoder may err. */
async function namesFrom(text: string, spans: Readonly<Record<string, string>>): Promise<string[]> {
  const extraction = await readText(text);
  const names = Object.entries(spans).map(([span, type]) => {
    const start = text.indexOf(span);
    const places = extraction.tokens.filter((token) => token.start >= start && token.end <= start + span.length);
    const types = TYPES.map((name) => (name === type ? 0.99 : 0.001));
    return { first: places[0]?.index ?? -1, last: places.at(-1)?.index ?? -1, score: 0.8, types };
  });
  return namesOf({ ...extraction, mentions: toNameMentions(extraction, names, TYPES, 'test@1') });
}

const namesIn = (text: string, span: string, type: string): Promise<string[]> => namesFrom(text, { [span]: type });

describe('the name in a span', () => {
  it.each([
    ['Emil Quill', 'the pro-Norwegian Emil Quill left', 'pro-Norwegian Emil Quill', 'Person'],
    ['Party of Harbours', 'the pro-Danish Party of Harbours won', 'pro-Danish Party of Harbours', 'Organization'],
    ['Quill', 'Police freed 58-year-old Quill', '58-year-old Quill', 'Person'],
    ['Harbour Union', 'the 40-member Harbour Union met', '40-member Harbour Union', 'Organization'],
    ['Danish Harbour Union', 'it hurt 12 Danish Harbour Union men', '12 Danish Harbour Union', 'Organization'],
    ['1996 Danish Games', 'the 1996 Danish Games ended', '1996 Danish Games', 'Event'],
    ['Marines', 'some 1,200 Marines left', '1,200 Marines', 'Organization'],
    ['Flag Project', "the government's Flag Project ended", "government's Flag Project", 'Other'],
    ['Easthaven', 'in downtown Easthaven and', 'downtown Easthaven', 'Place'],
    ['Easthaven', 'they closed disputed Easthaven', 'disputed Easthaven', 'Place'],
    ['50 Cent', 'the rapper 50 Cent sang', '50 Cent', 'Person'],
    ['al-Quill', 'they heard al-Quill there', 'al-Quill', 'Person'],
    ['van Quill', 'they heard van Quill there', 'van Quill', 'Person'],
  ])('is %s where "%s"', async (name, text, span, type) => {
    expect(await namesIn(`It was so: ${text}.`, span, type)).toEqual([`${name}/${type}`]);
  });

  it.each([
    ['Several Germans left.', 'Several Germans', 'Germans'],
    ['Nearly 30 Norwegians left.', 'Nearly 30 Norwegians', 'Norwegians'],
    ['Then at least 9 Egyptians died.', 'at least 9 Egyptians', 'Egyptians'],
    ['They asked 4,000 Ugandans.', '4,000 Ugandans', 'Ugandans'],
    ['Both parties, and Republicans most, agreed.', 'Republicans', 'Republicans'],
    ['They asked 12-million Canadians.', '12-million Canadians', 'Canadians'],
  ])('is the people where "%s"', async (text, span, name) => {
    expect(await namesIn(text, span, 'Person')).toEqual([`${name}/Group`]);
  });

  it.each([
    ['Then Norwegian Unification Minister Emil Quill spoke.', 'Norwegian Unification', ['Norwegian/Group']],
    ['Then Defense Secretary Emil Quill spoke.', 'Defense', []],
    ['Then U.S. Defense Secretary Emil Quill spoke.', 'U.S. Defense', ['U.S./Place']],
    ['Then Fisheries Minister Emil Quill spoke.', 'Fisheries', []],
    [
      'Then Harbour Union Foreign Policy Chief Emil Quill spoke.',
      'Harbour Union Foreign Policy',
      ['Harbour Union/Organization'],
    ],
    ['Then U.S. District Judge Emil Quill ruled.', 'U.S. District', ['U.S./Place']],
    ['Then Harbour Party Leader Emil Quill spoke.', 'Harbour Party', ['Harbour Party/Organization']],
    ['Then U.S. Treasury Secretary Emil Quill spoke.', 'U.S. Treasury', ['U.S. Treasury/Organization']],
    ['Then Norair Media chief executive Emil Quill spoke.', 'Norair Media', ['Norair Media/Organization']],
    ['Then Norway Minister Emil Quill spoke.', 'Norway', ['Norway/Place']],
  ])('ends before a title: "%s"', async (text, span, names) => {
    expect(await namesIn(text, span, 'Organization')).toEqual(names);
  });

  it.each([
    ['The Harbour Union administrator of Torva left.', 'Harbour Union administrator of Torva', []],
    ['Police in Torva agreed.', 'Police in Torva', []],
    ['Much of New Torva lies low.', 'Much of New Torva', ['New Torva']],
    ['They shut the Bank of Torva.', 'Bank of Torva', ['Bank of Torva']],
    ['They shut the Free Harbour in Torva.', 'Free Harbour in Torva', ['Free Harbour in Torva']],
  ])('is no description: "%s"', async (text, span, names) => {
    expect(await namesIn(text, span, 'Organization')).toEqual(names.map((name) => `${name}/Organization`));
  });

  it('is a body where its last word says so', async () => {
    expect(await namesIn('It killed 9 Harbour Guards.', 'Harbour Guards', 'Person')).toEqual([
      'Harbour Guards/Organization',
    ]);
  });

  it.each([
    ['Then Emil Quill of Norway won.', 'Emil Quill of Norway', ['Emil Quill']],
    ['Then Tove Brin of the Harbour Union won.', 'Tove Brin of the Harbour Union', ['Tove Brin']],
    ['Then Lawrence of Arabia won.', 'Lawrence of Arabia', ['Lawrence of Arabia']],
    ['Then Prince Emil of Norway won.', 'Emil of Norway', ['Emil of Norway']],
    ['They heard Emil Quill and Tove Brin there.', 'Emil Quill and Tove Brin', ['Emil Quill', 'Tove Brin']],
    ['They asked the mayor of Torva there.', 'mayor of Torva', ['Torva']],
    ['Skier Emil Quill won.', 'Skier Emil Quill', ['Emil Quill']],
    ['They heard filmmaker Emil Quill there.', 'filmmaker Emil Quill', ['Emil Quill']],
  ])('is the person alone: "%s"', async (text, span, names) => {
    expect(await namesIn(text, span, 'Person')).toEqual(names.map((name) => `${name}/Person`));
  });

  it.each([
    ['They left Torva, England, there.', 'Torva, England', ['Torva', 'England']],
    ['They left Peru and Chile there.', 'Peru and Chile', ['Peru', 'Chile']],
    ['They watched the Norway-South Korea border.', 'Norway-South Korea', ['Norway', 'South Korea']],
    ['They left Bosnia and Herzegovina there.', 'Bosnia and Herzegovina', ['Bosnia and Herzegovina']],
    ['They left host Norway there.', 'host Norway', ['Norway']],
    ['In southern and eastern Norway they left.', 'and eastern Norway', ['Norway']],
  ])('is each place alone: "%s"', async (text, span, names) => {
    expect(await namesIn(text, span, 'Place')).toEqual(names.map((name) => `${name}/Place`));
  });

  it.each([
    ['They asked the Ministry of Culture there.', 'Culture'],
    ['They asked Minister of Education Emil Quill there.', 'Education'],
    ['They asked the High Commissioner for Refugees there.', 'Refugees'],
    ['They asked the Torva Institute of Technology there.', 'Technology'],
  ])('is no field of a body or office: "%s"', async (text, span) => {
    expect(await namesIn(text, span, 'Other')).toEqual([]);
  });

  it('is what a body or office is of, where that is a place', async () => {
    expect(await namesIn('They left the University of Torva there.', 'Torva', 'Place')).toEqual(['Torva/Place']);
  });

  it('is that of a person where an honorific says so', async () => {
    expect(await namesIn('Then Mr. Quill met her.', 'Mr. Quill', 'Organization')).toEqual(['Quill/Person']);
    expect(await namesIn('Then Mrs. Quill met her.', 'Quill', 'Place')).toEqual(['Quill/Person']);
  });

  it('is that of the person before "of" and "in"', async () => {
    const union = {
      'Emil Quill of the Harbour Union': 'Organization',
      'Emil Quill': 'Person',
      'Harbour Union': 'Organization',
    };
    expect(await namesFrom('Then Emil Quill of the Harbour Union left.', union)).toEqual([
      'Emil Quill/Person',
      'Harbour Union/Organization',
    ]);
    const school = { 'Emil Quill School of Trade': 'Organization', 'Emil Quill': 'Person' };
    expect(await namesFrom('Then the Emil Quill School of Trade shut.', school)).toContain(
      'Emil Quill School of Trade/Organization',
    );
  });

  it.each([
    ['They left Torva province.', 'Torva province', 'Torva'],
    ['They left Torva city.', 'Torva city', 'Torva'],
    ['They left Torva State.', 'Torva State', 'Torva State'],
    ['They left the Harrow mountains.', 'Harrow mountains', 'Harrow mountains'],
  ])('leaves out what a place is: "%s"', async (text, span, name) => {
    expect(await namesIn(text, span, 'Place')).toEqual([`${name}/Place`]);
  });

  it('is none where a prefix makes it a description', async () => {
    expect(await namesIn('They met in mid-October.', 'mid-October', 'Place')).toEqual([]);
    expect(await namesIn('The anti-Quill exiles left.', 'anti-Quill', 'Person')).toEqual([]);
  });
});
