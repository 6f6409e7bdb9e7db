// Units → groups of units that stand for one thing, with the decisions that made them.
import type { Decision } from '../model/graph.ts';
import type { MentionId } from '../model/id.ts';
import { makeClusters } from './cluster.ts';
import { compareText, foldName } from './fold.ts';
import { canonicalName, isGenericName } from './organization-name.ts';
import { parsePersonName } from './person-name.ts';
import { referentKey, type Unit } from './unit.ts';

export interface Grouping {
  readonly groups: readonly (readonly Unit[])[];
  /** Of people (the last word on each pair) and of this machine, sorted by left, right and by. */
  readonly decisions: readonly Decision[];
}

const BY = 'names@1';

/** Joins units of one referent or one specific full name, and whatever people said is the same. */
export function groupUnits(units: readonly Unit[], decisions: readonly Decision[]): Grouping {
  const clusters = makeClusters(units.length);
  const unitOf = new Map<MentionId, number>(
    units.flatMap((unit, index) => unit.mentions.map(({ id }) => [id, index] as const)),
  );
  const made: Decision[] = [];
  const people = decisions.filter(({ by }) => by === 'person' || by.startsWith('person:'));
  for (const verdict of ['different', 'same'] as const) {
    for (const decision of people) {
      const [left, right] = [unitOf.get(decision.left), unitOf.get(decision.right)];
      if (decision.verdict !== verdict || left === undefined || right === undefined) continue;
      if (verdict === 'different') clusters.keepApart(left, right);
      else clusters.join(left, right);
    }
  }
  const leaders = new Map<string, number>();
  for (const [index, unit] of units.entries()) {
    for (const { key, reason } of keysOf(unit)) {
      const leader = leaders.get(key);
      if (leader === undefined) leaders.set(key, index);
      else if (clusters.root(leader) !== clusters.root(index) && clusters.join(leader, index)) {
        const [left, right] = [units[leader]?.id ?? unit.id, unit.id].sort(compareText) as [MentionId, MentionId];
        made.push({ left, right, verdict: 'same', score: 0.95, reasons: [reason], by: BY });
      }
    }
  }
  return {
    groups: clusters.groups().map((group) => group.flatMap((index) => units[index] ?? [])),
    decisions: [...people, ...made].sort(
      (a, b) => compareText(a.left, b.left) || compareText(a.right, b.right) || compareText(a.by, b.by),
    ),
  };
}

function keysOf(unit: Unit): { readonly key: string; readonly reason: string }[] {
  if (unit.referent !== null) {
    return [{ key: referentKey(unit.referent), reason: `Both stand for ${unit.referent.name}.` }];
  }
  return unit.names.flatMap(({ surface }) => {
    const reason = `Both texts use the name ${surface}.`;
    if (unit.type === 'Person') {
      const isFull = (parsePersonName(surface)?.given.length ?? 0) > 0;
      return isFull ? [{ key: `person:${foldName(surface)}`, reason }] : [];
    }
    return isGenericName(surface) ? [] : [{ key: `thing:${canonicalName(surface)}`, reason }];
  });
}
