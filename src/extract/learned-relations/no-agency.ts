// What a country has and is no agency of it: the head takes any noun behind a country's name for one.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { lemmaAt } from '../words.ts';

const NO_AGENCY =
  /^(?:business|community|economy|family|firm|company|industry|institution|market|people|population|sector|school|situation|society|union|university|workforce)$/;

/** "Norlandish |industry|", "Norlandish |families|"; a body with a name may be one. */
export function isNoAgency(extraction: Extraction, { type, subject }: Relation): boolean {
  const body = type === 'AGENCY_OF' ? extraction.mentions.find(({ id }) => id === subject) : undefined;
  return body?.kind === 'nominal' && NO_AGENCY.test(lemmaAt(extraction, body.head));
}
