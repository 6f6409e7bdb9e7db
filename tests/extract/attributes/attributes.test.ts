// What each relation carries beside its ends: speaker, polarity, modality and time.
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../../src/model/extraction.ts';
import { extractText } from '../../helpers/extract-text.ts';

async function meeting(text: string): Promise<Relation | undefined> {
  const { relations } = await extractText(text);
  return relations.find((relation) => relation.type === 'MET_WITH');
}

describe('attributes', () => {
  it.each<[string, string, string]>([
    ['Ada Quill met Boris Hale.', 'positive', 'actual'],
    ['Ada Quill did not meet Boris Hale.', 'negative', 'actual'],
    ['Ada Quill will meet Boris Hale.', 'positive', 'planned'],
    ['Ada Quill may meet Boris Hale.', 'positive', 'possible'],
    ['Ada Quill refused to meet Boris Hale.', 'negative', 'actual'],
    ['Norland denied that Ada Quill met Boris Hale.', 'negative', 'actual'],
    ['Norland urged Ada Quill to meet Boris Hale.', 'positive', 'demanded'],
    ['If Norland agrees, Ada Quill will meet Boris Hale.', 'positive', 'conditional'],
    ['Talks between Ada Quill and Boris Hale were cancelled.', 'negative', 'actual'],
  ])('%s', async (text, polarity, modality) => {
    const found = await meeting(text);
    expect([found?.polarity, found?.modality]).toEqual([polarity, modality]);
  });

  it('names the innermost speaker', async () => {
    const found = await meeting('The Torva Gazette reported that Carl Munt said that Ada Quill met Boris Hale.');
    expect(found?.attribution?.text).toBe('Carl Munt');
  });

  it('names nobody for what the document says itself', async () => {
    expect((await meeting('“It rained,” Carl Munt said. Ada Quill met Boris Hale.'))?.attribution).toBeNull();
  });

  it('takes the date of the clause, never that of the speech or of the publication', async () => {
    expect((await meeting('Ada Quill met Boris Hale on 3 May 2020.'))?.time).toEqual({
      from: '2020-05-03',
      to: '2020-05-03',
      text: '3 May 2020',
    });
    expect((await meeting('Carl Munt said on Monday that Ada Quill met Boris Hale.'))?.time).toBeNull();
    expect((await meeting('Ada Quill met Boris Hale.'))?.time).toBeNull();
  });

  it('gives the day of a denial, decision or plan to what it is of only where it stands behind', async () => {
    const timeOf = async (text: string) => (await meeting(text))?.time?.from ?? null;
    expect(await timeOf('On Monday Ada Quill denied having met Boris Hale in April.')).toBe('2031-04');
    expect(await timeOf('On Monday Ada Quill decided to meet Boris Hale.')).toBeNull();
    expect(await timeOf('Ada Quill plans to meet Boris Hale on Thursday.')).toBe('2031-05-08');
  });

  it('leaves an office alone unless its own words deny it', async () => {
    const { relations } = await extractText('The president of France, Ada Quill, did not eat.');
    expect(relations.filter((each) => each.type === 'HEAD_OF_STATE_OF').map((each) => each.polarity)).toEqual([
      'positive',
    ]);
  });
});
