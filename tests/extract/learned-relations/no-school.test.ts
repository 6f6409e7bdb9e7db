// Degrees are no schools.
import { expect, it } from 'vitest';
import { isNoSchool } from '../../../src/extract/learned-relations/no-school.ts';
import type { Extraction, Relation } from '../../../src/model/extraction.ts';

function isDropped(words: string, type = 'EDUCATED_AT'): boolean {
  const extraction = { document: { text: words }, mentions: [{ id: 'm1', start: 0, end: words.length }] };
  return isNoSchool(extraction as unknown as Extraction, { type, object: 'm1' } as unknown as Relation);
}

it('a degree is no school, and a school by whatever letters is one', () => {
  expect(['BA', 'B.A.', 'MSc', 'Ph.D.', 'LLB', 'MBA', 'Bachelor of Arts'].filter((words) => !isDropped(words))).toEqual(
    [],
  );
  expect(['MIT', 'LSE', 'Harrow College', 'BU', 'Masterton School'].filter((words) => isDropped(words))).toEqual([]);
  expect(isDropped('BA', 'WORKS_FOR')).toBe(false);
});
