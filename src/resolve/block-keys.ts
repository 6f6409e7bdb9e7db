// Blocking: the texts by which units find those that could be the same thing. Units that share none are never compared.
import { wordBag } from './compare/thing-names.ts';
import { isDefinite } from './institution.ts';
import { isModelName } from './organization-name.ts';
import type { Profile } from './profile.ts';
import { reduceSpelling } from './reduce-spelling.ts';
import { levelSound } from './romanised.ts';
import { soundOf } from './spelling.ts';
import { isLocal } from './unit.ts';

/** Known by a name that a longer one may explain: a lone word of a person, any name of a thing that says no owner. */
export function isShort(profile: Profile): boolean {
  if (profile.isPerson) return profile.full.size === 0 && profile.lone.size > 0;
  if ([...profile.referents].some((key) => !isLocal(key)) || [...profile.institutions.values()].some(isDefinite)) {
    return false;
  }
  return profile.specific.size + profile.acronyms.size + profile.institutions.size > 0;
}

/** One referent, one full name, one specific name, one institution; referents first in their order, since they leave no doubt. */
export function equalKeys(profile: Profile): string[] {
  const names = profile.isPerson
    ? [...profile.full.keys()].map((name) => `2person:${name}`)
    : [
        ...[...profile.specific.keys()].map((name) => `2thing:${name}`),
        ...[...profile.institutions].flatMap(([key, institution]) =>
          isDefinite(institution) ? [`3institution:${key}`] : [],
        ),
      ];
  return [...[...profile.referents].map((referent) => `1${referent}`), ...names];
}

/** Full names that sound alike, share a surname or hold the same words. */
export function variantKeys(profile: Profile): string[] {
  if (profile.isPerson) {
    return [...profile.full.values()].flatMap(({ given, surname, suffix }) => [
      ...soundsOf([surname.split(' ').at(-1) ?? '']).map((sound) => `surname ${sound}`),
      // "Harold II" begins like "Harold II Brook".
      given.length === 0 ? `first ${surname} ${suffix}` : `first ${given[0]} ${given[1] ?? surname.split(' ')[0]}`,
    ]);
  }
  return [...profile.specific].flatMap(([name, surface]) => {
    const words = name.split(' ');
    return [
      `words ${wordBag(name).join(' ')}`,
      ...soundsOf(words).map((sound) => `sound ${words.length} ${sound}`),
      ...tailKeys(words, surface),
    ];
  });
}

/** A name and the same with an owner before it end alike: in two words, or in one that only a product bears. */
function tailKeys(words: readonly string[], surface: string): string[] {
  const last = surface.split(' ').at(-1) ?? '';
  return [
    ...(words.length > 1 ? [`tail ${words.slice(-2).join(' ')}`] : []),
    ...(isModelName(last) ? [`tail ${words.at(-1)}`] : []),
  ];
}

/** By which a full name is found from a short one. */
export function longKeys(profile: Profile): string[] {
  if (profile.isPerson) {
    return [...profile.full.values()].flatMap(({ given, surname }) => [
      ...[surname, surname.split(' ').at(-1) ?? ''].flatMap(surnameKeys),
      `given ${given[0]}`,
    ]);
  }
  return [
    ...[...profile.acronyms, ...profile.initials.keys()].map((acronym) => `acronym ${acronym}`),
    ...[...profile.specific.keys()].map((name) => `first ${name.split(' ')[0]}`),
    ...[...profile.institutions.values()].flatMap(({ words }) => words.map((word) => `institution ${word}`)),
  ];
}

/** By which a short name looks for full ones. */
export function shortKeys(profile: Profile): string[] {
  if (profile.isPerson) {
    return [...profile.lone.values()].flatMap(({ surname }) => [...surnameKeys(surname), `given ${surname}`]);
  }
  return [
    ...[...profile.acronyms].map((acronym) => `acronym ${acronym}`),
    ...[...profile.specific.keys()].map((name) => `first ${name.split(' ')[0]}`),
    // The rarest word would do; the last of the sorted words is as good as any and needs no count.
    ...[...profile.institutions.values()].map(({ words }) => `institution ${words[0] ?? ''}`),
  ];
}

/** Spellings of one surname sound alike, or are one once the letters are levelled that transliterations vary. */
const surnameKeys = (surname: string): string[] => [
  ...soundsOf([surname]).map((sound) => `surname ${sound}`),
  `spelt ${reduceSpelling(surname)}`,
];

/** How words sound as they are written, and as another romanisation would write them. */
function soundsOf(words: readonly string[]): string[] {
  const [plain, level] = [words, words.map(levelSound)].map((each) => each.map(soundOf).join(' '));
  return [...new Set([plain ?? '', level ?? ''])];
}
