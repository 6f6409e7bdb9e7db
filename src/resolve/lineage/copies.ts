// Which document repeats which older one. Remembers every shingle, and looks again only where one came or went.
import type { Document } from '../../model/document.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Lineage } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import type { Change } from '../sorted-list.ts';
import {
  coveredShare,
  repeatedShare,
  SHINGLE_WORDS,
  shingleHashes,
  winnow,
  withoutQuotations,
} from './fingerprints.ts';
import { makeAgeSorter } from './order-by-age.ts';

type Copy = NonNullable<Lineage['copyOf']>;

/** A copy has so much of its own words, quotations apart, from the original, in passages of PASSAGE words or more. */
const COPY_SHARE = 0.2;
const PASSAGE = 14;
/** So many words at least, so that short notes in set phrases are no copies. */
const LEAST_WORDS = 32;
/** Holders of a fingerprint that are asked, the earliest first: bounds the work on a text that everybody ran. */
const MOST_HOLDERS = 12;
/** Fingerprints that two texts must share: LEAST_WORDS words in passages of PASSAGE have more of them. */
const LEAST_SHARED = 2;
/** Likeliest originals whose share is counted exactly. */
const MOST_ORIGINALS = 5;
/** Documents that may come and go before the index is made anew: so many, and a share of all. */
const FEW_CHANGES = 16;
const MOST_CHANGES = 0.02;

/** A document with its shingles, of which the fingerprints are a few. */
interface Print {
  readonly document: Document;
  readonly hashes: Uint32Array;
  /** Place in the order by age; GONE for one that left or has none yet. */
  age: number;
}

/** Of each document that repeats an older one: the one of which it holds most, the oldest of equals. */
export interface Copies {
  /** Documents of which it may be another than the last time. */
  readonly changed: Iterable<DocumentId>;
  of(document: DocumentId): Copy | null;
}

/** @param recited Documents that cite otherwise than the last time, which may make them younger or older. */
export type CopyFinder = (
  change: Change<Extraction>,
  recited: Iterable<Document>,
  citesOf: (document: DocumentId) => Lineage['cites'],
) => Copies;

export function makeCopyFinder(): CopyFinder {
  const prints = new Map<DocumentId, Print>();
  const keep = makePool();
  const sortByAge = makeAgeSorter<Print>();
  let index = makeIndex([]);
  const copies = new Map<DocumentId, Copy>();
  const of = (document: DocumentId): Copy | null => copies.get(document) ?? null;
  let changes = 0;

  return (change, recited, citesOf) => {
    const removed = change.left.flatMap(({ document }) => prints.get(document.id) ?? []);
    for (const { document } of removed) {
      prints.delete(document.id);
      copies.delete(document.id);
    }
    const added = change.came.map(({ document }) => makePrint(document, keep));
    for (const print of added) prints.set(print.document.id, print);
    const ordered = sortByAge({ came: added, left: removed }, recited, citesOf);
    changes += added.length + removed.length;
    if (!areInOrder(ordered) || changes > FEW_CHANGES + MOST_CHANGES * ordered.length) {
      for (const [age, print] of ordered.entries()) print.age = age;
      index = makeIndex(ordered);
      changes = 0;
      for (const print of ordered) setCopy(copies, print, index);
      return { changed: prints.keys(), of };
    }
    const touched = new Set<Print>(added);
    for (const print of removed) addTouched(touched, print, index);
    for (const print of removed) print.age = GONE;
    for (const [age, print] of ordered.entries()) print.age = age;
    for (const print of added) index.add(print);
    for (const print of added) addTouched(touched, print, index);
    const open = [...touched].filter(({ age }) => age !== GONE);
    for (const print of open) setCopy(copies, print, index);
    return { changed: open.map(({ document }) => document.id), of };
  };
}

/** True where those that had an age before still stand in its order. */
function areInOrder(ordered: readonly Print[]): boolean {
  let last = GONE;
  for (const { age } of ordered) {
    if (age === GONE) continue;
    if (age < last) return false;
    last = age;
  }
  return true;
}

const GONE = -1;

function makePrint(document: Document, keep: (hashes: Uint32Array) => Uint32Array): Print {
  return { document, hashes: keep(shingleHashes(withoutQuotations(document.text))), age: GONE };
}

/** Hashes of which one piece of memory holds. */
const POOL = 2 ** 18;

/** Copies short lists into shared pieces of memory: a piece a document of its own would cost more than what it holds. */
function makePool(): (hashes: Uint32Array) => Uint32Array {
  let piece = new Uint32Array(0);
  let used = 0;
  return (hashes) => {
    if (hashes.length > POOL / 16) return hashes;
    if (used + hashes.length > piece.length) {
      piece = new Uint32Array(POOL);
      used = 0;
    }
    const kept = piece.subarray(used, used + hashes.length);
    kept.set(hashes);
    used += hashes.length;
    return kept;
  };
}

/** Who may lose or gain an original: the younger holders of fingerprints of which the print is one of the first holders. */
function addTouched(touched: Set<Print>, print: Print, index: Index): void {
  for (const fingerprint of winnow(print.hashes)) {
    if (!index.holders(fingerprint, MOST_HOLDERS).includes(print)) continue;
    for (const holder of index.holders(fingerprint, Number.POSITIVE_INFINITY))
      if (holder.age > print.age) touched.add(holder);
  }
}

