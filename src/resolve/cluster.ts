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
  /** Number of members of the group. */
  size(member: number): number;
  /** All groups, by their smallest member. */
  groups(): readonly (readonly number[])[];
}

/** Every number alone, nothing kept apart. Near-linear: the smaller group moves. Twelve bytes a number. */
export function makeClusters(size: number): Clusters {
  const roots = Int32Array.from({ length: size }, (_, index) => index);
  // A group is a ring: each member names the next.
  const next = Int32Array.from(roots);
  const sizes = new Int32Array(size).fill(1);
  const apart = new Map<number, Set<number>>();
  const root = (member: number): number => roots[member] ?? member;
  const sizeOf = (member: number): number => sizes[root(member)] ?? 1;
  const areApart = (left: number, right: number): boolean => apart.get(root(left))?.has(root(right)) ?? false;

  const ring = (start: number): number[] => {
    const found = [start];
    for (let at = next[start] ?? start; at !== start; at = next[at] ?? start) found.push(at);
    return found;
  };

  const move = (from: number, into: number): void => {
    for (const member of ring(from)) roots[member] = into;
    const after = next[into] ?? into;
    next[into] = next[from] ?? from;
    next[from] = after;
    sizes[into] = (sizes[into] ?? 1) + (sizes[from] ?? 1);
    for (const other of apart.get(from) ?? []) {
      const others = apart.get(other);
      others?.delete(from);
      others?.add(into);
      apart.set(into, (apart.get(into) ?? new Set<number>()).add(other));
    }
    apart.delete(from);
  };

  return {
    root,
    areApart,
    members: (member) => ring(root(member)).sort((left, right) => left - right),
    size: sizeOf,
    groups: () => {
      const groups = new Map<number, number[]>();
      for (let member = 0; member < size; member += 1) {
        const group = groups.get(root(member));
        if (group) group.push(member);
        else groups.set(root(member), [member]);
      }
      return [...groups.values()];
    },
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
      if (sizeOf(first) < sizeOf(second)) move(first, second);
      else move(second, first);
      return true;
    },
  };
}
