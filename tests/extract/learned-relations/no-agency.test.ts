// What a country has and is no agency of it.
import { expect, it } from 'vitest';
import { isNoAgency } from '../../../src/extract/learned-relations/no-agency.ts';
import type { Mention, Relation } from '../../../src/model/extraction.ts';
import { readText } from '../read-text.ts';

/** Whether a relation of the last word but one with the word before it is dropped. */
async function isDropped(noun: string, type: string, kind: string): Promise<boolean> {
  const extraction = await readText(`They praised the Norwegian ${noun}.`);
  const head = extraction.tokens.length - 2;
  const body = { id: 'm1', kind, head } as unknown as Mention;
  return isNoAgency({ ...extraction, mentions: [body] }, { type, subject: body.id } as unknown as Relation);
}

it('industries and families are no agencies, ministries may be, and so may what has a name', async () => {
  expect(await isDropped('oil industry', 'AGENCY_OF', 'nominal')).toBe(true);
  expect(await isDropped('families', 'AGENCY_OF', 'nominal')).toBe(true);
  expect(await isDropped('oil ministry', 'AGENCY_OF', 'nominal')).toBe(false);
  expect(await isDropped('oil industry', 'BASED_IN', 'nominal')).toBe(false);
  expect(await isDropped('Bank', 'AGENCY_OF', 'name')).toBe(false);
});
