// What the tree and the words say of two mentions against their being one, whatever the head finds.
import type { Extraction } from '../../model/extraction.ts';
import { sayingLemma } from '../reporting.ts';
import { fullRelationAt, headOf, relationAt, uposOf } from '../tree.ts';
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
  return isOf(noun, top) || isOf(top, noun);
}

/** "A resident said … |A resident| said": the second "a" brings in somebody else of the kind. */
function isAnother(extraction: Extraction, mention: ReadMention, fellow: ReadMention): boolean {
  if (mention.manner !== 'a' || mention.noun !== fellow.noun) return false;
  return [mention, fellow].every(
    ({ manner, role, governor }) =>
      NOMINAL.has(manner) && manner !== 'name' && role === 'subject' && sayingLemma(extraction, governor) !== null,
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
