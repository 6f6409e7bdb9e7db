// Which document repeats which older one. Remembers every shingle, and looks again only where one came or went.
import type { Document } from '../../model/document.ts';
import type { Lineage } from '../../model/graph.ts';
import type { DocumentId } from '../../model/id.ts';
import {
  coveredShare,
  repeatedShare,
  SHINGLE_WORDS,
  shingleHashes,
  winnow,
  withoutQuotations,
} from './fingerprints.ts';

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
  /** Place in the order by age; -1 for one that is gone. */
  age: number;
}

/** For every document that repeats an older one: the one of which it holds most, the oldest of equals. */
export type CopyFinder = (ordered: readonly Document[]) => ReadonlyMap<DocumentId, Copy>;

export function makeCopyFinder(): CopyFinder {
  const prints = new Map<Document, Print>();
  let index = makeIndex([]);
  let copies = new Map<DocumentId, Copy>();
  let changes = 0;

  return (ordered) => {
    const added: Print[] = [];
    let last = -1;
    let isInOrder = true;
    const current = ordered.map((document, age) => {
      const known = prints.get(document);
      if (known !== undefined) {
        isInOrder &&= known.age > last;
        last = known.age;
        return known;
      }
      const print = makePrint(document, age);
      added.push(print);
      return print;
    });
    const removed = prints.size - (current.length - added.length) === 0 ? [] : without(prints, current);
    changes += added.length + removed.length;
    if (!isInOrder || changes > FEW_CHANGES + MOST_CHANGES * current.length) {
      prints.clear();
      for (const [age, print] of current.entries()) {
        print.age = age;
        prints.set(print.document, print);
      }
      index = makeIndex(current);
      changes = 0;
      copies = new Map();
      for (const print of current) setCopy(copies, print, index);
      return copies;
    }
    const touched = new Set<Print>(added);
    for (const print of removed) addTouched(touched, print, index);
    for (const print of removed) {
      prints.delete(print.document);
      copies.delete(print.document.id);
      print.age = -1;
    }
    for (const [age, print] of current.entries()) print.age = age;
    for (const print of added) {
      prints.set(print.document, print);
      index.add(print);
    }
    for (const print of added) addTouched(touched, print, index);
    for (const print of touched) if (print.age >= 0) setCopy(copies, print, index);
    return copies;
  };
}

function makePrint(document: Document, age: number): Print {
  const hashes = shingleHashes(withoutQuotations(document.text));
  return { document, hashes, age };
}

function without(prints: ReadonlyMap<Document, Print>, current: readonly Print[]): Print[] {
  const kept = new Set(current);
  return [...prints.values()].filter((print) => !kept.has(print));
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
    const share = repeatedShare(print.hashes, new Set(original.hashes), PASSAGE);
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
}

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
  const late = new Map<number, Print[]>();
  return {
    holders: (fingerprint, most) => {
      const start = firstAt(keys, fingerprint);
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
    add: (print) => {
      for (const fingerprint of winnow(print.hashes)) {
        const known = late.get(fingerprint);
        if (known) known.push(print);
        else late.set(fingerprint, [print]);
      }
    },
  };
}

function firstAt(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
