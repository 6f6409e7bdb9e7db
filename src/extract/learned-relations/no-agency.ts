// What a country has and is no agency of it: the head takes any noun behind a country's name for one.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { lemmaAt } from '../words.ts';

const NO_AGENCY =
  /^(?:business|community|economy|family|firm|company|industry|institution|market|people|population|sector|school|situation|society|union|university|workforce)$/;

/** "Norlandish |industry|", "Norlandish |families|"; of what has a name only a party by its last words, "Norlandish National Congress". */
export function isNoAgency(extraction: Extraction, { type, subject }: Relation): boolean {
  const body = type === 'AGENCY_OF' ? extraction.mentions.find(({ id }) => id === subject) : undefined;
  if (body === undefined) return false;
  if (body.kind === 'nominal') return NO_AGENCY.test(lemmaAt(extraction, body.head));
  return extraction.document.text.slice(body.start, body.end).endsWith('National Congress');
}
