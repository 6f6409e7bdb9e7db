// What a whole folder knows of a name: in how many documents it stands, how rare that makes it, and how people write it.
import type { Change } from './sorted-list.ts';

/** One a name key. Whoever decides by it keeps it, and sees by `changedAt` whether the decision still stands. */
export interface NameFact {
  readonly key: string;
  /** Documents that hold the name. */
  frequency: number;
  /** 0 for a name that most documents hold, 2 at most. */
  rarity: number;
  /** The name as the first document that holds it writes it. */
  shown: string;
  /** That document; empty where there is none. */
  first: string;
  /** Run in which rarity or shown last changed, or the name came or went. */
  changedAt: number;
}

/** What a document adds. `facts` and `shown` have the same places. */
export interface NamesOfDocument {
  readonly facts: readonly NameFact[];
  readonly shown: readonly string[];
  readonly extraction: { readonly document: { readonly id: string } };
}

export interface NameFacts {
  /** Of a name that may stand nowhere. */
  of(key: string): NameFact;
  /** Counts what came and left. `documents` are those that are there now. */
  count(change: Change<NamesOfDocument>, documents: readonly NamesOfDocument[], run: number): void;
}

export function makeNameFacts(): NameFacts {
  const facts = new Map<string, NameFact>();
  const of = (key: string): NameFact => {
    const known = facts.get(key);
    if (known !== undefined) return known;
    const fact = { key, frequency: 0, rarity: 2, shown: key, first: '', changedAt: 0 };
    facts.set(key, fact);
    return fact;
  };
  let size = 0;
  return {
    of,
    count: (change, documents, run) => {
      const sizeNow = roundCount(documents.length + 9);
      const touched = tally(change, documents);
      const open = sizeNow === size ? touched.keys() : facts.values();
      size = sizeNow;
      for (const fact of open) {
        const old = touched.get(fact) ?? { ...fact };
        fact.rarity = rarityOf(fact.frequency, size);
        const isKnown = fact.frequency > 0;
        if (old.rarity !== fact.rarity || old.shown !== fact.shown || old.frequency > 0 !== isKnown)
          fact.changedAt = run;
      }
    },
  };
}

/** Adds what came to the frequencies, takes away what left; every fact so touched with what it was before. */
function tally(
  { came, left }: Change<NamesOfDocument>,
  documents: readonly NamesOfDocument[],
): ReadonlyMap<NameFact, Readonly<NameFact>> {
  const touched = new Map<NameFact, Readonly<NameFact>>();
  const orphans = new Set<NameFact>();
  const touch = (fact: NameFact): void => {
    if (!touched.has(fact)) touched.set(fact, { ...fact });
  };
  for (const { facts, extraction } of left) {
    for (const fact of facts) {
      touch(fact);
      fact.frequency -= 1;
      if (fact.first === extraction.document.id) orphans.add(fact);
    }
  }
  for (const { facts, shown, extraction } of came) {
    for (const [place, fact] of facts.entries()) {
      touch(fact);
      fact.frequency += 1;
      if (fact.first === '' || extraction.document.id < fact.first) show(fact, shown[place], extraction.document.id);
    }
  }
  if (orphans.size === 0) return touched;
  for (const fact of orphans) show(fact, undefined, '');
  for (const { facts, shown, extraction } of documents) {
    for (const [place, fact] of facts.entries()) {
      if (fact.first === '' && orphans.has(fact)) show(fact, shown[place], extraction.document.id);
    }
  }
  return touched;
}

function show(fact: NameFact, shown: string | undefined, first: string): void {
  fact.shown = shown ?? fact.key;
  fact.first = first;
}

/** As if nine more documents without the name lay in the folder. */
function rarityOf(frequency: number, size: number): number {
  return Math.min(2, Math.max(0, Math.log(size / (roundCount(frequency) + 1)) - 0.2));
}

/** Steps in which a count doubles. */
const STEPS = 8;

/** Exact below 16, then to the nearest of eight steps an octave: one document more changes no rarity but now and then. */
function roundCount(count: number): number {
  return count < 16 ? count : 2 ** (Math.round(STEPS * Math.log2(count)) / STEPS);
}
