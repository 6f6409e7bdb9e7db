// Acronyms: initials with and without small words.
import { describe, expect, it } from 'vitest';
import { isAcronymOf } from '../../../src/extract/acronyms/acronyms.ts';

describe('acronyms', () => {
  it.each([
    ['NHB', 'Northern Harbour Board', true],
    ['N.H.B.', 'Northern Harbour Board', true],
    ['OSCE', 'Organization for Security and Co-operation in Europe', true],
    ['EN', 'eastern Norland', false],
    ['MOT', 'Ministry of Trade', true],
    ['MT', 'Ministry of Trade', true],
    ['NHB', 'Harbour Board', false],
    ['Oslo', 'Oslo Harbour', false],
  ])('%s for %s: %s', (short, long, expected) => {
    expect(isAcronymOf(short, long)).toBe(expected);
  });
});
