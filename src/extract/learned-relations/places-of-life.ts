// "Born in Torva and raised in |Harrow|": a verb of living does not tell where somebody was born or died, nor does what another does.
import type { Extraction, Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { headOf, lemmaWithParticle, linkOf, relationAt, subjectOf, topOf } from '../tree.ts';

/** True for a place of birth or death that hangs on a verb by which the ontology tells where somebody lives. */
export function isOnlyLivedIn(
  extraction: Extraction,
  { type, object }: Relation,
  { relationTypes }: Ontology,
): boolean {
  const mention = /^(?:BORN|DIED)_IN$/.test(type ?? '')
    ? extraction.mentions.find(({ id }) => id === object)
    : undefined;
  if (mention === undefined) return false;
  const place = topOf(extraction, mention);
  if (relationAt(extraction, place) !== 'obl') return false;
  const told = `${lemmaWithParticle(extraction, headOf(extraction, place))} ${linkOf(extraction, place)}`;
  return relationTypes.some(({ name, triggers }) => name === 'RESIDES_IN' && triggers.includes(told));
}

/** "Quill slept while |Hale| ate in |Norland|": true for a place of a life that hangs on the verb of another person. `keys`: things by the ids of their mentions. */
export function isOfAnothersLife(
  extraction: Extraction,
  { type, subject, object }: Relation,
  keys: ReadonlyMap<string, string>,
): boolean {
  const mention = /^(?:RESIDES|BORN|DIED)_IN$/.test(type ?? '')
    ? extraction.mentions.find(({ id }) => id === object)
    : undefined;
  if (mention === undefined) return false;
  const place = topOf(extraction, mention);
  if (relationAt(extraction, place) !== 'obl') return false;
  const actor = extraction.tokens[subjectOf(extraction, headOf(extraction, place))?.head ?? -1];
  const who = extraction.mentions.find(
    ({ type: kind, start, end }) =>
      kind === 'Person' && actor !== undefined && start <= actor.start && actor.end <= end,
  );
  return who !== undefined && (keys.get(who.id) ?? who.id) !== (keys.get(subject) ?? subject);
}
