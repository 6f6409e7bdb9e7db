// Sorted lists brought up to date: what stayed is copied, and only what came or went is looked for.

/** What is different from the last time. */
export interface Change<Item> {
  readonly came: readonly Item[];
  readonly left: readonly Item[];
}

/**
 * `kept`, which is sorted, without `gone` (or what compares equal to it), and with `added`, both in no order. `compare` must
 * tell any two items of the list apart.
 */
export function updateSorted<Item>(
  kept: readonly Item[],
  gone: readonly Item[],
  added: readonly Item[],
  compare: (left: Item, right: Item) => number,
): readonly Item[] {
  const fresh = [...added].sort(compare);
  if (kept.length === 0) return fresh;
  if (gone.length === 0 && fresh.length === 0) return kept;
  const cuts = Uint32Array.from(gone, (item) => placeIn(kept, item, compare)).sort();
  const merged: Item[] = new Array(kept.length - cuts.length + fresh.length);
  let [from, cut, at] = [0, 0, 0];
  const copyUpTo = (end: number): void => {
    for (; from < end; from += 1) {
      if (cuts[cut] === from) cut += 1;
      else merged[at++] = kept[from] as Item;
    }
  };
  for (const item of fresh) {
    copyUpTo(firstNotBefore(kept, item, compare));
    merged[at++] = item;
  }
  copyUpTo(kept.length);
  return merged;
}

function placeIn<Item>(list: readonly Item[], item: Item, compare: (left: Item, right: Item) => number): number {
  const place = firstNotBefore(list, item, compare);
  const found = list[place];
  if (found === undefined || compare(found, item) !== 0) throw new Error('A sorted list lacks what leaves it.');
  return place;
}

function firstNotBefore<Item>(list: readonly Item[], item: Item, compare: (left: Item, right: Item) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(list[middle] as Item, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What came and left since the last call, by identity; no item may stand in `items` twice. */
export function makeDiffer<Item extends object>(): (items: readonly Item[]) => Change<Item> {
  const known = new Set<Item>();
  return (items) => {
    const came = items.filter((item) => !known.has(item));
    const left: Item[] = [];
    if (items.length - came.length < known.size) {
      const current = new Set(items);
      for (const item of known) if (!current.has(item)) left.push(item);
    }
    for (const item of left) known.delete(item);
    for (const item of came) known.add(item);
    return { came, left };
  };
}

/** A sorted list that is told what came and what left. */
export function makeLister<Item>(
  compare: (left: Item, right: Item) => number,
): (change: Change<Item>) => readonly Item[] {
  let listed: readonly Item[] = [];
  return ({ came, left }) => {
    listed = updateSorted(listed, left, came, compare);
    return listed;
  };
}
