// "Born in Torva and raised in |Harrow|": a verb of living does not tell where somebody was born or died, nor does what another does.
import type { Extraction, Mention, Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { childBy, headOf, lemmaWithParticle, linkOf, relationAt, subjectOf, topOf } from '../tree.ts';

/** True for a place of birth or death that hangs on a verb by which the ontology tells where somebody lives. */
export function isOnlyLivedIn(extraction: Extraction, relation: Relation, { relationTypes }: Ontology): boolean {
  const place = placeOnVerb(extraction, relation, /^(?:BORN|DIED)_IN$/);
  if (place === null) return false;
  const told = `${lemmaWithParticle(extraction, headOf(extraction, place))} ${linkOf(extraction, place)}`;
  return relationTypes.some(({ name, triggers }) => name === 'RESIDES_IN' && triggers.includes(told));
}

/**
 * "Quill slept while |Hale| ate in |Norland|", "Quill's brother, |Hale|, lives in |Norland|": true for a place of a life that hangs
 * on the verb of another person. `keys`: things by the ids of their mentions.
 */
export function isOfAnothersLife(
  extraction: Extraction,
  relation: Relation,
  keys: ReadonlyMap<string, string>,
): boolean {
  const place = placeOnVerb(extraction, relation, /^(?:RESIDES|BORN|DIED)_IN$/);
  if (place === null) return false;
  const actor = subjectOf(extraction, headOf(extraction, place))?.head ?? -1;
  const who = personAt(extraction, actor) ?? personAt(extraction, childBy(extraction, actor, 'appos') ?? -1);
  return who !== undefined && (keys.get(who.id) ?? who.id) !== (keys.get(relation.subject) ?? relation.subject);
}

function personAt(extraction: Extraction, place: number): Mention | undefined {
  const token = extraction.tokens[place];
  return extraction.mentions.find(
    ({ type, start, end }) => type === 'Person' && token !== undefined && start <= token.start && token.end <= end,
  );
}

/** The head of the object of a relation of these types where it hangs on a verb; else null. */
function placeOnVerb(extraction: Extraction, { type, object }: Relation, types: RegExp): number | null {
  const mention = types.test(type ?? '') ? extraction.mentions.find(({ id }) => id === object) : undefined;
  if (mention === undefined) return null;
  const place = topOf(extraction, mention);
  return relationAt(extraction, place) === 'obl' ? place : null;
}
