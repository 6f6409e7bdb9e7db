// What an entity shows together where a mention asks whether it stands for it.
import type { Gender } from '../chains/genders.ts';
import type { ReadMention } from './read-mention.ts';

/** What the mentions of an entity so far show together. */
export interface EntityView {
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
  /** True where the mention's own sentence is about to name it. */
  readonly isComing: boolean;
  /** Highest chance that the head gives one of its mentions. */
  readonly bestLink: number;
  /** Entities of its sort with a mention nearer to the one that asks. */
  readonly nearer: number;
  /** True for the first of its sort in the text. */
  readonly isFirst: boolean;
}

export type Features = readonly (readonly [name: string, value: number])[];

/** The entity as it stands before the mention, or at the name to come. */
export function viewOf(
  read: readonly ReadMention[],
  members: readonly number[],
  index: number,
  coming: number | null,
): Omit<EntityView, 'nearer' | 'isFirst' | 'bestLink'> {
  const all = pick(read, members);
  const before = pick(
    read,
    members.filter((member) => member < index),
  );
  const votes = (signs: readonly (boolean | null)[]): boolean | null => {
    const balance = signs.reduce((sum, sign) => sum + (sign === null ? 0 : sign ? 1 : -1), 0);
    return balance === 0 ? null : balance > 0;
  };
  const agreed = (genders: readonly (Gender | null)[]): Gender | null => {
    const isHe = votes(genders.map((gender) => (gender === null ? null : gender === 'he')));
    return isHe === null ? null : isHe ? 'he' : 'she';
  };
  const [called, named] = [all.filter(({ manner }) => manner === 'he'), all.filter(({ manner }) => manner !== 'he')];
  const mentions =
    before.length > 0
      ? before
      : pick(
          read,
          members.filter((member) => member === coming),
        );
  return {
    mentions,
    gender: agreed(named.map(({ gender }) => gender)),
    likelyGender: agreed(named.map(({ likelyGender }) => likelyGender)),
    called: agreed(called.map(({ gender }) => gender)),
    many: votes(all.map(({ many }) => many)),
    living: votes(all.map(({ living }) => living)),
    isNamed: all.some(({ manner }) => manner === 'name'),
    isComing: coming !== null && members.includes(coming),
  };
}

/** Whether a mention could stand for an entity as far as gender and life tell. */
export function isRival(
  { living, gender }: ReadMention,
  view: { readonly living: boolean | null; readonly gender: Gender | null; readonly called: Gender | null },
): boolean {
  const isOther = (one: unknown, other: unknown): boolean => one !== null && other !== null && one !== other;
  return !isOther(living, view.living) && !isOther(gender, view.gender ?? view.called);
}

/** The items at these places, in their order. */
export function pick<Item>(items: readonly Item[], places: readonly number[] = []): Item[] {
  return places.flatMap((place) => items[place] ?? []);
}
