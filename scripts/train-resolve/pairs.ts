// Pairs of units of one folder that blocking would compare, with what the features find and whether they are one thing.
import { createHash } from 'node:crypto';
import type { Ontology } from '../../src/model/ontology.ts';
import { equalKeys, isShort, longKeys, shortKeys, variantKeys } from '../../src/resolve/block-keys.ts';
import { makeBlockNodes } from '../../src/resolve/block-nodes.ts';
import type { Comparison } from '../../src/resolve/compare/feature.ts';
import { makeFolderReader } from '../../src/resolve/folder.ts';
import { makeNameFacts } from '../../src/resolve/name-facts.ts';
import { openScope, type Scope } from '../../src/resolve/scope.ts';
import { scorePair } from '../../src/resolve/score.ts';
import type { IdentifiedFolder } from './identities.ts';

export interface TrainingPair {
  readonly comparisons: readonly Comparison[];
  readonly isOne: boolean;
  /** The two names, in order: pairs of one kind share it, and stand in one fold. */
  readonly kind: string;
}

/** Pairs of one kind that count; what a corpus writes about most would else be all that is learned. */
const MOST_OF_A_KIND = 10;

/** Pairs of units of different documents, the same in each run. */
export function pairsOf(folder: IdentifiedFolder, ontology: Ontology): readonly TrainingPair[] {
  const [facts, nodes] = [makeNameFacts(), makeBlockNodes()];
  const change = { came: folder.extractions, left: [] };
  const folderReading = makeFolderReader({ ontology, metonyms: false }, facts, nodes)(change, [], 1);
  facts.count(folderReading, folderReading.readings, 1);
  const { scope } = openScope(
    folderReading.readings.flatMap(({ members }) => members),
    facts,
  );
  const known = identitiesOf(scope, folder);
  const kinds = new Map<string, TrainingPair[]>();
  for (const [left, right] of comparedPairs(scope)) {
    const [one, other] = [known[left], known[right]];
    if (!one || !other || scope.units[left]?.extraction === scope.units[right]?.extraction) continue;
    const [profile, otherProfile] = [scope.profiles[left], scope.profiles[right]];
    const score = profile && otherProfile && scorePair(profile, otherProfile, scope);
    if (!score) continue;
    const kind = [nameOf(scope, left), nameOf(scope, right)].sort().join(' = ');
    kinds.set(kind, [...(kinds.get(kind) ?? []), { comparisons: score.comparisons, isOne: one === other, kind }]);
  }
  return [...kinds]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .flatMap(([kind, pairs]) =>
      [...pairs.entries()]
        .map(([place, pair]) => ({ pair, rank: hash(`${kind} ${place}`) }))
        .sort((a, b) => a.rank - b.rank)
        .slice(0, MOST_OF_A_KIND)
        .map(({ pair }) => pair),
    );
}

/** The fold of a pair: by its names, so that a name is never learned and tested. */
export function foldOf({ kind }: TrainingPair, folds: number): number {
  return hash(kind) % folds;
}

function hash(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE();
}

const nameOf = ({ units }: Scope, unit: number): string =>
  units[unit]?.referent?.name ?? units[unit]?.names[0]?.surface ?? '';

/** Of each unit, what most of its mentions stand for; null where the annotators are silent. */
function identitiesOf({ units }: Scope, { identities }: IdentifiedFolder): readonly (string | null)[] {
  return units.map(({ mentions }) => {
    const votes = new Map<string, number>();
    for (const { id } of mentions) {
      const identity = identities.get(id);
      if (identity !== undefined) votes.set(identity, (votes.get(identity) ?? 0) + 1);
    }
    return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
  });
}

/** Each pair of units that share a blocking key, once. */
function* comparedPairs({ profiles }: Scope): Iterable<readonly [number, number]> {
  const blocks = new Map<string, { readonly members: number[]; readonly askers: Set<number> }>();
  const enter = (key: string, unit: number, isAsking: boolean): void => {
    const block = blocks.get(key) ?? { members: [], askers: new Set<number>() };
    blocks.set(key, block);
    block.members.push(unit);
    if (isAsking) block.askers.add(unit);
  };
  for (const [unit, profile] of profiles.entries()) {
    for (const key of [...equalKeys(profile), ...variantKeys(profile)]) enter(`like ${key}`, unit, true);
    for (const key of longKeys(profile)) enter(key, unit, false);
    if (isShort(profile)) for (const key of shortKeys(profile)) enter(key, unit, true);
  }
  const seen = new Set<string>();
  for (const { members, askers } of blocks.values()) {
    for (const [place, left] of members.entries()) {
      for (const right of members.slice(place + 1)) {
        if (left === right || !(askers.has(left) || askers.has(right)) || seen.has(`${left} ${right}`)) continue;
        seen.add(`${left} ${right}`);
        yield [left, right];
      }
    }
  }
}
