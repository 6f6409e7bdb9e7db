// When it happened or held: which date belongs to which clause, and what since, until, from … to and by make of it.
import { describe, expect, it } from 'vitest';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

/** `from..to` of the first relation whose line holds these words; "-" for an open end, "none" where it has no time. */
async function timeOf(text: string, words: string): Promise<string> {
  const extraction = await extractText(text);
  const relation = extraction.relations.find((each) => sayRelation(extraction, each).includes(words));
  if (!relation) return `no relation: ${extraction.relations.map((each) => sayRelation(extraction, each)).join('; ')}`;
  return relation.time ? `${relation.time.from ?? '-'}..${relation.time.to ?? '-'}` : 'none';
}

describe('the time of a claim', () => {
  it.each<[string, string, string]>([
    // Published on Tuesday, 2031-05-06.
    ['3 August 2019: Ada Quill visits Norway.', 'visit', '2019-08-03..2019-08-03'],
    ['• May 2019: Carl Munt left. Ada Quill visits Norway.', 'visit', '2019-05..2019-05'],
    ['Between January and June 2021, Ada Quill studied Norway.', 'study', '2021-01..2021-06'],
    ['2014: Ada Quill met Boris Hale.', 'MET_WITH', '2014..2014'],
    ['3 August 2019: Carl Munt left.\nAda Quill visits Norway.', 'visit', 'none'],
    ['Ada Quill led the Harbour Party from March to June 2019.', 'LEADS', '2019-03..2019-06'],
    ['Ada Quill met Boris Hale on Monday and will visit Norway on Friday.', 'MET_WITH', '2031-05-05..2031-05-05'],
    ['Ada Quill met Boris Hale on Monday and will visit Norway on Friday.', 'visit', '2031-05-09..2031-05-09'],
    ['On Monday, Ada Quill met Boris Hale and visited Norway.', 'visit', '2031-05-05..2031-05-05'],
    ['The talks on Monday angered Ada Quill, who left Norway on Tuesday.', 'leave', '2031-05-06..2031-05-06'],
    ['Carl Munt said on Monday that Ada Quill met Boris Hale.', 'MET_WITH', 'none'],
    ['Ada Quill met Boris Hale, Carl Munt said on Monday, in what aides called a surprise.', 'MET_WITH', 'none'],
    ['Carl Munt said on Monday that Ada Quill met Boris Hale in March.', 'MET_WITH', '2031-03..2031-03'],
    ['Ada Quill announced on Monday that she would visit Norway next week.', 'visit', '2031-05-12..2031-05-18'],
    ['Ada Quill held talks with Boris Hale on Monday.', 'MET_WITH', '2031-05-05..2031-05-05'],
    ['Ada Quill will leave Norway by Friday.', 'leave', '-..2031-05-09'],
    ['Ada Quill has studied Norway since March.', 'study', '2031-03..-'],
    ['Ada Quill has been harassing Boris Hale since the protests in September.', 'harass', '2030-09..-'],
    ['Ada Quill has studied Norway since the fall of its leader Boris Hale in 1991.', 'study', '1991..-'],
    ['In her term, which lasts to the end of 2011, Ada Quill will visit Norway.', 'visit', 'none'],
    ['Ada Quill promised to restore calm in Norway after the fall of its government 13 years ago.', 'promise', 'none'],
    ['Ada Quill has been harassing journalists since the protests in September.', 'harass', '2030-09..-'],
    // A date in an apposition, and a "since" without a perfect, belong to what somebody is.
    ['Ada Quill, president of France since 2017, met Boris Hale.', 'MET_WITH', 'none'],
    ['Estonia, a member of NATO since 2004, has studied Norway.', 'study', 'none'],
    ['Ada Quill is survived by Boris Hale, a member of parliament since 2013.', 'survive by', 'none'],
  ])('%s (%s)', async (text, words, expected) => {
    expect(await timeOf(text, words)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['Ada Quill has been the president of France since 2010.', 'HEAD_OF_STATE_OF', '2010..-'],
    ['Ada Quill has been president of France since 2010.', 'HEAD_OF_STATE_OF', '2010..-'],
    ['Ada Quill, president of France since 2017, met Boris Hale.', 'HEAD_OF_STATE_OF', '2017..-'],
    ['Ada Quill has served as mayor of Lyon since 2014.', 'HEAD_OF_GOVERNMENT_OF', '2014..-'],
    ['Ada Quill was president of France until 2014.', 'HEAD_OF_STATE_OF', '-..2014'],
    ['Ada Quill was president of France from 2010 to 2014.', 'HEAD_OF_STATE_OF', '2010..2014'],
    ['Ada Quill (president of France, 2010–2014) met Boris Hale.', 'HEAD_OF_STATE_OF', '2010..2014'],
    ['Ada Quill, president of France from 2010 to 2014, died in 2020.', 'HEAD_OF_STATE_OF', '2010..2014'],
    ['Ada Quill became president of France in 2010.', 'HEAD_OF_STATE_OF', '2010..-'],
    ['Ada Quill was elected president of France on 3 May 2010.', 'HEAD_OF_STATE_OF', '2010-05-03..-'],
    ['Ada Quill resigned as president of France on 3 May 2014.', 'HEAD_OF_STATE_OF', '-..2014-05-03'],
    ['Ada Quill led the Labour Party between 2010 and 2014.', 'LEADS', '2010..2014'],
    ['Ada Quill worked for Norair from March 2003 until June 2005.', 'WORKS_FOR', '2003-03..2005-06'],
    ['Ada Quill joined the Labour Party in 2001.', 'MEMBER_OF', '2001..-'],
    ['Ada Quill has lived in Paris since 1999.', 'RESIDES_IN', '1999..-'],
    ['The president of France, Ada Quill, met Boris Hale in 1999.', 'HEAD_OF_STATE_OF', 'none'],
  ])('an office or a state: %s', async (text, words, expected) => {
    expect(await timeOf(text, words)).toBe(expected);
  });

  it('keeps the words "former" and "then" of an office', async () => {
    const { relations } = await extractText('Former French president Ada Quill met Boris Hale on Monday.');
    expect(relations.find(({ type }) => type === 'HEAD_OF_STATE_OF')?.time).toEqual({
      ...{ from: null, to: null, text: 'former' },
    });
  });
});

describe('dates as objects', () => {
  it.each<[string, string]>([
    ['Ada Quill was born on 7 May 1970 in Torva.', 'Ada Quill | BORN_ON | 7 May 1970'],
    ['Ada Quill (7 May 1970 – 3 June 2010) was a poet.', 'Ada Quill | BORN_ON | 7 May 1970'],
    ['Ada Quill (7 May 1970 – 3 June 2010) was a poet.', 'Ada Quill | DIED_ON | 3 June 2010'],
    ['Ada Quill died in Torva on 3 June 2010.', 'Ada Quill | DIED_ON | 3 June 2010'],
    ['Boris Hale founded Norair in 1952.', 'Norair | FOUNDED_ON | 1952'],
    ['Founded in 1952, Norair is based in Torva.', 'Norair | FOUNDED_ON | 1952'],
    ['The Battle of Torva took place on 3 June 1910.', 'Battle of Torva | HAPPENED_ON | 3 June 1910'],
    ['The Torva Summit was held in March 2019.', 'Torva Summit | HAPPENED_ON | March 2019'],
    ['The 2019 Torva Summit ended in failure.', '2019 Torva Summit | HAPPENED_ON | 2019'],
  ])('%s → %s', async (text, expected) => {
    const extraction = await extractText(text);
    expect(extraction.relations.map((relation) => sayRelation(extraction, relation))).toContain(expected);
  });
});
