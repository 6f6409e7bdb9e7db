// The interim name finder: what is a name, where it ends, and what kind of thing it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOf, readText } from '../read-text.ts';

describe('names', () => {
  it.each([
    [
      'Officials met Maria Fenwick of the Ministry of Trade in Oslo.',
      ['Maria Fenwick/Person', 'Ministry of Trade/Organization', 'Oslo/Place'],
    ],
    ['The harbour is open on Monday in May.', []],
    ['Analysts waited. Yesterday the analysts left.', []],
    ["Norway's Finance Ministry agreed.", ["Norway's Finance Ministry/Organization", 'Norway/Place']],
    [
      'It was shut by the Ministry of Fisheries and Coast in Bergen, Norway.',
      ['Ministry of Fisheries and Coast/Organization', 'Bergen/Place', 'Norway/Place'],
    ],
    ['He lives in New York.', ['New York/Place']],
    ['He lives in the port city of Quillhaven.', ['Quillhaven/Place']],
    ['He left Quillhaven province.', ['Quillhaven/Place']],
    ['They saw Frenchman Xael Quillon, who won.', ['Frenchman/Group', 'Xael Quillon/Person']],
    ['They heard Secretary-General Xael Quillon.', ['Xael Quillon/Person']],
    ['What Norway Says: Ministers agreed.', ['Norway/Place']],
    ['They heard Minister Quill Dong-young in Oslo.', ['Quill Dong-young/Person', 'Oslo/Place']],
    ['They heard Ali al-Hasan in Baghdad.', ['Ali al-Hasan/Person', 'Baghdad/Place']],
    ['Prices fell (per The Beacon).', ['The Beacon/Organization']],
    ['Prices fell, via Harbour News.', ['Harbour News/Organization']],
    ['New reports reached Peter Lund.', ['Peter Lund/Person']],
    ['She won the 1996 Norwegian general election.', ['1996 Norwegian general election/Event', 'Norwegian/Group']],
    ['He flew the A380 and sold an iPhone.', ['A380/Product', 'iPhone/Product']],
    [
      'He left the Council for Trade and Co-operation in Scandinavia (CTCS).',
      ['Council for Trade and Co-operation in Scandinavia/Organization', 'CTCS/Organization'],
    ],
    ['ONE ENVOY FEWER TODAY', []],
    ['Shares of Harbour Motors rose in the 1950s.', ['Harbour Motors/Organization']],
    ['They spoke on the West Bank on Monday.', ['West Bank/Place']],
    ['OSLO (AFP) The envoys met on Monday.', ['OSLO/Place', 'AFP/Organization']],
    ['Great Service\n\nThe staff was kind.', []],
    ['We met Doctor Maria Fenwick there.', ['Maria Fenwick/Person']],
    ['They shot Ahmad Shah Durrani, a commander.', ['Ahmad Shah Durrani/Person']],
    ['It bought 30 Boeing 737-800 airliners.', ['Boeing 737-800/Product', 'Boeing/Organization']],
  ])('finds the names of "%s"', async (text, expected) => {
    expect(namesOf(await readText(text))).toEqual(expected);
  });

  it.each([
    ['Muslims in the town agreed.', ['Muslims/Group']],
    ['They blame a Sunni Muslim group for the attack.', ['Sunni Muslim/Group']],
    ['He said Tutsis had left the town.', ['Tutsis/Group']],
    ['The police say 12 Sunnis left the town.', ['Sunnis/Group']],
    ['Members of the Hindu group met.', ['Hindu/Group']],
    ['He led several West African nations.', ['West African/Group']],
  ])('finds the people of "%s"', async (text, expected) => {
    expect(namesOf(await readText(text))).toEqual(expected);
  });

  it('knows a storm by its class', async () => {
    const names = namesOf(await readText('Typhoon Orla struck on Friday. Orla weakened over the sea.'));
    expect(names).toEqual(['Typhoon Orla/Event', 'Orla/Event']);
  });

  it('cuts a title and a demonym off a person', async () => {
    const names = namesOf(await readText('They heard Norwegian Prime Minister Maria Fenwick speak.'));
    expect(names).toEqual(['Norwegian/Group', 'Maria Fenwick/Person']);
  });

  it('ends a department where a person begins, though the comma is lost', async () => {
    const names = namesOf(await readText('Then U.S. Department of Labor Maria Fenwick spoke.'));
    expect(names).toContain('U.S. Department of Labor/Organization');
    expect(names).toContain('Maria Fenwick/Person');
  });

  it('takes from a headline only what the document or a lexicon knows', async () => {
    const text =
      'Fenwick Answers Norway Over Fishing Rules Again\n\nMaria Fenwick answered. The rules of fishing are old.';
    const names = namesOf(await readText(text));
    expect(names).toEqual(['Fenwick/Person', 'Norway/Place', 'Maria Fenwick/Person']);
  });

  it('reads a bare surname as the person of the full name', async () => {
    expect(namesOf(await readText('Maria Fenwick came late. Later Fenwick left.'))).toContain('Fenwick/Person');
  });

  it('slices every mention from the text, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 80 }), async (text) => {
        const { mentions } = await readText(text);
        for (const { start, end } of mentions) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
