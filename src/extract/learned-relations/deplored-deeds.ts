// "Norland condemned an attack on |Veldia|": who deplores what is done to somebody does not oppose whom it is done to.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { ATTACKS, CONDEMNING } from '../conflict-words.ts';
import { headOf, linkOf, relationAt, topOf } from '../tree.ts';
import { lemmaAt } from '../words.ts';

const DEED = new Set([...ATTACKS, 'ambush']);
const DEPLORING = new Set([...CONDEMNING, 'mourn', 'regret', 'fear', 'prevent', 'foil', 'thwart', 'avert']);

/** True where the object of OPPOSES is whom a deplored deed is done to. */
export function isWrongedOnly(extraction: Extraction, { type, object }: Relation): boolean {
  const mention = type === 'OPPOSES' ? extraction.mentions.find(({ id }) => id === object) : undefined;
  if (mention === undefined) return false;
  const wronged = topOf(extraction, mention);
  const deed = headOf(extraction, wronged);
  return (
    relationAt(extraction, wronged) === 'nmod' &&
    /^(?:on|against)$/.test(linkOf(extraction, wronged)) &&
    DEED.has(lemmaAt(extraction, deed)) &&
    relationAt(extraction, deed) === 'obj' &&
    DEPLORING.has(lemmaAt(extraction, headOf(extraction, deed)))
  );
}
