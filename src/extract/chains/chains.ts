// Chains of one document: name forms, acronyms, countries, title nominals ("the president") and safe pronouns.
import type { Chain, Extraction, Mention, MentionKind } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import { compareSpans, type Span } from '../../model/span.ts';
import { type Equation, findAcronyms } from '../acronyms/acronyms.ts';
import { findAliases } from '../acronyms/aliases.ts';
import { findDefinedTerms } from '../acronyms/defined-terms.ts';
import { addMentions } from '../names/make-mention.ts';
import { findMarked, splitParagraphs } from '../quotations/find-marks.ts';
import type { Step } from '../step.ts';
import { bareInstitutions, firmNominals } from './body-nominals.ts';
import { definedNominals } from './defined-nominals.ts';
import { joinFamilyFirst } from './family-first.ts';
import { joinInitials } from './initials.ts';
import type { Linked } from './linked.ts';
import { blockOf, foldBody, isSamePerson } from './name-forms.ts';
import { findPersonalPronouns } from './people.ts';
import { findNeuterPronouns } from './pronouns.ts';
import { joinShortBodies } from './short-bodies.ts';
import { findSpeakerNominals } from './speaker-nominals.ts';
import { findTitleNominals } from './title-nominals.ts';

const BY = 'chains@1';
/** Guessed precision of the weakest link that a chain may hold, not yet calibrated. */
const SCORE = { names: 0.95, nominals: 0.8, pronouns: 0.75 } as const;

/** Name chains first, then nominals and pronouns hung on them. */
export const chainsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'tree', 'lemmas', 'mentions', 'relations'],
  assigns: ['mentions', 'chains'],
  run: (extraction) => {
    const named = chainNames(extraction);
    const { nominals, pronouns } = findReferring(extraction, named);
    const found = [...nominals, ...pronouns];
    const grown = addMentions(
      extraction,
      found.map(({ mention }) => mention),
    );
    const members = [...named, ...found.map(({ mention, group }) => ({ member: mention, group }))];
    return { ...grown, chains: [...extraction.chains, ...toChains(members)] };
  },
};

/** What refers without naming. Each with the group of the name it stands for; a speaker without a name with a number of his own. */
interface Referring {
  readonly nominals: readonly Linked[];
  readonly pronouns: readonly Linked[];
}

/** "the president", "a former ambassador", "he", "its"; `named`: as chainNames gives them. */
function findReferring(extraction: Extraction, named: readonly Member[]): Referring {
  const groups = new Map(named.map((mention) => [mention.member.id, mention.group]));
  const names = named.map(toLinked);
  const nominals = findNominals(extraction, named);
  const people = inOrder([...names, ...nominals].filter(({ mention }) => mention.type === 'Person'));
  const marked = markedStretches(extraction.document.text);
  return {
    nominals,
    pronouns: [...findPersonalPronouns(extraction, people, marked), ...findNeuterPronouns(extraction, groups)],
  };
}

/** "the president", "a former ambassador". */
export function findNominals(extraction: Extraction, named: readonly Member[]): readonly Linked[] {
  const names = named.map(toLinked);
  const defined = definedNominals(extraction, inOrder(names), BY, SCORE.names);
  const taken = new Set(defined.map(({ mention }) => mention.head));
  const titled = findTitleNominals(extraction, inOrder(names), BY, SCORE.nominals, nextFree(names)).filter(
    ({ mention }) => !taken.has(mention.head),
  );
  const withTitles = addMentions(
    extraction,
    [...defined, ...titled].map(({ mention }) => mention),
  );
  const firms = firmNominals(withTitles, inOrder(names), BY, SCORE.nominals).filter(
    ({ mention }) => !taken.has(mention.head),
  );
  const withFirms = addMentions(
    withTitles,
    firms.map(({ mention }) => mention),
  );
  const known = [...names, ...defined, ...titled, ...firms];
  return [...defined, ...titled, ...firms, ...findSpeakerNominals(withFirms, inOrder(known), BY, nextFree(known))];
}

/** The number after the last one in use. */
function nextFree(linked: readonly Linked[]): number {
  return linked.reduce((most, { group }) => Math.max(most, group), -1) + 1;
}

function inOrder(linked: readonly Linked[]): Linked[] {
  return [...linked].sort((left, right) => compareSpans(left.mention, right.mention));
}

function markedStretches(text: string): Span[] {
  return splitParagraphs(text).flatMap((paragraph) => findMarked(text, paragraph).filter(({ depth }) => depth === 0));
}

export interface Member {
  readonly member: Mention;
  readonly group: number;
}

