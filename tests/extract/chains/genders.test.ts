// What a given name tells of the pronoun that goes with it.
import { expect, it } from 'vitest';
import { genderOfName } from '../../../src/extract/chains/genders.ts';

it('knows given names in any case, and nothing of names that both bear', () => {
  expect(genderOfName('Vanessa')).toBe('she');
  expect(genderOfName('WALTER')).toBe('he');
  expect(genderOfName('Casey')).toBeNull();
  expect(genderOfName('Quill')).toBeNull();
});
