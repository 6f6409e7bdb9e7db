// What is said as relations: whose words, by what verb, which of them, denied or planned, and the sentences that show it.
import { describe, expect, it } from 'vitest';
import { type Extraction, isThought, type Relation } from '../../../src/model/extraction.ts';
import { sliceSpan } from '../../../src/model/span.ts';
import { extractText } from '../../helpers/extract-text.ts';

const speechOf = ({ relations }: Extraction): Relation[] => relations.filter(({ by }) => by.startsWith('speech@'));

/** `name behind the speaker | verb, stance where it is not plain | words`. */
function sayings(extraction: Extraction): string[] {
  const { document, mentions, chains } = extraction;
  return speechOf(extraction).map(({ subject, predicate, literal, polarity, modality }) => {
    const chain = chains.find(({ mentionIds }) => mentionIds.includes(subject));
    const own = mentions.filter(({ id }) => id === subject || chain?.mentionIds.includes(id));
    const named = own.find(({ kind }) => kind === 'name') ?? own[0];
    const stance = [polarity, modality].filter((each) => !/^(?:positive|actual)$/.test(each));
    return `${named ? sliceSpan(document.text, named) : '-'} | ${[predicate, ...stance].join(' ')} | ${literal?.value}`;
  });
}

describe('what is thought', () => {
  it('is told by somebody else or by the document, and nobody is quoted', async () => {
    const text = 'Ada Quill fears that the town is lost. Boris Hale said that Ada Quill hopes the war ends.';
    const extraction = await extractText(text);
    const thoughts = speechOf(extraction).filter(isThought);
    expect(thoughts.map(({ predicate, attribution }) => [predicate, attribution?.text ?? null])).toEqual([
      ['fear', null],
      ['hope', 'Boris Hale'],
    ]);
    expect(extraction.relations.map(({ predicate }) => predicate)).not.toContain('quote');
  });
});

describe('whoever speaks without a name', () => {
  it('is somebody else where the text brings in another of the kind', async () => {
    const text =
      'A resident said the river rose. Ada Quill came on Monday.\n\nA resident said the mayor had left. The resident met Boris Hale.';
    const extraction = await extractText(text);
    // Of the first nothing else is told, so nobody could find her again.
    expect(speechOf(extraction).map(({ literal }) => literal?.value)).toEqual(['the mayor had left']);
  });

  it('is nobody of the graph where nothing else is told', async () => {
    for (const speaker of ['Officials', 'A mother', 'His mother', 'An employee'])
      expect(speechOf(await extractText(`${speaker} said the bridge was closed.`))).toEqual([]);
  });
});

describe('the day of what is said', () => {
  it.each<[string, (string | null)[]]>([
    ['“I would not have done it,” Ada Quill said in an interview in Oslo on Monday.', ['2031-05-05']],
    ['“We are ready,” Ada Quill told reporters on Monday. “They are not ready.”', ['2031-05-05', '2031-05-05']],
    ['“We are ready,” said Ada Quill, mayor of Oslo since 2019.', [null]],
    ['“We are ready,” Ada Quill said. Norway left on Monday.', [null]],
  ])('%s', async (text, days) => {
    expect(speechOf(await extractText(text)).map(({ time }) => time?.from ?? null)).toEqual(days);
  });
});

describe('the chance of what is said', () => {
  it('is higher for a name beside the words than for a pronoun, and for words in marks than for others', async () => {
    const extraction = await extractText(
      'Ada Quill said that the town was lost. “We are ready,” Ada Quill said. She said that the war was over.',
    );
    const [told, spoken, pronoun] = speechOf(extraction).map(({ score }) => score);
    expect(spoken).toBeGreaterThan(told ?? 1);
    expect(told).toBeGreaterThan(pronoun ?? 1);
  });
});

