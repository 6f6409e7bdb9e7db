// Who says what: marks of every make, verbs before, after and inside, speech without marks, and what is no speech at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMarked } from '../../../src/extract/quotations/find-marks.ts';
import { extractText, sayings } from '../../helpers/extract-text.ts';

describe('direct speech', () => {
  it.each<[string, [string, string | null][]]>([
    ['“We are ready,” Ada Quill said.', [['We are ready,', 'Ada Quill']]],
    ['“We are ready,” said Ada Quill.', [['We are ready,', 'Ada Quill']]],
    ['Ada Quill said: “We are ready.”', [['We are ready.', 'Ada Quill']]],
    ['Ada Quill: “We are ready.”', [['We are ready.', 'Ada Quill']]],
    ['"We are ready," Ada Quill told reporters.', [['We are ready,', 'Ada Quill']]],
    ['‘The troops’ bases are empty,’ said Ada Quill.', [['The troops’ bases are empty,', 'Ada Quill']]],
    [
      '“We are ready”, said Ada Quill, “but they are not.”',
      [
        ['We are ready', 'Ada Quill'],
        ['but they are not.', 'Ada Quill'],
      ],
    ],
    [
      '“We are ready,” Ada Quill said. “They are not ready at all.”',
      [
        ['We are ready,', 'Ada Quill'],
        ['They are not ready at all.', 'Ada Quill'],
      ],
    ],
    ['“We are ready,” Ada Quill, a spokesperson for the union.', [['We are ready,', 'Ada Quill']]],
    ['“We are ready,” union spokesman Boris Hale went on to say to reporters.', [['We are ready,', 'Boris Hale']]],
    ['The union’s leader, Ada Quill, spoke of the strike, saying, “We are ready.”', [['We are ready.', 'Ada Quill']]],
    ['“We are ready for them,” according to Ada Quill.', [['We are ready for them,', 'Ada Quill']]],
    ['“We are ready.” Ada Quill, a spokesperson for the union.', [['We are ready.', 'Ada Quill']]],
    ['“We are ready,” the minister was quoted as saying by the agency.', [['We are ready,', 'the minister']]],
    ['As Ada Quill put it, “the mill is done”.', [['the mill is done', 'Ada Quill']]],
    ['In Ada Quill’s words, the mill is “a monument to neglect”.', [['a monument to neglect', 'Ada Quill']]],
    ['We are always ready,” Ada Quill said.', [['We are always ready,', 'Ada Quill']]],
    ['“Go!” she shouted.', [['Go!', 'she']]],
  ])('reads %s', async (text, expected) => {
    expect(sayings(await extractText(text), true)).toEqual(expected);
  });

  it('joins a quotation that runs over paragraphs, and gives its open part the speaker of the last', async () => {
    const text = '“This is the first part of it.\n\n“And this is the second part,” Boris Hale said.';
    expect(sayings(await extractText(text), true)).toEqual([
      ['This is the first part of it.', 'Boris Hale'],
      ['And this is the second part,', 'Boris Hale'],
    ]);
  });

  it('keeps a quotation inside a quotation apart', async () => {
    const text = '“My father told me ‘never sell the farm’ and I obeyed,” Ada Quill said.';
    const found = sayings(await extractText(text), true);
    expect(found[0]).toEqual(['My father told me ‘never sell the farm’ and I obeyed,', 'Ada Quill']);
    expect(found[1]).toEqual(['never sell the farm', 'My father']);
  });

  it.each([
    'Leaders spoke of “quiet hope” after the vote.',
    'She wrote the novel “Salt and Sand” in a year.',
    'It’s the Norlanders’ town, and the boys’ school stands in it.',
    'The pipe is 5" wide and 7" long.',
  ])('hears nobody in %s', async (text) => {
    expect(sayings(await extractText(text), true)).toEqual([]);
  });
});

