// "Norland condemned an attack on |Veldia|": who deplores what is done to somebody does not oppose whom it is done to.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { headOf, linkOf, relationAt, topOf } from '../tree.ts';
import { lemmaAt } from '../words.ts';

const DEED =
  /^(?:attack|assault|raid|offensive|bombing|airstrike|strike|shelling|invasion|killing|murder|crackdown|siege|ambush)$/;
const DEPLORING =
  /^(?:condemn|denounce|criticize|criticise|deplore|decry|protest|slam|mourn|regret|fear|prevent|foil|thwart|avert)$/;

/** True where the object of OPPOSES is whom a deplored deed is done to. */
export function isWrongedOnly(extraction: Extraction, { type, object }: Relation): boolean {
  const mention = type === 'OPPOSES' ? extraction.mentions.find(({ id }) => id === object) : undefined;
  if (mention === undefined) return false;
  const wronged = topOf(extraction, mention);
  const deed = headOf(extraction, wronged);
  return (
    relationAt(extraction, wronged) === 'nmod' &&
    /^(?:on|against)$/.test(linkOf(extraction, wronged)) &&
    DEED.test(lemmaAt(extraction, deed)) &&
    relationAt(extraction, deed) === 'obj' &&
    DEPLORING.test(lemmaAt(extraction, headOf(extraction, deed)))
  );
}
