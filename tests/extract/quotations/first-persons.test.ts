// Whose "I" and "we" are inside quotations in marks.
import { describe, expect, it } from 'vitest';
import { settlePersons } from '../../../src/extract/quotations/first-persons.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { sliceSpan } from '../../../src/model/span.ts';
import { extractText } from '../../helpers/extract-text.ts';

/** `pronoun = the first name or other words of its chain`, in reading order; "-" for one that stands for nobody. */
function firstPersons({ document, tokens, mentions, chains }: Extraction): string[] {
  const said = tokens.filter((token) => /^(?:I|me|my|we|us|our)$/i.test(sliceSpan(document.text, token)));
  return said.map((token) => {
    const mention = mentions.find(
      ({ kind, start, end }) => kind === 'pronoun' && start === token.start && end === token.end,
    );
    const chain = chains.find(({ mentionIds }) => mention && mentionIds.includes(mention.id));
    const others = mentions.filter(({ id }) => id !== mention?.id && chain?.mentionIds.includes(id));
    const best = others.find(({ kind }) => kind === 'name') ?? others[0];
    return `${sliceSpan(document.text, token)} = ${best ? sliceSpan(document.text, best) : '-'}`;
  });
}

describe('first persons in quotations', () => {
  it.each<[string, string[]]>([
    [
      'Norway will close a port. “We urge people in Norway to leave,” Ada Quill said. “Our embassy is open,” Boris Hale said.',
      ['We = -', 'Our = -'],
    ],
    [
      'Ada Quill met Boris Hale. “I trust him,” Quill said. “She has never met my father,” Hale said.',
      ['I = Ada Quill', 'my = Boris Hale'],
    ],
    [
      '“I have lost my son,” said Irena Munt. “They told me to wait.”',
      ['I = Irena Munt', 'my = Irena Munt', 'me = Irena Munt'],
    ],
    ['Boris Hale left. I did not believe Boris Hale.', ['I = -']],
    ['Harrow Motors plc (the “Company”) grew. In May we bought Gazprom.', ['we = Harrow Motors plc']],
    [
      'Norair cut its forecast. “We lost money and our planes are old,” the company said.',
      ['We = Norair', 'our = Norair'],
    ],
    [
      'Ada Quill told reporters: “My brother said, ‘I will never go home,’ and I believe him.”',
      ['My = Ada Quill', 'I = My brother', 'I = Ada Quill'],
    ],
  ])('%s', async (text, expected) => {
    expect(firstPersons(await extractText(text))).toEqual(expected);
  });

  it('leaves an extraction without them as it is', async () => {
    const extraction = await extractText('Ada Quill said prices will rise. “Nobody is ready for it.”');
    expect(settlePersons(extraction, extraction.quotations, [])).toBe(extraction);
  });
});