describe('indirect speech', () => {
  it.each<[string, [string, string | null][]]>([
    ['Ada Quill said that the town was lost.', [['the town was lost', 'Ada Quill']]],
    ['Ada Quill said the town was lost.', [['the town was lost', 'Ada Quill']]],
    ['Ada Quill told reporters on Monday that the town was lost.', [['the town was lost', 'Ada Quill']]],
    ['According to Ada Quill, the town was lost.', [['the town was lost', 'Ada Quill']]],
    ['The town was lost, according to Ada Quill.', [['The town was lost', 'Ada Quill']]],
    ['It is according to Ada Quill that the town was lost.', [['the town was lost', 'Ada Quill']]],
    ['The town was lost, Ada Quill said.', [['The town was lost', 'Ada Quill']]],
    [
      'Ada Quill said Boris Hale claimed that the town was lost.',
      [
        ['Boris Hale claimed that the town was lost', 'Ada Quill'],
        ['the town was lost', 'Boris Hale'],
      ],
    ],
  ])('reads %s', async (text, expected) => {
    expect(sayings(await extractText(text), false)).toEqual(expected);
  });

  it.each([
    'Ada Quill announced her plan to leave the town.',
    'The town is lost.',
    'Norland plans to determine whether its pupils would like longer lessons.',
    'The ministry will determine if traders are hiding goods meant for Danish towns.',
    'A Norlandish teacher scorned the school for hanging a picture showing a farmer getting hit by a tree.',
    'They acted according to the plan.',
  ])('hears nobody in %s', async (text) => {
    expect(sayings(await extractText(text), false)).toEqual([]);
  });
});

describe('speech of fresh texts', () => {
  it.each<[string, [string, string | null][]]>([
    ['The minister recalls that attacks may be crimes.', [['attacks may be crimes', 'The minister']]],
    ['Prices are growing at 5% a year, Ada Quill pointed out.', [['Prices are growing at 5% a year', 'Ada Quill']]],
    [
      'Troops have left the town, the general staff confirmed on Thursday, in what officials called a setback.',
      [['Troops have left the town', 'the general staff']],
    ],
    [
      'There were 12 fires on Sunday, the ministry said, up from five a week earlier.',
      [['There were 12 fires on Sunday', 'the ministry']],
    ],
    [
      'Prices rose, she wrote, and wages fell.',
      [
        ['Prices rose', 'she'],
        ['and wages fell', 'she'],
      ],
    ],
    [
      'The bus company, which employs 900 drivers, said it had begun the work.',
      [['it had begun the work', 'The bus company']],
    ],
    ['Hale Air said on Tuesday it had cancelled an order.', [['it had cancelled an order', 'Hale Air']]],
    [
      'Boris Hale said Friday there was no proof that the bridge had leaned.',
      [['there was no proof that the bridge had leaned', 'Boris Hale']],
    ],
    ['Boris Hale said Friday is the day of the vote.', [['Friday is the day of the vote', 'Boris Hale']]],
    ['But Ada Quill said that would be the last resort.', [['that would be the last resort', 'Ada Quill']]],
    [
      'Boris Hale left after a Norlandish judge, Tor Lind, ruled his fine by the port was too high.',
      [['his fine by the port was too high', 'Tor Lind']],
    ],
    [
      'Ada Quill defended it whilst promising a "formal answer" from Boris Hale is forthcoming.',
      [['a "formal answer" from Boris Hale is forthcoming', 'Ada Quill']],
    ],
    [
      'Farmers filled the yard of former Mayor Boris Hale, who vowed not to sell his mill.',
      [['not to sell his mill', 'Boris Hale']],
    ],
    [
      'Governor Ada Quill of Torva has sent a letter to Defense Minister Boris Hale saying the station served no purpose.',
      [['the station served no purpose', 'Ada Quill']],
    ],
    // Whoever is accused says nothing.
    ['A town hired guards against a baker accused of stealing a goat.', []],
    ['Boris Hale, accused of stealing grain, left Norland.', []],
    [
      'Ada Quill said he had left Torva, according to a person in the room.',
      [
        ['he had left Torva', 'Ada Quill'],
        ['he had left Torva', 'a person'],
      ],
    ],
  ])('reads %s', async (text, expected) => {
    expect(sayings(await extractText(text), false)).toEqual(expected);
  });

  it('reads a judgement in marks across the verb of what is judged', async () => {
    const text = 'Ada Quill dismissed a threat by Norland to cut off exports as "empty theatre".';
    expect(sayings(await extractText(text), true)).toEqual([['empty theatre', 'Ada Quill']]);
  });

  it('keeps the words around marks that a verb behind them gives to a speaker', async () => {
    const found = await extractText('The price is "far too low", said Ada Quill of the charity.');
    expect(sayings(found, false)).toEqual([['The price is "far too low"', 'Ada Quill']]);
  });
});

