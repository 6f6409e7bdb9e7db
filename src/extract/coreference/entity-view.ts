// What an entity shows together where a mention asks whether it stands for it.
import type { Gender } from '../chains/genders.ts';
import type { ReadMention } from './read-mention.ts';

/** What mentions of one entity show together. */
export interface EntitySigns {
  /** In reading order. */
  readonly mentions: readonly ReadMention[];
  /** By names, titles and nouns. */
  readonly gender: Gender | null;
  readonly likelyGender: Gender | null;
  /** By the pronouns that stand for it so far. */
  readonly called: Gender | null;
  readonly many: boolean | null;
  readonly living: boolean | null;
  readonly isNamed: boolean;
}

/** An entity as a mention meets it. */
export interface EntityView {
  /** Of all its mentions, those to come included. */
  readonly signs: EntitySigns;
  /** Its mentions so far, or the one to come. */
  readonly mentions: readonly ReadMention[];
  /** True where the mention's own sentence is about to name it. */
  readonly isComing: boolean;
  /** What the head gives its mentions together. */
  readonly chance: number;
  /** Highest chance that the head gives one of its mentions. */
  readonly bestLink: number;
  /** Entities of its sort with a mention nearer to the one that asks. */
  readonly nearer: number;
  /** True for the first of its sort in the text. */
  readonly isFirst: boolean;
}

export type Features = readonly (readonly [name: string, value: number])[];

/** Takes in one feature. Tens of thousands a document are weighed, so that no list is made of them but for training. */
export type Tell = (name: string, value: number) => void;

export function signsOf(mentions: readonly ReadMention[]): EntitySigns {
  const named = mentions.filter(({ manner }) => manner !== 'he');
  return {
    mentions,
    gender: agreed(named, ({ gender }) => gender),
    likelyGender: agreed(named, ({ likelyGender }) => likelyGender),
    called: agreed(
      mentions.filter(({ manner }) => manner === 'he'),
      ({ gender }) => gender,
    ),
    many: votes(mentions, ({ many }) => many),
    living: votes(mentions, ({ living }) => living),
    isNamed: mentions.some(({ manner }) => manner === 'name'),
  };
}

function votes(mentions: readonly ReadMention[], signOf: (mention: ReadMention) => boolean | null): boolean | null {
  let balance = 0;
  for (const mention of mentions) {
    const sign = signOf(mention);
    if (sign !== null) balance += sign ? 1 : -1;
  }
  return balance === 0 ? null : balance > 0;
}

function agreed(mentions: readonly ReadMention[], genderOf: (mention: ReadMention) => Gender | null): Gender | null {
  const isHe = votes(mentions, (mention) => {
    const gender = genderOf(mention);
    return gender === null ? null : gender === 'he';
  });
  return isHe === null ? null : isHe ? 'he' : 'she';
}

/** Whether a mention could stand for an entity as far as gender and life tell. */
export function isRival(
  { living, gender }: ReadMention,
  signs: Pick<EntitySigns, 'living' | 'gender' | 'called'>,
): boolean {
  return !differs(living, signs.living) && !differs(gender, signs.gender ?? signs.called);
}

/** True where both are told and are not the same. */
export function differs<Value>(one: Value | null, other: Value | null): boolean {
  return one !== null && other !== null && one !== other;
}
