// Named events: who takes part in them and where they are, and what is only said beside them.
import { describe, expect, it } from 'vitest';
import { eventEdges } from '../../../src/extract/fact-relations/from-events.ts';
import { settleEvents } from '../../../src/extract/names/settle-events.ts';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

async function relationsOf(text: string): Promise<string[]> {
  const extraction = await extractText(text);
  return extraction.relations.map((each) => sayRelation(extraction, each));
}

describe('a named event', () => {
  it.each([
    ['Wimbledon champion Maria Fenwick left.', 'Maria Fenwick | PARTICIPATED_IN | Wimbledon'],
    ['Maria Fenwick won the final of the China Open.', 'Maria Fenwick | PARTICIPATED_IN | China Open'],
    ['Maria Fenwick beat Anna Lund at the Australian Open.', 'Anna Lund | PARTICIPATED_IN | Australian Open'],
    [
      'It was her second appearance in the Davis Cup. Maria Fenwick withdrew from the Davis Cup.',
      'Maria Fenwick | PARTICIPATED_IN | Davis Cup',
    ],
    ['They saw the Davis Cup semifinal between Norway and Denmark.', 'Denmark | PARTICIPATED_IN | Davis Cup'],
    ['They played at the 2006 World Cup in Germany.', '2006 World Cup | LOCATED_IN | Germany'],
    ['The 2006 World Cup was held in Germany.', '2006 World Cup | LOCATED_IN | Germany'],
  ])('"%s" says %s', async (text, expected) => {
    expect(await relationsOf(text)).toContain(expected);
  });

  it.each([
    'Maria Fenwick praised the China Open.',
    'Maria Fenwick beat Anna Lund, who likes the China Open.',
    'Norway will not hold talks before the World Cup.',
    'Maria Fenwick beat Anna Lund in Oslo.',
  ])('"%s" gives no edge', async (text) => {
    const extraction = await extractText(text);
    expect(extraction.sentences.flatMap((sentence) => eventEdges(extraction, sentence))).toEqual([]);
  });
});

describe('what is lost at an event', () => {
  it('takes no part in it', async () => {
    const said = await relationsOf('In the Balkan War, Denmark lost Jutland to Norway.');
    expect(said).toContain('Denmark | PARTICIPATED_IN | Balkan War');
    expect(said).not.toContain('Jutland | PARTICIPATED_IN | Balkan War');
  });
});

describe('settleEvents', () => {
  it('takes what one is champion of for an event, wherever its name is from', async () => {
    const extraction = await extractText('Wimbledon champion Maria Fenwick left Wimbledon.');
    const places = extraction.mentions.map((mention) =>
      mention.type === 'Event' ? { ...mention, type: 'Place' } : mention,
    );
    const settled = settleEvents({ ...extraction, mentions: places }, 'test@1').mentions;
    expect(settled.filter(({ type }) => type === 'Event').map(({ start }) => start)).toEqual([0]);
  });
});
