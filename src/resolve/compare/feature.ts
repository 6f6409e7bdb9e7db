// The one shape of a comparison feature: what it found, on which level of agreement, and the sentence shown as a reason.

import type { Profile } from '../profile.ts';
import type { Scope } from '../scope.ts';

/** Levels of agreement, each with a weight in score.ts. */
export type Level =
  | 'name-same'
  | 'name-same-common'
  | 'name-respelt'
  | 'name-variant'
  | 'name-suffix'
  | 'name-initial'
  | 'name-surname'
  | 'name-given'
  | 'name-lone'
  | 'name-conflict'
  | 'thing-same'
  | 'thing-institution'
  | 'thing-reordered'
  | 'thing-variant'
  | 'thing-acronym-stated'
  | 'thing-acronym'
  | 'thing-same-acronym'
  | 'thing-short'
  | 'thing-owned'
  | 'thing-unnamed'
  | 'only-match'
  | 'same-document'
  | 'office-same'
  | 'office-other-title'
  | 'office-title'
  | 'office-other-owner'
  | 'neighbours-shared'
  | 'neighbours-in-document'
  | 'neighbours-none'
  | 'things-elsewhere'
  | 'owner-named'
  | 'sense-open'
  | 'type-differs'
  | 'type-vague'
  | 'sense-differs'
  | 'life-agrees'
  | 'life-differs';

export interface Comparison {
  readonly level: Level;
  /** 0–1, how much of the level's weight counts. */
  readonly amount: number;
  /** A sentence for people. */
  readonly detail: string;
}

/** Null where it has nothing to say. Symmetric in what it finds. */
export type Feature = (left: Profile, right: Profile, scope: Scope) => Comparison | null;
