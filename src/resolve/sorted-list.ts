// A sorted list brought up to date: what stayed is walked over once, only what came is sorted.

/** `kept`, which is sorted, without what is gone, and with `added`, which is in no order. */
export function updateSorted<Item>(
  kept: readonly Item[],
  isGone: (item: Item) => boolean,
  added: Item[],
  compare: (left: Item, right: Item) => number,
): Item[] {
  const fresh = added.sort(compare);
  if (kept.length === 0) return fresh;
  const merged: Item[] = [];
  let next = 0;
  for (const item of kept) {
    if (isGone(item)) continue;
    while (next < fresh.length && compare(fresh[next] as Item, item) < 0) merged.push(fresh[next++] as Item);
    merged.push(item);
  }
  while (next < fresh.length) merged.push(fresh[next++] as Item);
  return merged;
}

/** Sorts lists that are much like the last one; `compare` must tell any two items apart. */
export function makeSorter<Item extends object>(
  compare: (left: Item, right: Item) => number,
): (items: readonly Item[]) => readonly Item[] {
  let known = new Set<Item>();
  let sorted: readonly Item[] = [];
  return (items) => {
    const current = new Set(items);
    const added = items.filter((item) => !known.has(item));
    if (added.length > 0 || current.size !== known.size) {
      sorted = updateSorted(sorted, (item) => !current.has(item), added, compare);
    }
    known = current;
    return sorted;
  };
}
