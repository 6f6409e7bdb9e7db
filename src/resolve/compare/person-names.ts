// Do the names of two people allow them to be one, and how surely?
import { isCommonName } from '../common-names.ts';
import { comparePersonNames, type NameRelation, type PersonName } from '../person-name.ts';
import type { Profile } from '../profile.ts';
import { isSpellingVariant } from '../spelling.ts';
import type { Comparison, Level } from './feature.ts';

const LEVELS: Readonly<Partial<Record<NameRelation, Level>>> = {
  same: 'name-same',
  respelt: 'name-respelt',
  variant: 'name-variant',
  suffix: 'name-suffix',
  initial: 'name-initial',
};
const SUREST_FIRST: readonly NameRelation[] = ['same', 'respelt', 'suffix', 'variant', 'initial'];

/** The best relation among their full names; one pair that excludes itself excludes them. Without a full name: the surname. */
export function comparePeople(left: Profile, right: Profile): Comparison | null {
  if (left.full.size === 0 || right.full.size === 0) return compareLone(left, right);
  let best: NameRelation = 'unrelated';
  for (const name of left.full.values()) {
    for (const other of right.full.values()) {
      const relation = comparePersonNames(name, other);
      if (relation === 'conflict') {
        return { level: 'name-conflict', amount: 1, detail: `${say(name)} and ${say(other)} are two names.` };
      }
      if (rank(relation) < rank(best)) best = relation;
    }
  }
  const level = LEVELS[best];
  if (level === undefined) return null;
  const [name, other] = [[...left.full.values()][0], [...right.full.values()][0]];
  if (!name || !other) return null;
  if (level === 'name-same' && [...left.full.values(), ...right.full.values()].every(isCommonName)) {
    return { level: 'name-same-common', amount: 1, detail: `Both bear the name ${say(name)}, as many people do.` };
  }
  return { level, amount: 1, detail: sayRelation(best, say(name), say(other)) };
}

const rank = (relation: NameRelation): number => {
  const place = SUREST_FIRST.indexOf(relation);
  return place < 0 ? SUREST_FIRST.length : place;
};

function compareLone(left: Profile, right: Profile): Comparison | null {
  if (left.full.size === 0 && right.full.size === 0) {
    const shared = [...left.lone.keys()].find((name) => right.lone.has(name));
    return shared === undefined
      ? null
      : { level: 'name-lone', amount: 1, detail: `Both are called ${toTitle(shared)} and no more.` };
  }
  const [lone, full] = left.full.size === 0 ? [left, right] : [right, left];
  for (const name of lone.lone.values()) {
    for (const long of full.full.values()) {
      if (isSurnameOf(name.surname, long)) {
        return { level: 'name-surname', amount: 1, detail: `${say(name)} is the surname of ${say(long)}.` };
      }
    }
  }
  // "King Emil" is no "Emil Quill" who is no king.
  if (reigns(lone) && !reigns(full)) return null;
  for (const name of lone.lone.values()) {
    for (const long of full.full.values()) {
      if (long.given[0] === name.surname) {
        return { level: 'name-given', amount: 1, detail: `${say(name)} is the given name of ${say(long)}.` };
      }
    }
  }
  return null;
}

/** Those who reign are called by their given name alone. */
const REIGNING = /^(?:king|queen|emperor|empress|sultan|emir|pope)$/;

function reigns({ offices }: Profile): boolean {
  return [...offices.values()].some(({ title }) => REIGNING.test(title));
}

/** The surname itself, its last word, or another spelling of it. */
function isSurnameOf(word: string, { surname }: PersonName): boolean {
  return word === surname || word === surname.split(' ').at(-1) || isSpellingVariant(word, surname);
}

function sayRelation(relation: NameRelation, left: string, right: string): string {
  if (left === right) return `Both bear the full name ${left}.`;
  if (relation === 'same') return `${left} and ${right} agree in given name and surname.`;
  if (relation === 'initial') return `${left} and ${right} agree in surname and initial.`;
  if (relation === 'suffix') return `${left} and ${right} differ only in the suffix.`;
  return `${left} and ${right} are spellings of one name.`;
}

function say({ given, surname, suffix }: PersonName): string {
  const number = suffix !== null && /^[ivx]+$/.test(suffix) ? ` ${suffix.toUpperCase()}` : '';
  const words = [...given, surname, ...(suffix === null || number !== '' ? [] : [suffix])];
  return `${toTitle(words.join(' '))}${number}`;
}

const toTitle = (words: string): string => words.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
