// Runs the real steps of extract/ over a short text, for tests that read like a table.
import { readFileSync } from 'node:fs';
import { runSteps, STEPS } from '../../src/extract/extract-document.ts';
import { bareDocument } from '../../src/model/document.ts';
import type { Extraction, Relation } from '../../src/model/extraction.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { sliceSpan } from '../../src/model/span.ts';

const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;

/** The extraction of a plain text, published on a Tuesday (2031-05-06) unless the test says otherwise. */
export async function extractText(
  text: string,
  publishedAt: string | null = '2031-05-06',
  used: Ontology = ontology,
): Promise<Extraction> {
  return runSteps(STEPS, bareDocument(text, { publishedAt }), { ontology: used });
}

/** Quotations as `[content, speaker]`, in order. */
export function sayings(extraction: Extraction, direct: boolean): [string, string | null][] {
  return extraction.quotations
    .filter((quotation) => quotation.direct === direct)
    .map((quotation) => [sliceSpan(extraction.document.text, quotation.content), quotation.speaker?.text ?? null]);
}

/** A relation as `subject | type or predicate | object`. */
export function sayRelation(extraction: Extraction, relation: Relation): string {
  const surface = (id: string | null): string => {
    const mention = extraction.mentions.find((each) => each.id === id);
    return mention ? sliceSpan(extraction.document.text, mention) : '';
  };
  return `${surface(relation.subject)} | ${relation.type ?? relation.predicate} | ${surface(relation.object) || (relation.literal?.text ?? '')}`;
}
