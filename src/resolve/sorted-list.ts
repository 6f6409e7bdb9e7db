// Sorted lists brought up to date: what stayed is copied, and only what came or went is looked for.

/** What is different from the last time. */
export interface Change<Item> {
  readonly came: readonly Item[];
  readonly left: readonly Item[];
}

/**
 * `kept`, which is sorted, without `gone` (or what compares equal to it), and with `added`, both in no order. `compare` must
 * tell any two items of the list apart, by what `idOf` gives first of all.
 */
export function updateSorted<Item>(
  kept: readonly Item[],
  gone: readonly Item[],
  added: readonly Item[],
  compare: (left: Item, right: Item) => number,
  idOf?: (item: Item) => string,
): readonly Item[] {
  const fresh = (idOf && sortByDigits(added, idOf, compare)) ?? [...added].sort(compare);
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

/** Below it a plain sort is as fast. */
const MANY = 10_000;
/** Places that fit beside 32 bits into the 53 of a number. */
const PLACES = 2 ** 21;
const DIGITS = 8;

/**
 * Sorts a long list by the first hex digits of ids that differ only in them, as numbers, and by `compare` where those are equal:
 * a million texts compared twenty times each take seconds. Null where the ids are of another kind.
 */
function sortByDigits<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  compare: (left: Item, right: Item) => number,
): readonly Item[] | null {
  const [first] = items;
  if (first === undefined || items.length < MANY || items.length > PLACES) return null;
  const kind = idOf(first)[0];
  const packed = new Float64Array(items.length);
  for (const [place, item] of items.entries()) {
    const id = idOf(item);
    if (id[0] !== kind || !/^.[\da-f]{16}$/.test(id)) return null;
    packed[place] = Number.parseInt(id.slice(1, 1 + DIGITS), 16) * PLACES + place;
  }
  packed.sort();
  const sorted = Array.from(packed, (value) => items[value % PLACES] as Item);
  for (let start = 0; start < sorted.length; ) {
    const digits = Math.floor((packed[start] as number) / PLACES);
    let end = start + 1;
    while (end < sorted.length && Math.floor((packed[end] as number) / PLACES) === digits) end += 1;
    if (end - start > 1) {
      const equals = sorted.slice(start, end).sort(compare);
      for (const [place, item] of equals.entries()) sorted[start + place] = item;
    }
    start = end;
  }
  return sorted;
}

/** A sorted list that is told what came and what left. `idOf` gives what `compare` compares first. */
export function makeLister<Item>(
  compare: (left: Item, right: Item) => number,
  idOf?: (item: Item) => string,
): (change: Change<Item>) => readonly Item[] {
  let listed: readonly Item[] = [];
  return ({ came, left }) => {
    listed = updateSorted(listed, left, came, compare, idOf);
    return listed;
  };
}