function setCopy(copies: Map<DocumentId, Copy>, print: Print, index: Index): void {
  const copy = findCopy(print, index);
  if (copy === null) copies.delete(print.document.id);
  else copies.set(print.document.id, copy);
}

function findCopy(print: Print, index: Index): Copy | null {
  const shared = new Map<Print, number>();
  for (const fingerprint of winnow(print.hashes)) {
    for (const holder of index.holders(fingerprint, MOST_HOLDERS)) {
      if (holder.age >= print.age) break;
      shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
  }
  const likeliest = [...shared]
    .filter(([, count]) => count >= LEAST_SHARED)
    .sort((a, b) => b[1] - a[1] || a[0].age - b[0].age)
    .slice(0, MOST_ORIGINALS)
    .sort((a, b) => a[0].age - b[0].age);
  let best: { readonly original: Print; readonly share: number } | null = null;
  const words = print.hashes.length + SHINGLE_WORDS - 1;
  for (const [original] of likeliest) {
    const share = repeatedShare(print.hashes, index.setOf(original), PASSAGE);
    const isEnough = share >= COPY_SHARE && share * words >= LEAST_WORDS;
    if (isEnough && share > (best?.share ?? 0)) best = { original, share };
  }
  if (best === null) return null;
  return { document: best.original.document.id, share: shareOf(print.document, best.original.document) };
}

/** Share of all words of the copy, quotations included, in two decimals. */
function shareOf(copy: Document, original: Document): number {
  const share = coveredShare(shingleHashes(copy.text), new Set(shingleHashes(original.text)));
  return Math.round(share * 100) / 100;
}

interface Index {
  /** The first so many that have the fingerprint, the oldest first, those gone left out; none where only one had it ever. */
  holders(fingerprint: number, most: number): readonly Print[];
  /** Of a print that came after the index was made. */
  add(print: Print): void;
  /** Its shingles; those of a text that everybody ran are asked for again and again. */
  setOf(print: Print): ReadonlySet<number>;
}

const KEPT_SETS = 2_000;

const NONE: readonly Print[] = [];

/** Documents whose places fit beside a fingerprint of 32 bits into the 53 of a number. */
const PLACES = 2 ** 21;

/** Fingerprints sorted in one array of numbers: a map of lists would take ten times the memory. */
function makeIndex(prints: readonly Print[]): Index {
  const fingerprints = prints.map(({ hashes }) => winnow(hashes));
  const total = fingerprints.reduce((sum, { length }) => sum + length, 0);
  const packed = new Float64Array(total);
  let at = 0;
  for (const [place, own] of fingerprints.entries()) {
    for (const fingerprint of own) packed[at++] = fingerprint * PLACES + place;
  }
  packed.sort();
  const keys = new Uint32Array(total);
  const places = new Uint32Array(total);
  for (let entry = 0; entry < total; entry += 1) {
    const value = packed[entry] ?? 0;
    keys[entry] = Math.floor(value / PLACES);
    places[entry] = value % PLACES;
  }
  const firstAt = makeSearch(keys);
  const late = new Map<number, Print[]>();
  const sets = new Map<Print, ReadonlySet<number>>();
  return {
    holders: (fingerprint, most) => {
      const start = firstAt(fingerprint);
      const added = late.get(fingerprint);
      // Most fingerprints have one holder.
      if (keys[start + 1] !== fingerprint && added === undefined) return NONE;
      const found: Print[] = [];
      for (let entry = start; keys[entry] === fingerprint && found.length < most; entry += 1) {
        const print = prints[places[entry] ?? 0];
        if (print !== undefined && print.age >= 0) found.push(print);
      }
      if (added === undefined) return found;
      return [...found, ...added.filter(({ age }) => age >= 0)].sort((a, b) => a.age - b.age).slice(0, most);
    },
    setOf: (print) => {
      const known = sets.get(print);
      if (known !== undefined) return known;
      if (sets.size >= KEPT_SETS) sets.clear();
      const made = new Set(print.hashes);
      sets.set(print, made);
      return made;
    },
    add: (print) => {
      for (const fingerprint of winnow(print.hashes)) {
        const known = late.get(fingerprint);
        if (known) known.push(print);
        else late.set(fingerprint, [print]);
      }
    },
  };
}

/** Leading bits of a fingerprint by which its neighbourhood is looked up: 4 MB, and a handful of entries each. */
const BUCKET_BITS = 20;

/** Where the first entry that is not below a fingerprint lies in the sorted ones. */
function makeSearch(keys: Uint32Array): (fingerprint: number) => number {
  if (keys.length < 1 << BUCKET_BITS) return (fingerprint) => firstBetween(keys, fingerprint, 0, keys.length);
  const starts = new Uint32Array((1 << BUCKET_BITS) + 1);
  const bucketOf = (fingerprint: number): number => fingerprint >>> (32 - BUCKET_BITS);
  for (const key of keys) starts[bucketOf(key) + 1] = (starts[bucketOf(key) + 1] ?? 0) + 1;
  for (let bucket = 0; bucket < 1 << BUCKET_BITS; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  return (fingerprint) => {
    const bucket = bucketOf(fingerprint);
    return firstBetween(keys, fingerprint, starts[bucket] ?? 0, starts[bucket + 1] ?? 0);
  };
}

function firstBetween(keys: Uint32Array, key: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
