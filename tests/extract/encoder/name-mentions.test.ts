// What becomes of the spans that an encoder takes for names, however it errs.
import { describe, expect, it } from 'vitest';
import { toNameMentions } from '../../../src/extract/encoder/name-mentions.ts';
import { namesOf, readText } from '../read-text.ts';

const TYPES = ['Person', 'Organization', 'Place', 'Group', 'Event', 'Law', 'Other'];

/** The names made of one span of a text, of that type, as an encoder may err. */
async function namesIn(text: string, span: string, type: string): Promise<string[]> {
  const extraction = await readText(text);
  const start = text.indexOf(span);
  const places = extraction.tokens.filter((token) => token.start >= start && token.end <= start + span.length);
  const [first, last] = [places[0]?.index ?? -1, places.at(-1)?.index ?? -1];
  const types = TYPES.map((name) => (name === type ? 0.9 : 0.01));
  const mentions = toNameMentions(extraction, [{ first, last, score: 0.8, types }], TYPES, 'test@1');
  return namesOf({ ...extraction, mentions });
}

describe('the name in a span', () => {
  it.each([
    ['Emil Quill', 'the pro-Syrian Emil Quill left', 'pro-Syrian Emil Quill', 'Person'],
    ['Party of Harbours', 'the pro-Russian Party of Harbours won', 'pro-Russian Party of Harbours', 'Organization'],
    ['Quill', 'Police freed 67-year-old Quill', '67-year-old Quill', 'Person'],
    ['Harbour Union', 'the 57-member Harbour Union met', '57-member Harbour Union', 'Organization'],
    ['Marines', 'some 1,500 Marines left', '1,500 Marines', 'Organization'],
    ['Easthaven', 'in downtown Easthaven and', 'downtown Easthaven', 'Place'],
    ['Easthaven', 'they closed disputed Easthaven', 'disputed Easthaven', 'Place'],
    ['50 Cent', 'the rapper 50 Cent sang', '50 Cent', 'Person'],
    ['al-Quill', 'they heard al-Quill there', 'al-Quill', 'Person'],
    ['van Quill', 'they heard van Quill there', 'van Quill', 'Person'],
  ])('is %s where "%s"', async (name, text, span, type) => {
    expect(await namesIn(`It was so: ${text}.`, span, type)).toEqual([`${name}/${type}`]);
  });

  it.each([
    ['Several Palestinians left.', 'Several Palestinians', 'Palestinians'],
    ['Nearly 40 Palestinians left.', 'Nearly 40 Palestinians', 'Palestinians'],
    ['Then at least 10 Iraqis died.', 'at least 10 Iraqis', 'Iraqis'],
    ['They asked 3,000 Kenyans.', '3,000 Kenyans', 'Kenyans'],
    ['They asked 37-million Americans.', '37-million Americans', 'Americans'],
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

  it('is none where a prefix makes it a description', async () => {
    expect(await namesIn('They met in mid-September.', 'mid-September', 'Place')).toEqual([]);
    expect(await namesIn('The anti-Quill exiles left.', 'anti-Quill', 'Person')).toEqual([]);
  });
});
