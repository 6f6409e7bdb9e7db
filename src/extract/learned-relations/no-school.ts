// "graduated with a |BA| from Harrow College": a degree is no school, though it stands where schools stand.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { sliceSpan } from '../../model/span.ts';

const DEGREE =
  /^(?:Bachelor|Master|Doctor)\b|^(?:B|M|D)\.?(?:A|S|Sc|Ed|Phil|BA|Eng|Mus|Litt)\.?$|^(?:LL\.?[BMD]|Ph\.?D|J\.?D|M\.?D)\.?$/;

/** True for learning at a degree. */
export function isNoSchool({ mentions, document }: Extraction, { type, object }: Relation): boolean {
  const school = type === 'EDUCATED_AT' ? mentions.find(({ id }) => id === object) : undefined;
  return school !== undefined && DEGREE.test(sliceSpan(document.text, school));
}
