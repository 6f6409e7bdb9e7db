// Courts, police and the like that no name stands for, where they do something to somebody who has one.
import { expect, it } from 'vitest';
import { extractText, sayRelation } from '../../helpers/extract-text.ts';

const edgesOf = async (text: string): Promise<string[]> => {
  const extraction = await extractText(text);
  return extraction.relations.map((relation) => sayRelation(extraction, relation));
};

it.each<[string, string]>([
  ['A court convicted Peter Lund of fraud.', 'court | convict | Peter Lund'],
  ['A court found Boris Hale guilty of fraud on Monday.', 'court | find guilty | Boris Hale'],
  ['Prosecutors charged Peter Lund with fraud.', 'Prosecutors | charge | Peter Lund'],
  ['Peter Lund was convicted by a jury.', 'Peter Lund | convict by | jury'],
  ['The government fined Norair.', 'government | fine | Norair'],
])('%s', async (text, edge) => {
  expect(await edgesOf(text)).toContain(edge);
});

it('takes no body for an end that does nothing to anybody named', async () => {
  expect(await edgesOf('The court rejected the appeal, and police left.')).toEqual([]);
});
