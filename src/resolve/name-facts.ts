// What a whole folder knows of a name: in how many documents it stands, how rare that makes it, and how people write it.

/** One a name key. Whoever decides by it keeps it, and sees by `changedAt` whether the decision still stands. */
export interface NameFact {
  readonly key: string;
  /** Documents that hold the name. */
  frequency: number;
  /** 0 for a name that most documents hold, 2 at most. */
  rarity: number;
  /** The name as the first document that holds it writes it. */
  shown: string;
  /** Run in which rarity or shown last changed, or the name came or went. */
  changedAt: number;
}

/** What a document adds. `facts` and `shown` have the same places. */
export interface NamesOfDocument {
  readonly facts: readonly NameFact[];
  readonly shown: readonly string[];
}

export interface NameFacts {
  /** Of a name that may stand nowhere. */
  of(key: string): NameFact;
  /** Counts anew. `documents` in the order of their ids. */
  count(documents: readonly NamesOfDocument[], run: number): void;
}

export function makeNameFacts(): NameFacts {
  const facts = new Map<string, NameFact>();
  const of = (key: string): NameFact => {
    const known = facts.get(key);
    if (known !== undefined) return known;
    const fact = { key, frequency: 0, rarity: 2, shown: key, changedAt: 0 };
    facts.set(key, fact);
    return fact;
  };
  return { of, count: (documents, run) => countAll(facts, documents, run) };
}

function countAll(facts: ReadonlyMap<string, NameFact>, documents: readonly NamesOfDocument[], run: number): void {
  const before = [...facts.values()].map(({ frequency, rarity, shown }) => ({ frequency, rarity, shown }));
  for (const fact of facts.values()) fact.frequency = 0;
  for (const { facts: own, shown } of documents) {
    for (let place = 0; place < own.length; place += 1) {
      const fact = own[place] as NameFact;
      if (fact.frequency === 0) fact.shown = shown[place] ?? fact.key;
      fact.frequency += 1;
    }
  }
  const size = roundCount(documents.length + 9);
  let place = 0;
  for (const fact of facts.values()) {
    const old = before[place];
    place += 1;
    fact.rarity = rarityOf(fact.frequency, size);
    if (fact.frequency === 0) fact.shown = fact.key;
    const isKnown = fact.frequency > 0;
    const isOld = old && old.rarity === fact.rarity && old.shown === fact.shown && old.frequency > 0 === isKnown;
    if (!isOld) fact.changedAt = run;
  }
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
