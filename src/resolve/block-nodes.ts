// Which units could meet at all: names as nodes, joined where they share a blocking key; each component is decided alone.
import { equalKeys, isShort, longKeys, shortKeys, variantKeys } from './block-keys.ts';
import type { BlockNode, Profile } from './profile.ts';

export interface BlockNodes {
  /** A node of the profile's keys, null for a profile without any. */
  make(profile: Profile): BlockNode | null;
  /** A node without keys, for a unit that only a person or its text joins with others. */
  makeBare(): BlockNode;
  /** The component of each of the nodes, which are those in use, once the linked ones are joined. */
  components(
    nodes: readonly BlockNode[],
    links: readonly (readonly [BlockNode, BlockNode])[],
  ): (node: BlockNode) => number;
}

const NO_KEYS: readonly number[] = [];

export function makeBlockNodes(): BlockNodes {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const toNumbers = (keys: readonly string[]): readonly number[] =>
    keys.length === 0 ? NO_KEYS : [...new Set(keys.map(numberOf))];
  let count = 0;
  const node = (
    equal: readonly string[],
    others: readonly string[],
    asks: readonly string[],
    answers: readonly string[],
  ): BlockNode => {
    count += 1;
    const meets = toNumbers([...equal, ...others]);
    return { index: count - 1, equal, meets, asks: toNumbers(asks), answers: toNumbers(answers) };
  };
  return {
    makeBare: () => node([], [], [], []),
    make: (profile) => {
      const [equal, variants] = [equalKeys(profile), variantKeys(profile)];
      const asks = isShort(profile) ? shortKeys(profile) : [];
      const answers = longKeys(profile);
      const isNameless = equal.length + variants.length + asks.length + answers.length === 0;
      return isNameless ? null : node(equal, variants, asks, answers);
    },
    components: (nodes, links) => joinNodes({ nodes, links, nodeCount: count, keyCount: numbers.size }),
  };
}

function joinNodes(given: {
  readonly nodes: readonly BlockNode[];
  readonly links: readonly (readonly [BlockNode, BlockNode])[];
  readonly nodeCount: number;
  readonly keyCount: number;
}): (node: BlockNode) => number {
  const roots = Int32Array.from({ length: given.nodeCount }, (_, index) => index);
  const root = (node: number): number => {
    let at = node;
    while (roots[at] !== at) {
      roots[at] = roots[roots[at] ?? at] ?? at;
      at = roots[at] ?? at;
    }
    return at;
  };
  const join = (left: number, right: number): void => {
    roots[root(left)] = root(right);
  };
  const first = new Int32Array(given.keyCount).fill(-1);
  const meet = (key: number, { index }: BlockNode): void => {
    const known = first[key] ?? -1;
    if (known < 0) first[key] = index;
    else join(index, known);
  };
  // That two long names begin alike joins nothing unless a short one asks for either.
  const asked = new Uint8Array(given.keyCount);
  for (const { asks } of given.nodes) for (const key of asks) asked[key] = 1;
  for (const node of given.nodes) {
    for (const key of node.meets) meet(key, node);
    for (const key of node.asks) meet(key, node);
    for (const key of node.answers) if (asked[key] === 1) meet(key, node);
  }
  for (const [left, right] of given.links) join(left.index, right.index);
  return ({ index }) => root(index);
}