/** Every mention that stands for something, with the number of its group; groups are numbered by first appearance. */
export function chainNames(extraction: Extraction): Member[] {
  const mentions = extraction.mentions.filter(
    ({ type, kind, referent }) => (kind === 'name' || referent !== null) && !/^(Time|Quantity|Role)$/.test(type),
  );
  const surface = (mention: Mention) => extraction.document.text.slice(mention.start, mention.end);
  // Names that are spelt alike and of one type are one name: compare each spelling once, however often it stands there.
  const bySpelling = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.type}\u0000${mention.referent?.name ?? ''}\u0000${surface(mention)}`;
    const alike = bySpelling.get(key);
    if (alike) alike.push(mention);
    else bySpelling.set(key, [mention]);
  }
  const wordsIn = ([first]: readonly Mention[]) => (first ? surface(first).split(' ').length : 0);
  const longestFirst = [...bySpelling.values()].sort((a, b) => wordsIn(b) - wordsIn(a));
  const groups: Mention[][][] = [];
  const blocks = new Map<string, Mention[][][]>();
  for (const spelling of longestFirst) {
    const mention = spelling[0] as Mention;
    const isLike = (other: readonly Mention[]) => areSame(mention, other[0] as Mention, surface);
    const key = mention.referent ? `=${mention.referent.name}` : `${mention.type} ${blockOf(surface(mention))}`;
    const block = blocks.get(key) ?? [];
    blocks.set(key, block);
    const fitting = block.filter((group) => group.some(isLike));
    // A surname that fits two people of the document stays alone: better apart than wrong.
    const only = fitting.length === 1 ? fitting[0] : undefined;
    if (only && (mention.type !== 'Person' || only.every(isLike))) only.push(spelling);
    else {
      const group = [spelling];
      groups.push(group);
      block.push(group);
    }
  }
  const whole = joinFamilyFirst(
    extraction,
    groups.map((group) => group.flat()),
  );
  const merged = joinInitials(extraction, mergeAcronyms(joinShortBodies(extraction, whole), extraction));
  const members = merged.flatMap((group, index) => group.map((member): Member => ({ member, group: index })));
  const bare = bareInstitutions(extraction, inOrder(members.map(toLinked)));
  return [...members, ...bare.map(({ mention, group }): Member => ({ member: mention, group }))];
}

const toLinked = ({ member, group }: Member): Linked => ({ mention: member, group });

function areSame(left: Mention, right: Mention, surface: (mention: Mention) => string): boolean {
  if (left.referent && right.referent)
    return left.referent.name === right.referent.name && left.referent.type === right.referent.type;
  if (left.referent || right.referent) return false;
  if (left.type !== right.type) return false;
  if (left.type === 'Person') return isSamePerson(surface(left), surface(right));
  return foldBody(surface(left)) === foldBody(surface(right));
}

function mergeAcronyms(groups: readonly Mention[][], extraction: Extraction): Mention[][] {
  const merged = groups.map((group) => [...group]);
  for (const { left, right } of [
    ...findAcronyms(extraction),
    ...findAliases(extraction),
    ...namesDefined(extraction),
  ]) {
    const from = merged.find((group) => group.includes(right));
    const into = merged.find((group) => group.includes(left));
    if (!from || !into || from === into) continue;
    into.push(...from);
    from.length = 0;
  }
  return joinFreed(
    extraction,
    merged.filter((group) => group.length > 0),
    merged.length,
  );
}

/** "Hale" of a text in which Boris Hale is also Bors Hale: once these are one, the surname fits one person only. */
function joinFreed(extraction: Extraction, groups: readonly Mention[][], before: number): Mention[][] {
  if (groups.length === before) return [...groups];
  const surface = ({ start, end }: Mention): string => extraction.document.text.slice(start, end);
  const joined = groups.map((group) => [...group]);
  for (const group of joined) {
    const [name] = group;
    if (name?.type !== 'Person' || !group.every((each) => !/\s/.test(surface(each)))) continue;
    const fitting = joined.filter(
      (other) =>
        other !== group && other.some((each) => each.type === 'Person' && isSamePerson(surface(name), surface(each))),
    );
    if (fitting.length === 1) fitting[0]?.push(...group.splice(0));
  }
  return joined.filter((group) => group.length > 0);
}

/** A term that is a name itself: "Norair Group plc (“|Norair|”)". */
function namesDefined(extraction: Extraction): Equation[] {
  const { text } = extraction.document;
  return findDefinedTerms(extraction).flatMap(({ name, term, span }) =>
    extraction.mentions
      .filter(({ kind, start, end }) => kind === 'name' && start >= span.start && text.slice(start, end) === term)
      .map((right) => ({ left: name, right })),
  );
}

function toChains(members: readonly Member[]): Chain[] {
  const byGroup = new Map<number, Mention[]>();
  for (const { member, group } of members) {
    const fellows = byGroup.get(group);
    if (fellows) fellows.push(member);
    else byGroup.set(group, [member]);
  }
  return [...byGroup.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const sorted = [...group].sort(compareSpans);
      const has = (kind: MentionKind) => sorted.some((mention) => mention.kind === kind);
      const score = has('pronoun') ? SCORE.pronouns : has('nominal') ? SCORE.nominals : SCORE.names;
      return {
        id: makeId('chain', ...sorted.map(({ id }) => id)),
        mentionIds: sorted.map(({ id }) => id),
        score,
        by: BY,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
