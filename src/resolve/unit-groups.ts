// The state of the clustering: which units are together, what each group is known by, and why.
import type { Decision } from '../model/graph.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import { makeClusters } from './cluster.ts';
import { documentAllows } from './document-rule.ts';
import { compareText } from './fold.ts';
import type { Folder } from './folder.ts';
import { mergeProfile, type Profile } from './profile.ts';
import type { PairScore } from './score.ts';

/** Why two units are joined or not, as a decision will tell. */
export interface Ground {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly by: string;
}

export interface UnitGroups {
  readonly folder: Folder;
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

/** Every unit alone. */
export function makeUnitGroups(folder: Folder): UnitGroups {
  const clusters = makeClusters(folder.units.length);
  const profiles = new Map<number, Profile>(folder.profiles.map((profile, index) => [index, profile]));
  const byDocument = new Map<number, Map<DocumentId, number[]>>(
    folder.units.map((unit, index) => [index, new Map([[unit.extraction.document.id, [index]]])]),
  );
  const decisions = new Map<string, Decision>();

  const note = (left: number, right: number, verdict: Decision['verdict'], ground: Ground): void => {
    const pair = [mentionFor(folder, left), mentionFor(folder, right)].sort(compareText) as [MentionId, MentionId];
    if (pair[0] === pair[1]) return;
    const { score, reasons, by } = ground;
    decisions.set(pair.join(), { left: pair[0], right: pair[1], verdict, score, reasons, by });
  };

  const merge = (left: number, right: number): boolean => {
    const [first, second] = [clusters.root(left), clusters.root(right)];
    if (first === second) return true;
    if (!clusters.join(first, second)) return false;
    const into = clusters.root(first);
    const from = into === first ? second : first;
    mergeProfile(profiles.get(into) as Profile, profiles.get(from) as Profile);
    for (const [document, units] of byDocument.get(from) ?? []) {
      const known = byDocument.get(into);
      known?.set(document, [...(known.get(document) ?? []), ...units]);
    }
    profiles.delete(from);
    byDocument.delete(from);
    return true;
  };

  const documentsAllow = (left: number, right: number): boolean => {
    const [small, large] = [byDocument.get(clusters.root(left)), byDocument.get(clusters.root(right))].sort(
      (a, b) => (a?.size ?? 0) - (b?.size ?? 0),
    );
    for (const [document, units] of small ?? []) {
      for (const other of large?.get(document) ?? []) {
        if (units.some((unit) => !documentAllows(folder, unit, other))) return false;
      }
    }
    return true;
  };

  return {
    folder,
    root: clusters.root,
    profile: (unit) => profiles.get(clusters.root(unit)) as Profile,
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

/** The mention that shows a unit best: its most frequent name, else its first mention. */
function mentionFor({ units }: Folder, unit: number): MentionId {
  const found = units[unit];
  return found?.names[0]?.mention.id ?? (found?.id as MentionId);
}

/** The ground of a scored pair. */
export function groundOf(pair: PairScore, by: string): Ground {
  return { score: pair.score, reasons: pair.reasons, by };
}
