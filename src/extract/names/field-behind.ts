// "Ministry of |Culture|", "High Commissioner for |Refugees|": what a body or office is for bears no name of its own.
import { ORGANIZATION_OPENERS } from '../lexicon/name-words.ts';

/** Offices that are named by what they are for. */
const FOR_FIELDS = /^(?:minister|secretary|undersecretary|commissioner|rapporteur|ombudsman)$/i;
const LINK = /^(?:of|for|on)$/;

/** True where the two words before a name open the name of a body, or a title, that goes on with it. `type`: of the name. */
export function isFieldBehind(head: string, link: string, type: string): boolean {
  // "the Office of |Ada Quill|" is hers.
  if (!LINK.test(link) || (type === 'Person' && link === 'of')) return false;
  const isBody = /^\p{Lu}/u.test(head) && ORGANIZATION_OPENERS.has(`${head.toLowerCase()} ${link}`);
  return isBody || FOR_FIELDS.test(head);
}
