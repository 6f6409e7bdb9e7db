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
