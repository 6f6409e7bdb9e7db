// The state of the clustering: which units are together, what each group is known by, and why.
import type { Decision } from '../model/graph.ts';
import type { MentionId } from '../model/id.ts';
import { makeClusters } from './cluster.ts';
import { documentAllows } from './document-rule.ts';
import { pairKey } from './fill-profiles.ts';
import { type BlockNode, copyProfile, mergeCompany, mergeProfile, type Profile } from './profile.ts';
import type { Scope } from './scope.ts';
import type { PairScore } from './score.ts';

/** Why two units are joined or not, as a decision will tell. */
export interface Ground {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly by: string;
}

export interface UnitGroups {
  readonly scope: Scope;
  /** Any unit stands for its group; `root` gives the same number for all of one group. */
  root(unit: number): number;
  profile(unit: number): Profile;
  members(unit: number): readonly number[];
  groups(): readonly (readonly number[])[];
  /**
   * Joins the groups of two units; false where people or a document keep them apart. Notes the decision where they were apart.
   * What a text states outright is not measured by the names.
   */
  join(left: number, right: number, ground: Ground, why?: 'stated'): boolean;
  /** Joins although a document keeps them apart: people may. False where people keep them apart. */
  force(left: number, right: number): boolean;
  keepApart(left: number, right: number): void;
  /** Notes a decision that joins nothing. */
  note(left: number, right: number, verdict: 'different' | 'unsure', ground: Ground): void;
  /** Of this machine; one a pair of units, the last. */
  decisions(): readonly Decision[];
}

/** What a group knows, and whose names it bears. */
interface Grown {
  readonly profile: Profile;
  readonly names: Set<BlockNode | null>;
}

/** Every unit alone. */
export function makeUnitGroups(scope: Scope): UnitGroups {
  const clusters = makeClusters(scope.units.length);
  // What a group knows stands at its root. The units' own profiles stay as they are: their documents judge by them.
  const grown = new Map<number, Grown>();
  const profileOf = (root: number): Profile => grown.get(root)?.profile ?? (scope.profiles[root] as Profile);
  const decisions = new Map<number, Decision>();

  const note = (left: number, right: number, verdict: Decision['verdict'], ground: Ground): void => {
    const [one, other] = [mentionFor(scope, left), mentionFor(scope, right)];
    const [first, second] = one < other ? [one, other] : [other, one];
    const { score, reasons, by } = ground;
    decisions.set(pairKey(left, right), { left: first, right: second, verdict, score, reasons, by });
  };

  const merge = (left: number, right: number): boolean => {
    const [first, second] = [clusters.root(left), clusters.root(right)];
    if (first === second) return true;
    if (!clusters.join(first, second)) return false;
    const into = clusters.root(first);
    const from = into === first ? second : first;
    let known = grown.get(into);
    if (known === undefined) {
      const own = scope.profiles[into] as Profile;
      known = { profile: copyProfile(own), names: new Set([own.node]) };
      grown.set(into, known);
    }
    const other = grown.get(from);
    const added = other?.profile ?? (scope.profiles[from] as Profile);
    // A unit that bears the names of one in the group adds no name; many do, and names are the most of a profile.
    if (added.node !== null && known.names.has(added.node)) mergeCompany(known.profile, added);
    else {
      mergeProfile(known.profile, added);
      for (const node of other?.names ?? [added.node]) known.names.add(node);
    }
    if (other !== undefined) grown.delete(from);
    return true;
  };

  const documentsAllow = (left: number, right: number): boolean => {
    const [first, second] = [clusters.root(left), clusters.root(right)];
    const [small, large] = clusters.size(first) <= clusters.size(second) ? [first, second] : [second, first];
    const allows = (unit: number): boolean =>
      scope.besides(unit).every((other) => clusters.root(other) !== large || documentAllows(scope, unit, other));
    return clusters.size(small) === 1 ? allows(small) : clusters.members(small).every(allows);
  };

  return {
    scope,
    root: clusters.root,
    profile: (unit) => profileOf(clusters.root(unit)),
    members: clusters.members,
    groups: clusters.groups,
    join: (left, right, ground, why) => {
      if (clusters.root(left) === clusters.root(right)) return true;
      if (clusters.areApart(left, right) || (why !== 'stated' && !documentsAllow(left, right))) return false;
      note(left, right, 'same', ground);
      return merge(left, right);
    },
    force: merge,
    keepApart: (left, right) => {
      clusters.keepApart(left, right);
    },
    note,
    decisions: () => [...decisions.values()],
  };
}

/** The mention that shows a unit best: its most frequent name, else its first mention that is no pronoun. */
function mentionFor({ units }: Scope, unit: number): MentionId {
  const found = units[unit];
  const described = found?.mentions.find(({ kind }) => kind !== 'pronoun');
  return found?.names[0]?.mention.id ?? described?.id ?? (found?.id as MentionId);
}

/** The ground of a scored pair. */
export function groundOf(pair: PairScore, by: string): Ground {
  return { score: pair.score, reasons: pair.reasons, by };
}
