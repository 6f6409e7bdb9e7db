// Who speaks: the name behind "he", "the company" and "the minister", speakers who stand elsewhere, and things that cannot speak.
import { describe, expect, it } from 'vitest';
import { withoutNewcomers } from '../../../src/extract/quotations/newcomers.ts';
import type { Chain } from '../../../src/model/extraction.ts';
import type { MentionId } from '../../../src/model/id.ts';
import { sliceSpan } from '../../../src/model/span.ts';
import { extractText } from '../../helpers/extract-text.ts';

/** `words of the speaker = name behind them: content`, one a quotation. */
async function speakers(text: string): Promise<string[]> {
  const { document, mentions, chains, quotations } = await extractText(text);
  return quotations.map(({ speaker, content }) => {
    const chain = chains.find(({ mentionIds }) => speaker?.mention != null && mentionIds.includes(speaker.mention));
    const known = mentions.filter(({ id }) => id === speaker?.mention || chain?.mentionIds.includes(id));
    const name = known.find(({ kind }) => kind === 'name') ?? known[0];
    return `${speaker?.text ?? '-'} = ${name ? sliceSpan(document.text, name) : '-'}: ${sliceSpan(document.text, content)}`;
  });
}

describe('speakers', () => {
  it.each<[string, string[]]>([
    [
      'Ada Quill said prices will rise. “Nobody is ready for it.”',
      ['Ada Quill = Ada Quill: prices will rise', 'Ada Quill = Ada Quill: Nobody is ready for it.'],
    ],
    [
      'Boris Hale doubts it. Ada Quill said prices will rise. “Nobody is ready for it,” she said. She spoke of “terror by decree.”',
      [
        'Ada Quill = Ada Quill: prices will rise',
        'she = Ada Quill: Nobody is ready for it,',
        'She = Ada Quill: terror by decree.',
      ],
    ],
    [
      'Boris Hale was there. According to one diplomat, who asked for no name, talks had failed. “It is over,” he said.',
      ['one diplomat = one diplomat: talks had failed', 'he = one diplomat: It is over,'],
    ],
    [
      'Boris Hale wrote on his page:\n\n“We are leaving Norway for good. Nobody will miss us.”',
      ['Boris Hale = Boris Hale: We are leaving Norway for good. Nobody will miss us.'],
    ],
    ['Ada Quill lost. “We were a team,” the Italian said.', ['Italian = Ada Quill: We were a team,']],
    ['“We were a team,” the Italian said.', ['Italian = -: We were a team,']],
    ['Gazprom left Norway, according to a report seen by Reuters.', ['a report = -: Gazprom left Norway']],
    [
      'Gazprom won the vote in Norway. The electoral commission said turnout was low.',
      ['The electoral commission = The electoral commission: turnout was low'],
    ],
    [
      'The minister praised the deal as “a gift to the whole nation”.',
      ['The minister = The minister: a gift to the whole nation'],
    ],
    ['Boris Hale, known for his “songs of rust” tour, is accused of the theft of a piano.', []],
    [
      'The plan was described by Boris Hale as “a leap into the dark”.',
      ['Boris Hale = Boris Hale: a leap into the dark'],
    ],
    [
      'Foreign Minister Ada Quill flew to Norway. The minister said that talks had begun.',
      ['The minister = Ada Quill: talks had begun'],
    ],
    [
      'Norair cut its forecast on Monday. The company said that demand had fallen.',
      ['The company = Norair: demand had fallen'],
    ],
    [
      'Western officials doubted it. They said that troops were moving.',
      ['They = Western officials: troops were moving'],
    ],
    [
      '“Sales fell,” said Norair president and head of sales, Tom Stone. Stone said that they would recover.',
      ['Tom Stone = Tom Stone: Sales fell,', 'Stone = Tom Stone: they would recover'],
    ],
    [
      'Ada Quill stated that there was a possibility of rain, saying, “We will stay.”',
      ['Ada Quill = Ada Quill: there was a possibility of rain', 'Ada Quill = Ada Quill: We will stay.'],
    ],
    [
      'Ada Quill stated on Monday in a letter that her country had left.',
      ['Ada Quill = Ada Quill: her country had left'],
    ],
    [
      'Boris Hale has just arrived in Oslo, a spokeswoman told reporters.',
      ['a spokeswoman = -: Boris Hale has just arrived in Oslo'],
    ],
    [
      'Hale’s editor at the Torva Gazette, Carl Munt, said that she had been late.',
      ['Carl Munt = Carl Munt: she had been late'],
    ],
    [
      "Hale's agent and cousin, Sara Munt, denied reports that he had left Norair.",
      ['Sara Munt = Sara Munt: he had left Norair'],
    ],
    [
      'Boris Hale said that he was tired. “We will stay,” Hale said.\n\nCoach Carl Munt wished him well. “It is our loss,” he said.',
      ['Boris Hale = Boris Hale: he was tired', 'Hale = Boris Hale: We will stay,', 'he = Carl Munt: It is our loss,'],
    ],
    [
      'Munt, who seized power with his brother, replied through his spokeswoman, Ada Kebe. “We need no lessons,” she said.',
      ['she = Ada Kebe: We need no lessons,'],
    ],
    [
      'Justice Minister Ada Quill denied the government had put pressure on the judges.',
      ['Ada Quill = Ada Quill: the government had put pressure on the judges'],
    ],
    [
      'Shares of Vantor Air fell 12 percent on Monday after the airline cut its profit forecast and said finance chief Karin Holm would step down.',
      ['the airline = -: finance chief Karin Holm would step down'],
    ],
    [
      'According to two officials, the two sides had failed to agree on who would own the port.',
      ['two officials = two officials: the two sides had failed to agree on who would own the port'],
    ],
    [
      'The governor will not run again, his chief of staff, Amy Lund, said.',
      ['Amy Lund = Amy Lund: The governor will not run again'],
    ],
    [
      'The budget will be cut, his chief of staff, Amy Lund, told reporters on Monday.',
      ['Amy Lund = Amy Lund: The budget will be cut'],
    ],
    ['“We will cut the budget,” his chief of staff, Amy Lund, said.', ['Amy Lund = Amy Lund: We will cut the budget,']],
    [
      'Foreign Minister Ivan Petrov of Bulgaria said the talks would resume in May.',
      ['Ivan Petrov = Ivan Petrov: the talks would resume in May'],
    ],
    ['Norland announced on Tuesday morning that it would withdraw.', ['Norland = Norland: it would withdraw']],
    [
      'The Torva Gazette reported on it. “Ministry officials said they left,” it said. “Nobody stayed,” the report continued.',
      [
        'it = Torva Gazette: Ministry officials said they left,',
        'Ministry officials = Ministry officials: they left',
        'the report = Torva Gazette: Nobody stayed,',
      ],
    ],
    [
      'Ada Quill said, “We are tired.\n\nWe have had enough of it.”',
      ['Ada Quill = Ada Quill: We are tired.', 'Ada Quill = Ada Quill: We have had enough of it.'],
    ],
  ])('%s', async (text, expected) => {
    expect(await speakers(text)).toEqual(expected);
  });

  it.each([
    'What Norland Says: Officials remain doubtful.',
    'Boris Hale gave a written promise that the bank would pay.',
    'The ship will be the basis for others announced last year.',
    'Norair announced the first of its ships to use oil.',
  ])('hears nobody in %s', async (text) => {
    expect(await speakers(text)).toEqual([]);
  });

  it('keeps a chain of speakers: the innermost on the claim, the others as who quotes whom', async () => {
    const extraction = await extractText(
      'According to CNN, the Torva Gazette reported that Carl Munt said that Ada Quill met Boris Hale.',
    );
    const surface = (id: string | null): string => {
      const mention = extraction.mentions.find((each) => each.id === id);
      return mention ? sliceSpan(extraction.document.text, mention) : '';
    };
    const meeting = extraction.relations.find(({ type }) => type === 'MET_WITH');
    expect(meeting?.attribution?.text).toBe('Carl Munt');
    const quoting = extraction.relations.filter(({ predicate }) => predicate === 'quote');
    expect(quoting.map(({ subject, object }) => `${surface(subject)} > ${surface(object)}`)).toEqual([
      'CNN > Torva Gazette',
      'Torva Gazette > Carl Munt',
    ]);
    // "denied that Hale said": nobody is quoted.
    const { relations } = await extractText('Ada Quill denied that Boris Hale said that Norway had left.');
    expect(relations.filter(({ predicate }) => predicate === 'quote')).toEqual([]);
  });
});

describe('a speaker with "a"', () => {
  it('is taken out of a chain whose names stand before, and stays where the name comes later', async () => {
    const extraction = await extractText('Ada Quill left. “It is over,” said a former aide. Boris Hale slept.');
    const idOf = (words: string) =>
      extraction.mentions.find((mention) => sliceSpan(extraction.document.text, mention) === words)?.id as MentionId;
    const aide = idOf('a former aide');
    const partFrom = (name: string) => {
      const chain: Chain = { id: 'n1' as Chain['id'], mentionIds: [idOf(name), aide], score: 1, by: 'test' };
      return withoutNewcomers({ ...extraction, chains: [chain] }, extraction.quotations).chains[0]?.mentionIds;
    };
    expect(partFrom('Ada Quill')).toEqual([idOf('Ada Quill')]);
    expect(partFrom('Boris Hale')).toEqual([idOf('Boris Hale'), aide]);
  });
});