describe('speakers behind pronouns', () => {
  it.each<[string, string]>([
    ['Ada Quill said that the town was lost. “We are ready,” she said.', 'Ada Quill'],
    ['The Torva Gazette wrote that the town was lost. “The ministry said it was late,” it said.', 'Torva Gazette'],
    ['The Torva Gazette wrote that the town was lost. “It is over,” the report continued.', 'Torva Gazette'],
  ])('%s', async (text, name) => {
    const extraction = await extractText(text);
    const quotation = extraction.quotations.findLast((each) => each.direct);
    const mention = extraction.mentions.find((each) => each.id === quotation?.speaker?.mention);
    const chain = extraction.chains.find((each) => mention && each.mentionIds.includes(mention.id));
    const surfaces = extraction.mentions
      .filter((each) => each === mention || chain?.mentionIds.includes(each.id))
      .map((each) => text.slice(each.start, each.end));
    expect(surfaces.some((surface) => surface.includes(name))).toBe(true);
  });
});

describe('marks', () => {
  it('pairs them inside any text, contents within their marks', () => {
    const text = fc.string({
      unit: fc.constantFrom('“', '”', '"', '‘', '’', "'", 'a', 's', ' ', '.', ',', '\n'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (sample) => {
        for (const marked of findMarked(sample, { start: 0, end: sample.length })) {
          expect(marked.outer.start).toBeLessThanOrEqual(marked.start);
          expect(marked.start).toBeLessThanOrEqual(marked.end);
          expect(marked.end).toBeLessThanOrEqual(marked.outer.end);
          expect(marked.outer.end).toBeLessThanOrEqual(sample.length);
        }
      }),
    );
  });
});

describe('speech without marks, in other forms', () => {
  it.each<[string, [string, string | null][]]>([
    ['State media quoted Ada Quill as saying the mill would close.', [['the mill would close', 'Ada Quill']]],
    ['Norair TV quoted a ministry source as saying the talks failed.', [['the talks failed', 'a ministry source']]],
    ['Ada Quill told the BBC she would resign.', [['she would resign', 'Ada Quill']]],
    ['Ada Quill told reporters in Torva the port would close.', [['the port would close', 'Ada Quill']]],
    ['Ada Quill told Boris Hale would leave.', [['Boris Hale would leave', 'Ada Quill']]],
    ['Ada Quill told the inquiry that she had warned Hale twice.', [['she had warned Hale twice', 'Ada Quill']]],
    ['The mill, engineers said, was never safe.', [['The mill, engineers said, was never safe', 'engineers']]],
    ['Mayor: mill will stay closed until spring', [['mill will stay closed until spring', 'Mayor']]],
    ['Mill to stay closed until spring, says mayor Lindholm', [['Mill to stay closed until spring', 'Lindholm']]],
    ['Note: the mill will stay closed.', []],
  ])('reads %s', async (text, expected) => {
    expect(sayings(await extractText(text), false)).toEqual(expected);
  });

  it('keeps who passes on the words, also without a name', async () => {
    const { relations, mentions, document } = await extractText(
      'State media quoted Ada Quill as saying the mill would close.',
    );
    const quoting = relations.filter(({ predicate }) => predicate === 'quote');
    const words = (id: string | null) => {
      const mention = mentions.find((each) => each.id === id);
      return mention ? document.text.slice(mention.start, mention.end) : '';
    };
    expect(quoting.map(({ subject, object }) => [words(subject), words(object)])).toEqual([
      ['State media', 'Ada Quill'],
    ]);
  });
});
