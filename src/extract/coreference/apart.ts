// What the tree and the words say of two mentions against their being one, whatever the head finds.
import type { Extraction } from '../../model/extraction.ts';
import { isOffice } from '../lexicon/offices.ts';
import { sayingLemma } from '../reporting.ts';
import { childrenOf, fullRelationAt, headOf, relationAt, uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { mayBeCountry } from './entities.ts';
import { differs } from './entity-view.ts';
import { NOMINAL, type ReadMention } from './read-mention.ts';

/**
 * True where the two cannot be one: one owns the other, both act in one clause, one is brought in after the other, or one is head of
 * a state and the other of a government. `mention` stands behind `fellow`.
 */
export function areApart(extraction: Extraction, mention: ReadMention, fellow: ReadMention): boolean {
  return (
    isOwnOwner(extraction, mention, fellow) ||
    actOnEachOther(extraction, mention, fellow) ||
    isAnother(extraction, mention, fellow) ||
    isListedBeside(extraction, mention, fellow) ||
    isNewActor(extraction, mention, fellow) ||
    isKinOfOffice(extraction, mention, fellow) ||
    differs(mention.office, fellow.office)
  );
}

/** "The facility": a noun that no country is called by. */
export function isOtherNoun(extraction: Extraction, { manner, noun, head }: ReadMention): boolean {
  if (!NOMINAL.has(manner) || manner === 'name' || uposOf(extraction, head) !== 'NOUN') return false;
  return !mayBeCountry(noun);
}

/** "|Its foreign minister|, Ada Quill,": the place of the name that the description stands beside; null for any other mention. */
export function findNameBeside(extraction: Extraction, mentions: readonly ReadMention[], index: number): number | null {
  const { manner, head, sentence } = mentions[index] as ReadMention;
  if (!NOMINAL.has(manner) || manner === 'name') return null;
  for (let place = index + 1; mentions[place]?.sentence === sentence; place += 1) {
    const other = mentions[place] as ReadMention;
    if (other.manner === 'name' && other.head > head && areBeside(extraction, head, other.head)) return place;
  }
  return null;
}

/** "|the minister of trade|, Ada Quill": descriptions beside a name, whatever they were joined to so far. */
export function findDescriptions(
  extraction: Extraction,
  mentions: readonly ReadMention[],
  index: number,
): ReadMention[] {
  const { manner, head, sentence } = mentions[index] as ReadMention;
  const found: ReadMention[] = [];
  if (manner !== 'name') return found;
  for (let place = index - 1; mentions[place]?.sentence === sentence; place -= 1) {
    const other = mentions[place] as ReadMention;
    const isNominal = NOMINAL.has(other.manner) && other.manner !== 'name';
    if (isNominal && other.head < head && areBeside(extraction, other.head, head)) found.push(other);
  }
  return found;
}

/** "|Its| troops", "|his| aide, Amy Lund": nothing belongs to itself, nor does what a description beside it belongs to describe it. */
function isOwnOwner(extraction: Extraction, mention: ReadMention, fellow: ReadMention): boolean {
  return owns(extraction, mention, fellow) || owns(extraction, fellow, mention);
}

function owns(extraction: Extraction, owner: ReadMention, owned: ReadMention): boolean {
  if (fullRelationAt(extraction, owner.head) !== 'nmod:poss') return false;
  const noun = headOf(extraction, owner.head);
  return noun === owned.head || areBeside(extraction, noun, owned.head);
}

/** A description and the name that it tells of, in either order; `name`: any word of it. */
function areBeside(extraction: Extraction, noun: number, name: number): boolean {
  const top = relationAt(extraction, name) === 'flat' ? headOf(extraction, name) : name;
  const isOf = (word: number, other: number): boolean =>
    headOf(extraction, word) === other && /^(?:appos|nmod:desc)$/.test(fullRelationAt(extraction, word));
  return isOf(noun, top) || isOf(top, noun) || isCalled(extraction, noun, top);
}

/** "A militia known as |the Red Guards|", "a man named |Boris Hale|". */
function isCalled(extraction: Extraction, noun: number, name: number): boolean {
  const verb = headOf(extraction, name);
  return (
    /^(?:known|called|named|dubbed|nicknamed|codenamed)$/.test(wordAt(extraction, verb)) &&
    headOf(extraction, verb) === noun &&
    relationAt(extraction, verb) === 'acl'
  );
}

/** "A resident said … |A resident| said": the second "a" brings in somebody else of the kind. */
function isAnother(extraction: Extraction, mention: ReadMention, fellow: ReadMention): boolean {
  if (mention.manner !== 'a' || mention.noun !== fellow.noun) return false;
  return [mention, fellow].every(
    ({ manner, role, governor }) =>
      NOMINAL.has(manner) && manner !== 'name' && role === 'subject' && sayingLemma(extraction, governor) !== null,
  );
}

/** "|the army| and a militia known as |the Red Guards|": two of one list are two, also where a description leads to the name. */
function isListedBeside(extraction: Extraction, mention: ReadMention, fellow: ReadMention): boolean {
  if (mention.sentence !== fellow.sentence || mention.noun === fellow.noun) return false;
  if (!NOMINAL.has(mention.manner) || !NOMINAL.has(fellow.manner)) return false;
  const [first, second] = mention.start < fellow.start ? [fellow, mention] : [mention, fellow];
  let at = first.head;
  for (let step = 0; step < DEEPEST && at >= 0; step += 1) {
    const relation = fullRelationAt(extraction, at);
    if (relation === 'conj') return headOf(extraction, at) === second.head;
    if (!/^(?:flat|acl|obl|appos|xcomp)$/.test(relation)) return false;
    at = headOf(extraction, at);
  }
  return false;
}

const DEEPEST = 4;
const KIN =
  /^(?:brother|sister|son|daughter|wife|husband|father|mother|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|grandfather|grandmother|widow|widower|half-brother|half-sister|parent|child)$/;

/** "His brother was taken away … |the minister of defence|": who was brought in as somebody's kin is not called by an office. */
function isKinOfOffice(extraction: Extraction, mention: ReadMention, fellow: ReadMention): boolean {
  const isKin = ({ manner, noun }: ReadMention): boolean => NOMINAL.has(manner) && manner !== 'name' && KIN.test(noun);
  const isOfficer = ({ manner, noun }: ReadMention): boolean => manner === 'the' && isOffice(noun);
  const isOwned = ({ head }: ReadMention): boolean =>
    childrenOf(extraction, head).some((child) => fullRelationAt(extraction, child) === 'nmod:poss');
  return (
    (isKin(mention) && isOwned(mention) && isOfficer(fellow)) ||
    (isOfficer(mention) && isKin(fellow) && isOwned(fellow))
  );
}

/** "Norland, with |its| capital Torva": the place of the name right before the comma; null for any other pronoun. */
export function findOwnerBeside(
  extraction: Extraction,
  mentions: readonly ReadMention[],
  index: number,
): number | null {
  const { manner, head, sentence } = mentions[index] as ReadMention;
  if (manner !== 'it' || wordAt(extraction, head - 1) !== 'with' || wordAt(extraction, head - 2) !== ',') return null;
  for (let place = index - 1; mentions[place]?.sentence === sentence; place -= 1) {
    const other = mentions[place] as ReadMention;
    if (other.manner === 'name' && other.end === head - 2) return place;
  }
  return null;
}

/** "Hale left … where |a manager| hides it": who acts and comes in with "a" is nobody whom the text has named before. */
function isNewActor(extraction: Extraction, mention: ReadMention, fellow: ReadMention): boolean {
  return (
    mention.manner === 'a' &&
    fellow.manner === 'name' &&
    fellow.sentence < mention.sentence &&
    relationAt(extraction, mention.head) === 'nsubj' &&
    uposOf(extraction, headOf(extraction, mention.head)) === 'VERB'
  );
}

/** "|A judge| sentenced |Hale|": of the two whom one verb names, the one that comes in with "a" is somebody else, whatever the parser calls them. */
function actOnEachOther(extraction: Extraction, mention: ReadMention, fellow: ReadMention): boolean {
  if (mention.manner !== 'a' && fellow.manner !== 'a') return false;
  if (!NOMINAL.has(mention.manner) || !NOMINAL.has(fellow.manner)) return false;
  const isArgument = ({ head }: ReadMention): boolean => /^(?:nsubj|obj|iobj)$/.test(relationAt(extraction, head));
  return (
    isArgument(mention) && isArgument(fellow) && headOf(extraction, mention.head) === headOf(extraction, fellow.head)
  );
}
