// Titles: which office states which relation, and to whom.
import { describe, expect, it } from 'vitest';
import { readText, relationsOf } from '../read-text.ts';

describe('titles', () => {
  it.each([
    ['They met Austrian Chancellor Peter Lund in May.', 'Peter Lund -HEAD_OF_GOVERNMENT_OF-> Austrian'],
    ['They met Norwegian Cabinet minister Peter Lund.', 'Peter Lund -MEMBER_OF-> Norwegian Cabinet'],
    ['They met Norwegian Cabinet minister Peter Lund.', 'Peter Lund -OFFICIAL_OF-> Norwegian'],
    ['They met British Chancellor Peter Lund in May.', 'Peter Lund -OFFICIAL_OF-> British'],
    ['Peter Lund, president of Brazil, spoke.', 'Peter Lund -HEAD_OF_STATE_OF-> Brazil'],
    ['Peter Lund, president of Harvard University, spoke.', 'Peter Lund -LEADS-> Harvard University'],
    ["Brazil's defense minister, Peter Lund, spoke.", 'Peter Lund -OFFICIAL_OF-> Brazil'],
    ['UNESCO chief executive, Maria Fenwick, spoke.', 'Maria Fenwick -LEADS-> UNESCO'],
    ['So said Maria Fenwick, a spokesperson for the Pentagon.', 'Maria Fenwick -SPOKESPERSON_OF-> Pentagon'],
    ['So said Pentagon spokesman Peter Lund.', 'Peter Lund -SPOKESPERSON_OF-> Pentagon'],
    ['The president of Brazil, Peter Lund, spoke.', 'Peter Lund -HEAD_OF_STATE_OF-> Brazil'],
    ['Maria Fenwick, the U.S. ambassador to Norway, spoke.', 'Maria Fenwick -OFFICIAL_OF-> U.S.'],
    ['So said UNESCO technology chief Peter Lund.', 'Peter Lund -WORKS_FOR-> UNESCO'],
    ['Peter Lund, finance chief of Harvard University, spoke.', 'Peter Lund -WORKS_FOR-> Harvard University'],
    ['So said army chief General Peter Lund of the Norwegian army.', 'Peter Lund -LEADS-> Norwegian army'],
    ['So said Pentagon spokesman, Major Peter Lund.', 'Peter Lund -SPOKESPERSON_OF-> Pentagon'],
    ['The U.S. ambassador to the United Nations Peter Lund spoke.', 'Peter Lund -OFFICIAL_OF-> U.S.'],
    ['The home secretary of Sindh province, Peter Lund, spoke.', 'Peter Lund -OFFICIAL_OF-> Sindh'],
    ["Peter Lund, a reporter for Italy's Reuters, spoke.", 'Peter Lund -WORKS_FOR-> Reuters'],
    ['They met U.S. weapons inspector Peter Lund.', 'Peter Lund -OFFICIAL_OF-> U.S.'],
    ['Maria Fenwick, 55, the head of Interpol, spoke.', 'Maria Fenwick -LEADS-> Interpol'],
    ["They heard Norway's planning minister Maria Fenwick.", 'Maria Fenwick -OFFICIAL_OF-> Norway'],
    ["They heard Norway's ailing president Maria Fenwick.", 'Maria Fenwick -HEAD_OF_STATE_OF-> Norway'],
    ['So said Senator Peter Lund of Ohio.', 'Peter Lund -OFFICIAL_OF-> Ohio'],
    ['They met Norwegian President and UNESCO chief Peter Lund.', 'Peter Lund -HEAD_OF_STATE_OF-> Norwegian'],
    ['Peter Lund, the 39th Norwegian president, spoke.', 'Peter Lund -HEAD_OF_STATE_OF-> Norwegian'],
    [
      'Norwegian Foreign Minister Peter Lund met his Polish counterpart, Maria Fenwick.',
      'Maria Fenwick -OFFICIAL_OF-> Polish',
    ],
    ['Then U.S. Department of Labor Maria Fenwick spoke.', 'Maria Fenwick -OFFICIAL_OF-> U.S. Department of Labor'],
  ])('"%s"', async (text, expected) => {
    expect(relationsOf(await readText(text))).toContain(expected);
  });

  it.each([
    'Peter Lund flew to Norway and met the president.',
    'Norway said that Peter Lund was late.',
    'Maria Fenwick, ambassador to Norway, spoke.',
    'Peter Lund met his Polish counterpart, Maria Fenwick.',
    "Norway's union president Maria Fenwick spoke.",
  ])('states no office in "%s"', async (text) => {
    expect((await readText(text)).relations.filter(({ by }) => by === 'titles@1')).toEqual([]);
  });

  it('keeps "former" in the predicate and notes that the time is past', async () => {
    const { relations } = await readText('Former Brazilian president Peter Lund spoke.');
    expect(relations[0]).toMatchObject({
      predicate: 'former president',
      time: { from: null, to: null, text: 'former' },
    });
    const { relations: after } = await readText('Peter Lund, former president of Brazil, spoke.');
    expect(after[0]).toMatchObject({ predicate: 'former president', time: { from: null, to: null, text: 'former' } });
  });

  it('shows the words of the title as cue and the whole sentence as evidence', async () => {
    const text = 'It rained. Peter Lund, president of Brazil, spoke.';
    const { relations } = await readText(text);
    expect(relations.map(({ cue }) => text.slice(cue?.start, cue?.end))).toEqual(['president']);
    expect(relations.map(({ evidence }) => text.slice(evidence.start, evidence.end))).toEqual([
      'Peter Lund, president of Brazil, spoke.',
    ]);
  });
});