describe('what is said', () => {
  it.each<[string, string[]]>([
    ['“We are ready,” Ada Quill said.', ['Ada Quill | say | We are ready']],
    [
      'The Reform Party won. A spokesman for the party said that the vote was fair.',
      ['Reform Party | say | the vote was fair'],
    ],
    ['Gazprom’s spokesman said that prices would rise.', ['Gazprom | say | prices would rise']],
    ['A spokeswoman for Gazprom said that prices would rise.', ['Gazprom | say | prices would rise']],
    [
      'Norway and Sweden said they were concerned about the ruling.',
      ['Norway | say | they were concerned about the ruling', 'Sweden | say | they were concerned about the ruling'],
    ],
    ['Ada Quill told reporters that the town was lost.', ['Ada Quill | tell | the town was lost']],
    ['According to Ada Quill, the town was lost.', ['Ada Quill | say | the town was lost']],
    ['Ada Quill: “We are ready.”', ['Ada Quill | say | We are ready.']],
    ['Ada Quill pointed out that the town was lost.', ['Ada Quill | point out | the town was lost']],
    ['Ada Quill denied that the town was lost.', ['Ada Quill | deny | the town was lost']],
    ['“We are ready,” said Ada Quill, “but they are not.”', ['Ada Quill | say | We are ready but they are not.']],
    [
      '“We are ready,” Ada Quill said. “They are not ready at all.”',
      ['Ada Quill | say | We are ready', 'Ada Quill | say | They are not ready at all.'],
    ],
    [
      '“This is the first part of it.\n\n“And this is the second part,” Boris Hale said.',
      ['Boris Hale | say | This is the first part of it.', 'Boris Hale | say | And this is the second part'],
    ],
    [
      'Ada Quill was asked about it. “They could leave half of them at home,” she said, “and it would still be too many.”',
      ['Ada Quill | say | They could leave half of them at home and it would still be too many.'],
    ],
    [
      'Ada Quill denied that she had planned it. Nor had minister Tom Stone met Boris Hale, she said.',
      ['Ada Quill | deny | she had planned it', 'Ada Quill | say | Nor had minister Tom Stone met Boris Hale'],
    ],
    ['“It is over for good,” said Ada Quill of the “grand old” mill.', ['Ada Quill | say | It is over for good']],
    [
      'Ada Quill called the plan “a gift to nobody” and “a leap into the dark”.',
      ['Ada Quill | call | a gift to nobody', 'Ada Quill | call | a leap into the dark'],
    ],
    [
      'Ada Quill accused Norland of failing to stop smugglers.',
      ['Ada Quill | accuse | Norland of failing to stop smugglers'],
    ],
    ['Norland was accused by Ada Quill of hiding smugglers.', ['Ada Quill | accuse | hiding smugglers']],
    ['The mill, Ada Quill said, was never safe.', ['Ada Quill | say | The mill was never safe']],
    [
      'Ada Quill said that the plan for the mill was “a gift to nobody”.',
      ['Ada Quill | say | the plan for the mill was “a gift to nobody”'],
    ],
    ['Ada Quill went to Oslo. She said that the town was lost.', ['Ada Quill | say | the town was lost']],
    [
      'Ada Quill said Boris Hale claimed that the town was lost.',
      ['Ada Quill | say | Boris Hale claimed that the town was lost', 'Boris Hale | claim | the town was lost'],
    ],
    ['Ada Quill did not say that the town was lost.', ['Ada Quill | say negative | the town was lost']],
    ['Ada Quill will say that the town is lost.', ['Ada Quill | say planned | the town is lost']],
    ['Boris Hale reportedly said that the town was lost.', ['Boris Hale | say possible | the town was lost']],
    ['Norair cut its forecast. The company said that demand had fallen.', ['Norair | say | demand had fallen']],
    [
      'Norland’s defence ministry said that the troops had left.',
      ['Norland’s defence ministry | say | the troops had left'],
    ],
    ['Mill to stay closed, Ada Quill says; ferry waits for spring', []],
  ])('%s', async (text, expected) => {
    expect(sayings(await extractText(text))).toEqual(expected);
  });

  it.each([
    'A resident said that the town was lost.',
    '“We are ready,” officials said.',
    'They said the town was lost.',
  ])('is nobody’s in the graph: %s', async (text) => {
    expect(sayings(await extractText(text))).toEqual([]);
  });

  it('is shown by the sentences that hold the words and the speaker, told by nobody else, and ends in no entity', async () => {
    const text = 'It rained. Ada Quill said on Monday: “We are tired. We are going home.” Boris Hale slept.';
    const [found, ...more] = speechOf(await extractText(text));
    expect(more).toEqual([]);
    expect(found && sliceSpan(text, found.evidence)).toBe(
      'Ada Quill said on Monday: “We are tired. We are going home.”',
    );
    expect(found).toMatchObject({ type: null, object: null, attribution: { text: 'Ada Quill' } });
    expect(found?.literal).toEqual({
      ...{ type: 'Other', unit: null },
      ...{ value: 'We are tired. We are going home.', text: 'We are tired. We are going home.' },
    });
    expect(found?.time?.from).toBe('2031-05-05');
    expect(found?.cue && sliceSpan(text, found.cue)).toBe('said');
  });

  it('is not what only tells who passes it on', async () => {
    const text = '“We are leaving for good,” minister Ada Quill said, according to the Torva Gazette.';
    expect(sayings(await extractText(text))).toEqual(['Ada Quill | say | We are leaving for good']);
  });

  it('keeps a long quotation whole', async () => {
    const words = 'We shall stay here and wait. '.repeat(60).trim();
    const [found] = speechOf(await extractText(`Ada Quill said: “${words}”`));
    expect(found?.literal?.value === words).toBe(true);
  });
});
