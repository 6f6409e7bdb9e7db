// Who opposes whom by a verb and what stands with it: "denounced B's plan", "fought two wars", "blamed the attack on B".
import type { Extraction, Mention } from '../../model/extraction.ts';
import { CONDEMNING, QUARREL } from '../conflict-words.ts';
import { subjectHeads } from '../facts/subjects.ts';
import { childrenBy, linkOf } from '../tree.ts';
import { lemmaAt, wordAt } from '../words.ts';
import { eachOther, ownersOf, phrasesOf, type Sides, sideAt } from './sides.ts';

const CRITICIZING = new Set([...CONDEMNING, 'blast', 'lambaste', 'assail', 'deride', 'ridicule', 'attack', 'boycott']);
/** Verbs of "from power". */
const REMOVING = /^(?:push|drive|remove|force|oust|throw|sweep|chase)$/;
const REMOVED_BY_COUP = /^(?:oust|overthrow|topple|depose|remove|unseat)$/;
const COUP = /^(?:coup|revolt|uprising|rebellion|mutiny|revolution|vote)$/;
const BAD = /^(?:terrorist|terrorists|illegal|criminal|criminals|traitor|traitors|outlaw|enemy|rogue)$/;

/** What a verb says of who opposes whom, beyond the triggers of the ontology. `lemma`: of the verb. */
export function verbSides(extraction: Extraction, verb: number, lemma: string): Sides[] {
  const objects = childrenBy(extraction, verb, 'obj');
  const subjects = (): Mention[] => subjectHeads(extraction, verb).flatMap((head) => sideAt(extraction, head));
  if (/^(?:blame|accuse|attack|fight|criticize|criticise|kill|threaten|sue|denounce|condemn)$/.test(lemma)) {
    const isMutual = objects.some((place) => /^(?:each other|one another)$/.test(pairAt(extraction, place)));
    if (isMutual) return eachOther(subjects());
  }
  if (lemma === 'blame' && objects.length > 0) return blamedOn(extraction, verb, subjects());
  if (/^(?:fight|exchange|trade|wage)$/.test(lemma)) return foughtSides(extraction, verb, objects);
  if (CRITICIZING.has(lemma)) {
    const owners = objects.flatMap((place) => ownersOf(extraction, place));
    return owners.length > 0 ? [[subjects(), owners]] : [];
  }
  if (/^(?:object|protest)$/.test(lemma)) {
    const things = childrenBy(extraction, verb, 'obl').filter((place) =>
      /^(?:to|against)$/.test(linkOf(extraction, place)),
    );
    const owners = things.flatMap((place) => ownersOf(extraction, place));
    return owners.length > 0 ? [[subjects(), owners]] : [];
  }
  if (/^(?:label|designate|brand|call|declare)$/.test(lemma)) return branded(extraction, verb, objects, subjects);
  if (REMOVED_BY_COUP.test(lemma)) {
    const doers = childrenBy(extraction, verb, 'obl')
      .filter((place) => COUP.test(lemmaAt(extraction, place)))
      .flatMap((place) => leadersOf(extraction, place));
    const victims = childrenBy(extraction, verb, 'nsubj:pass').flatMap((head) => sideAt(extraction, head));
    if (doers.length > 0) return [[doers, victims]];
  }
  const isRemoved = childrenBy(extraction, verb, 'obl').some(
    (place) => /^(?:power|office)$/.test(wordAt(extraction, place)) && linkOf(extraction, place) === 'from',
  );
  if (!isRemoved || !REMOVING.test(lemma)) return [];
  const doers = subjectHeads(extraction, verb).flatMap((head) => [
    ...sideAt(extraction, head),
    ...phrasesOf(extraction, head).flatMap(({ link, heads }) =>
      link === 'by' ? heads.flatMap((each) => sideAt(extraction, each)) : [],
    ),
  ]);
  return [[doers, objects.flatMap((head) => sideAt(extraction, head))]];
}

/** "A and B |fought| two wars", "A and B |exchanged| fire"; "A exchanged fire with B". */
function foughtSides(extraction: Extraction, verb: number, objects: readonly number[]): Sides[] {
  if (!objects.some((place) => QUARREL.test(lemmaAt(extraction, place)) || wordAt(extraction, place) === 'fire'))
    return [];
  const sides = subjectHeads(extraction, verb).flatMap((head) => sideAt(extraction, head));
  const partners = childrenBy(extraction, verb, 'obl')
    .filter((place) => linkOf(extraction, place) === 'with')
    .flatMap((head) => sideAt(extraction, head));
  return partners.length > 0 ? [[sides, partners]] : eachOther(sides);
}

/** "A |blamed| the attack on B". */
function blamedOn(extraction: Extraction, verb: number, subjects: readonly Mention[]): Sides[] {
  const objects = childrenBy(extraction, verb, 'obj');
  const blamed = [
    ...childrenBy(extraction, verb, 'obl'),
    ...objects.flatMap((object) => childrenBy(extraction, object, 'nmod')),
  ].filter((place) => linkOf(extraction, place) === 'on');
  return [[subjects, blamed.flatMap((head) => sideAt(extraction, head))]];
}

/** "a coup led by |A|". */
function leadersOf(extraction: Extraction, noun: number): Mention[] {
  return childrenBy(extraction, noun, 'acl')
    .filter((each) => /^(?:lead|stage|launch)$/.test(lemmaAt(extraction, each)))
    .flatMap((each) => childrenBy(extraction, each, 'obl', 'obl:agent'))
    .filter((place) => linkOf(extraction, place) === 'by')
    .flatMap((head) => sideAt(extraction, head));
}

/** "labelled B a |terrorist| organization". */
function branded(extraction: Extraction, verb: number, objects: readonly number[], subjects: () => Mention[]): Sides[] {
  const isBad = childrenBy(extraction, verb, 'xcomp', 'obl', 'obj').some((place) =>
    [place, ...childrenBy(extraction, place, 'amod', 'compound')].some((each) => BAD.test(wordAt(extraction, each))),
  );
  return isBad ? [[subjects(), objects.flatMap((place) => sideAt(extraction, place))]] : [];
}

function pairAt(extraction: Extraction, place: number): string {
  return `${wordAt(extraction, place)} ${wordAt(extraction, place + 1)}`;
}
