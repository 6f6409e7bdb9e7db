// Whether a text reports or tells what is known: the chance from which a relation is stated goes by it.
import type { Extraction } from '../../model/extraction.ts';

export const TEXT_KINDS = ['report', 'reference'] as const;

export type TextKind = (typeof TEXT_KINDS)[number];

const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

/** A report says what somebody said, or on which day of the week something was; an encyclopaedia, a register or a curriculum vitae does neither. */
export function kindOf({ document, quotations, citations }: Extraction): TextKind {
  const isReport = quotations.length > 0 || citations.length > 0 || WEEKDAY.test(document.text);
  return isReport ? 'report' : 'reference';
}
