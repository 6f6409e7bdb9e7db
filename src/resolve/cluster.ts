// Constrained clustering: groups that grow by joining pairs, and pairs that may never share a group.

/** Groups over the numbers 0 … size-1. The root of a group is one of its members. */
export interface Clusters {
  root(member: number): number;
  /** Joins two groups; false where something keeps them apart. Joining a group with itself gives true. */
  join(left: number, right: number): boolean;
  /** Keeps two groups apart from now on; false where they are one already. */
  keepApart(left: number, right: number): boolean;
  areApart(left: number, right: number): boolean;
  /** Members of the group, ascending. */
  members(member: number): readonly number[];
  /** All groups, by their smallest member. */
  groups(): readonly (readonly number[])[];
}

/** Every number alone, nothing kept apart. Near-linear: the smaller group moves. */
export function makeClusters(size: number): Clusters {
  const roots = Array.from({ length: size }, (_, index) => index);
  const members = new Map(roots.map((root) => [root, [root]]));
  const apart = new Map<number, Set<number>>();
  const root = (member: number): number => roots[member] ?? member;
  const membersOf = (member: number): number[] => members.get(root(member)) ?? [];
  const areApart = (left: number, right: number): boolean => apart.get(root(left))?.has(root(right)) ?? false;

  const move = (from: number, into: number): void => {
    const moved = members.get(from) ?? [];
    for (const member of moved) roots[member] = into;
    members.set(into, (members.get(into) ?? []).concat(moved));
    members.delete(from);
    for (const other of apart.get(from) ?? []) {
      const others = apart.get(other);
      others?.delete(from);
      others?.add(into);
      apart.set(into, (apart.get(into) ?? new Set<number>()).add(other));
    }
    apart.delete(from);
  };

  return {
    root: (member) => root(member),
    areApart,
    members: (member) => [...membersOf(member)].sort((left, right) => left - right),
    groups: () =>
      [...members.values()].map((group) => [...group].sort((a, b) => a - b)).sort((a, b) => least(a) - least(b)),
    keepApart: (left, right) => {
      const [first, second] = [root(left), root(right)];
      if (first === second) return false;
      apart.set(first, (apart.get(first) ?? new Set<number>()).add(second));
      apart.set(second, (apart.get(second) ?? new Set<number>()).add(first));
      return true;
    },
    join: (left, right) => {
      const [first, second] = [root(left), root(right)];
      if (first === second) return true;
      if (areApart(first, second)) return false;
      if (membersOf(first).length < membersOf(second).length) move(first, second);
      else move(second, first);
      return true;
    },
  };
}

const least = (group: readonly number[]): number => group[0] ?? 0;
