// Units → groups of units that stand for one thing, with the decisions that made them: the stages in their order.
import type { Decision } from '../model/graph.ts';
import type { Scope } from './scope.ts';
import { joinEqualNames } from './stages/equal-names.ts';
import { joinLoneNames } from './stages/lone-names.ts';
import { applyWords, joinAcrossKinds, type Word } from './stages/people-decide.ts';
import { joinShortNames } from './stages/short-names.ts';
import { joinStatedNames } from './stages/stated-names.ts';
import { joinVariantNames } from './stages/variant-names.ts';
import { makeUnitGroups } from './unit-groups.ts';

export interface Grouping {
  readonly groups: readonly (readonly number[])[];
  /** Of this machine, in no order. */
  readonly decisions: readonly Decision[];
}

/** @param words The last words of people on units of the scope, sorted; they bind every stage after the first. */
export function groupUnits(scope: Scope, words: readonly Word[]): Grouping {
  const groups = makeUnitGroups(scope);
  applyWords(groups, words);
  joinStatedNames(groups);
  joinEqualNames(groups);
  joinVariantNames(groups);
  joinShortNames(groups);
  joinLoneNames(groups);
  joinAcrossKinds(groups, words);
  return { groups: groups.groups(), decisions: groups.decisions() };
}
