// All documents of a folder as it reads them. Remembers each, and reads again only those that a change in the folder concerns.
import type { Extraction } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import type { Ontology } from '../model/ontology.ts';
import type { BlockNodes } from './block-nodes.ts';
import { splitMetonyms } from './metonyms.ts';
import type { NameFacts } from './name-facts.ts';
import { makeNameProfiler } from './name-profile.ts';
import { type Draft, draftUnits, type Lent, type Reading, readDraft, spokenWords } from './reading.ts';
import { type Ballot, makePoll } from './settle-types.ts';
import { type Cut, splitDocument } from './split-document.ts';
import type { Unit } from './unit.ts';

/** Readings of the extractions, same places. `run` rises with each call. */
export type FolderReader = (
  extractions: readonly Extraction[],
  cuts: readonly Cut[],
  run: number,
) => readonly Reading[];

/** What is remembered of a document. */
interface Page {
  readonly split: readonly Unit[];
  readonly ballot: Ballot;
  /** Pairs of its mentions that people keep apart, as one text. */
  readonly cuts: string;
  settled: readonly Unit[] | null;
  /** Until it is read. */
  draft: Draft | null;
  /** Acronyms that it writes, and words that may be acronyms. */
  acronyms: readonly AcronymFact[];
  spoken: readonly AcronymFact[];
  reading: Reading | null;
  seenIn: number;
}

/** A word read as an acronym of a thing of one type, and how often. */
interface AcronymFact {
  count: number;
  /** Run in which the first came or the last went. */
  changedAt: number;
}

const NO_CUTS = '';

export function makeFolderReader(
  { ontology, metonyms }: { readonly ontology: Ontology; readonly metonyms: boolean },
  facts: NameFacts,
  nodes: BlockNodes,
): FolderReader {
  const pages = new Map<Extraction, Page>();
  const poll = makePoll();
  const acronyms = new Map<string, AcronymFact>();
  const acronym = (word: string, type: string): AcronymFact => {
    const key = `${word} ${type}`;
    const known = acronyms.get(key) ?? { count: 0, changedAt: 0 };
    acronyms.set(key, known);
    return known;
  };
  const lent: Lent = {
    ...{ ontology, facts, nodeOf: nodes.make, profileOf: makeNameProfiler(nodes.make) },
    isAcronym: (word, type) => acronym(word, type).count > 0,
  };

  const open = (extraction: Extraction, cuts: readonly Cut[], seenIn: number): Page => {
    const whole = splitDocument(extraction, cuts);
    const split = metonyms ? splitMetonyms(extraction, whole) : whole;
    const ballot = poll.ballotOf(split, extraction);
    poll.cast(ballot, split);
    return {
      split,
      ballot,
      cuts: cuts.length === 0 ? NO_CUTS : JSON.stringify(cuts),
      settled: null,
      draft: null,
      acronyms: [],
      spoken: [],
      reading: null,
      seenIn,
    };
  };
  const count = (own: readonly AcronymFact[], by: 1 | -1, run: number): void => {
    for (const fact of own) {
      fact.count += by;
      if (fact.count === (by > 0 ? 1 : 0)) fact.changedAt = run;
    }
  };
  const close = (page: Page, run: number): void => {
    poll.withdraw(page.ballot, page.split);
    count(page.acronyms, -1, run);
  };
  const settle = (page: Page, extraction: Extraction, run: number): void => {
    const isOld = page.settled !== null && !page.ballot.names.some((name) => name?.changedAt === run);
    if (isOld) return;
    const settled = poll.settle(page.split, page.ballot);
    if (page.settled !== null && hasTypes(page.settled, settled)) return;
    page.settled = settled;
    page.draft = draftUnits(extraction, settled, lent);
    page.reading = null;
    count(page.acronyms, -1, run);
    const { units, profiles } = page.draft;
    page.acronyms = profiles.flatMap((profile, place) =>
      [...profile.acronyms].map((word) => acronym(word, units[place]?.type ?? '')),
    );
    page.spoken = profiles.flatMap((profile, place) =>
      spokenWords(profile).map((word) => acronym(word, units[place]?.type ?? '')),
    );
    count(page.acronyms, 1, run);
  };

  return (extractions, cuts, run) => {
    const cutsIn = cutsByDocument(extractions, cuts);
    const own = extractions.map((extraction) => {
      const known = pages.get(extraction);
      const cut = cutsIn.get(extraction) ?? [];
      if (known !== undefined && known.cuts === (cut.length === 0 ? NO_CUTS : JSON.stringify(cut))) {
        known.seenIn = run;
        return known;
      }
      if (known !== undefined) close(known, run);
      const page = open(extraction, cut, run);
      pages.set(extraction, page);
      return page;
    });
    for (const [extraction, page] of pages) {
      if (page.seenIn === run) continue;
      close(page, run);
      pages.delete(extraction);
    }
    poll.count(run);
    for (const [place, page] of own.entries()) settle(page, extractions[place] as Extraction, run);
    return own.map((page, place) => {
      if (page.reading === null || page.spoken.some((fact) => fact.changedAt === run)) {
        const extraction = extractions[place] as Extraction;
        page.reading = readDraft(extraction, page.draft ?? draftUnits(extraction, page.settled ?? [], lent), lent);
        page.draft = null;
      }
      return page.reading;
    });
  };
}

function hasTypes(left: readonly Unit[], right: readonly Unit[]): boolean {
  return left.every(({ type }, place) => type === right[place]?.type);
}

/** Only pairs inside one document part anything in it. */
function cutsByDocument(extractions: readonly Extraction[], cuts: readonly Cut[]): ReadonlyMap<Extraction, Cut[]> {
  const found = new Map<Extraction, Cut[]>();
  if (cuts.length === 0) return found;
  const wanted = new Set<MentionId>(cuts.flat());
  const home = new Map<MentionId, Extraction>();
  for (const extraction of extractions) {
    for (const { id } of extraction.mentions) if (wanted.has(id)) home.set(id, extraction);
  }
  for (const cut of cuts) {
    const extraction = home.get(cut[0]);
    if (extraction === undefined || home.get(cut[1]) !== extraction) continue;
    found.set(extraction, [...(found.get(extraction) ?? []), cut]);
  }
  return found;
}
