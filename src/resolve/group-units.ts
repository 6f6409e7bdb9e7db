// Units → groups of units that stand for one thing, with the decisions that made them: the stages in their order.
import type { Decision } from '../model/graph.ts';
import type { Folder } from './folder.ts';
import { joinEqualNames } from './stages/equal-names.ts';
import { joinLoneNames } from './stages/lone-names.ts';
import { applyWords, compareDecisions } from './stages/people-decide.ts';
import { joinShortNames } from './stages/short-names.ts';
import { joinStatedNames } from './stages/stated-names.ts';
import { joinVariantNames } from './stages/variant-names.ts';
import type { Unit } from './unit.ts';
import { makeUnitGroups } from './unit-groups.ts';

export interface Grouping {
  readonly groups: readonly (readonly Unit[])[];
  /** Of people (the last word on each pair) and of this machine, sorted by left, right and by. */
  readonly decisions: readonly Decision[];
}

/** @param words The last words of people, sorted; they bind every stage after the first. */
export function groupUnits(folder: Folder, words: readonly Decision[]): Grouping {
  const groups = makeUnitGroups(folder);
  applyWords(groups, words);
  joinStatedNames(groups);
  joinEqualNames(groups);
  joinVariantNames(groups);
  joinShortNames(groups);
  joinLoneNames(groups);
  const known = words.filter(({ left, right }) => folder.unitOf.has(left) && folder.unitOf.has(right));
  return {
    groups: groups.groups().map((members) => members.flatMap((unit) => folder.units[unit] ?? [])),
    decisions: [...known, ...groups.decisions()].sort(compareDecisions),
  };
}
