// What somebody with a name did to something without one: verb, words, stance, and what is left to other claims or to nobody.
import { describe, expect, it } from 'vitest';
import { actWords, type Extraction, isAct } from '../../src/model/extraction.ts';
import { sliceSpan } from '../../src/model/span.ts';
import { extractText } from '../helpers/extract-text.ts';

/** `subject | act, stance where it is not plain`. */
function acts({ document, mentions, relations }: Extraction): string[] {
  return relations.filter(isAct).map((relation) => {
    const subject = mentions.find(({ id }) => id === relation.subject);
    const stance = [relation.polarity, relation.modality].filter((each) => !/^(?:positive|actual)$/.test(each));
    return [`${subject ? sliceSpan(document.text, subject) : '-'} | ${actWords(relation)}`, ...stance].join(', ');
  });
}

describe('an act', () => {
  it('tells a verdict from its opposite', async () => {
    const values = async (text: string) => (await extractText(text)).relations.map(({ literal }) => literal?.value);
    expect(await values('Ada Quill was found not guilty.')).toEqual(['be found not guilty']);
    expect(await values('Ada Quill was found guilty.')).toEqual(['be found guilty']);
  });

  it.each<[string, string[]]>([
    ['Ada Quill rejected the budget.', ['Ada Quill | reject the budget']],
    ['Norland’s finance ministry closed two border crossings.', ['finance ministry | close two border crossings']],
    ['Boris Hale resigned.', ['Boris Hale | resigned']],
    ['The 2011 Torva Agreement ended the strike.', ['2011 Torva Agreement | end the strike']],
    ['Ada Quill fled the old town.', ['Ada Quill | flee the old town']],
    ['Ada Quill was arrested on Monday.', ['Ada Quill | was arrested on Monday']],
    ['Ada Quill was charged with fraud.', ['Ada Quill | be charged with fraud']],
    ['Ada Quill was found guilty of fraud.', ['Ada Quill | be found guilty']],
    [
      'Boris Hale has been fined and jailed for his work.',
      ['Boris Hale | fined', 'Boris Hale | be jailed for his work'],
    ],
    ['Ada Quill turned the hall into a museum.', ['Ada Quill | turn the hall into a museum']],
    ['Ada Quill called for new elections.', ['Ada Quill | call for new elections']],
    ['Ada Quill asked for help.', ['Ada Quill | ask for help']],
    ['Ada Quill called off the talks.', ['Ada Quill | call off the talks']],
    ['Ada Quill called it a mistake.', []],
    ['Norland banned fish and wheat.', ['Norland | ban fish and wheat']],
    [
      'Norland allows Danish brewers to take water from the old wells of northern towns that are thought to be empty.',
      [
        'Norland | allow Danish brewers to take water from the old wells of northern towns that are thought to be empty',
      ],
    ],
    [
      'Ada Quill urged pupils and teachers of the school to paint their own hall.',
      ['Ada Quill | urge pupils and teachers of the school to paint their own hall'],
    ],
    ['Norland closed the port after a long strike in the north.', ['Norland | close the port']],
    ['Norland has been harassing reporters since the protests in March.', ['Norland | harass reporters']],
    [
      'Boris Hale has resigned two days after Norland imposed new duties.',
      ['Boris Hale | resigned', 'Norland | impose new duties'],
    ],
    ['Ada Quill, who rejected the budget, left.', ['Ada Quill | reject the budget']],
    ['Ada Quill is a poet. She signed the decree.', ['She | sign the decree']],
    [
      'Ada Quill and Boris Hale condemned the attack.',
      ['Ada Quill | condemn the attack', 'Boris Hale | condemn the attack'],
    ],
  ])('%s', async (text, told) => {
    expect(acts(await extractText(text))).toEqual(told);
  });

  it.each<[string, string[]]>([
    ['Ada Quill did not sign the decree.', ['Ada Quill | sign the decree, negative']],
    ['Ada Quill plans to close the port.', ['Ada Quill | close the port, planned']],
    ['Ada Quill may close the port.', ['Ada Quill | close the port, possible']],
    ['Boris Hale denied that Ada Quill rejected the budget.', ['Ada Quill | reject the budget, negative']],
    ['If Ada Quill closes the port, prices rise.', []],
  ])('keeps its stance: %s', async (text, told) => {
    expect(acts(await extractText(text))).toEqual(told);
  });

  it('has the day of its clause and whoever tells of it', async () => {
    const { relations } = await extractText('Boris Hale said that on Monday Ada Quill had rejected the budget.');
    const [act, ...more] = relations.filter(isAct);
    expect(more).toEqual([]);
    expect(act).toMatchObject({ attribution: { text: 'Boris Hale' }, time: { from: '2031-05-05' }, type: null });
    expect(act).toMatchObject({ object: null, literal: { type: 'Event', value: 'reject budget', text: 'the budget' } });
  });

  it('of a verb that is all has the predicate as its value', async () => {
    const { relations } = await extractText('Ada Quill resigned on Monday.');
    expect(relations.filter(isAct)).toMatchObject([
      { predicate: 'resign', literal: { value: 'resign', text: 'resigned on Monday' }, time: { from: '2031-05-05' } },
    ]);
  });
});

describe('no act', () => {
  it.each([
    [
      'is being, having, saying or taking place',
      'Ada Quill has a house. The Norlandish Congress took place. Ada Quill said a word.',
    ],
    ['has a subject whom nobody could find again', 'A woman rejected the budget.'],
    [
      'is a question, a condition or no finite verb',
      'If Ada Quill had closed the port, they wept. Asked to close the port, Ada Quill left.',
    ],
    ['repeats an edge to a name', 'Ada Quill visited Norland. Boris Hale was arrested in Norland on Monday.'],
    ['repeats a number', 'The defense ministry closed two border crossings.'],
    ['repeats a typed relation', 'Boris Hale was born in 1950 in Oslo.'],
    ['repeats what somebody says', '“We rejected the budget,” Ada Quill said. Ada Quill announced “the end”.'],
    ['lasts', 'Ada Quill is finished. Boris Hale is held.'],
    ['is what some of a people or a body did', 'About 1,300 Norwegians were killed. Two Norland Marines resigned.'],
  ])('%s', async (_, text) => {
    expect(acts(await extractText(text))).toEqual([]);
  });
});
