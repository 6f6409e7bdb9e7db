// All documents of a folder as it reads them. Remembers each, and reads again only those that a change in the folder concerns.
import type { Extraction } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import type { BlockNodes } from './block-nodes.ts';
import { compareText } from './fold.ts';
import type { NameFacts } from './name-facts.ts';
import { makeNameProfiler } from './name-profile.ts';
import type { Profile } from './profile.ts';
import { type Draft, draftUnits, type Lent, type Reading, readDraft, spokenWords } from './reading.ts';
import { type Ballot, makePoll } from './settle-types.ts';
import { type Change, updateSorted } from './sorted-list.ts';
import type { Cut } from './split-document.ts';
import type { Unit } from './unit.ts';
import { type UnitOptions, unitsIn } from './units-in.ts';

/** The readings of a folder, the difference to the last time among them. A document that is read anew both leaves and comes. */
export interface FolderReading extends Change<Reading> {
  /** In the order of the ids of their documents. */
  readonly readings: readonly Reading[];
}

/** `run` rises with each call. */
export type FolderReader = (change: Change<Extraction>, cuts: readonly Cut[], run: number) => FolderReading;

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
}

/** A word read as an acronym of a thing of one type, and how often. */
interface AcronymFact {
  count: number;
  /** Documents with a word that may be it. */
  speakers: number;
  /** Run in which the first came or the last went. */
  changedAt: number;
}

const NO_CUTS = '';
const NO_FACTS: readonly AcronymFact[] = [];

export function makeFolderReader(options: UnitOptions, facts: NameFacts, nodes: BlockNodes): FolderReader {
  const pages = new Map<Extraction, Page>();
  const cutPages = new Set<Extraction>();
  let acronymsChangedIn = 0;
  const poll = makePoll();
  const acronyms = new Map<string, AcronymFact>();
  const acronym = (word: string, type: string): AcronymFact => {
    const key = `${word} ${type}`;
    const known = acronyms.get(key) ?? { count: 0, speakers: 0, changedAt: 0 };
    acronyms.set(key, known);
    return known;
  };
  const lent: Lent = {
    ...{ ontology: options.ontology, facts, nodeOf: nodes.make, profileOf: makeNameProfiler(nodes.make) },
    isAcronym: (word, type) => acronym(word, type).count > 0,
  };

  const open = (extraction: Extraction, cuts: readonly Cut[]): Page => {
    const split = unitsIn(extraction, cuts, options);
    const ballot = poll.ballotOf(split, extraction);
    poll.cast(ballot, split);
    return {
      split,
      ballot,
      cuts: sayCuts(cuts),
      settled: null,
      draft: null,
      acronyms: NO_FACTS,
      spoken: NO_FACTS,
      reading: null,
    };
  };
  const count = (own: readonly AcronymFact[], by: 1 | -1, run: number): void => {
    for (const fact of own) {
      fact.count += by;
      if (fact.count !== (by > 0 ? 1 : 0)) continue;
      fact.changedAt = run;
      if (fact.speakers > 0) acronymsChangedIn = run;
    }
  };
  const speak = (own: readonly AcronymFact[], by: 1 | -1): void => {
    for (const fact of own) fact.speakers += by;
  };
  const close = (page: Page, run: number): void => {
    poll.withdraw(page.ballot, page.split);
    count(page.acronyms, -1, run);
    speak(page.spoken, -1);
  };
  const settle = (page: Page, extraction: Extraction, run: number, leaving: Reading[]): void => {
    const isOld = page.settled !== null && !page.ballot.names.some((name) => name?.changedAt === run);
    if (isOld) return;
    const settled = poll.settle(page.split, page.ballot);
    if (page.settled !== null && hasTypes(page.settled, settled)) return;
    page.settled = settled;
    page.draft = draftUnits(extraction, settled, lent);
    if (page.reading !== null) leaving.push(page.reading);
    page.reading = null;
    count(page.acronyms, -1, run);
    speak(page.spoken, -1);
    const { units, profiles } = page.draft;
    const factsOf = (wordsOf: (profile: Profile) => Iterable<string>): readonly AcronymFact[] => {
      const found = profiles.flatMap((profile, place) =>
        [...wordsOf(profile)].map((word) => acronym(word, units[place]?.type ?? '')),
      );
      // A list that grew has room to spare, which a folder has for each of its documents.
      return found.length === 0 ? NO_FACTS : found.slice();
    };
    page.acronyms = factsOf((profile) => profile.acronyms);
    page.spoken = factsOf(spokenWords);
    speak(page.spoken, 1);
    count(page.acronyms, 1, run);
  };

  /** Takes in what came and takes out what left; a document whose mentions people part otherwise than before is opened anew. */
  const turn = ({ came, left }: Change<Extraction>, cuts: readonly Cut[], run: number): Change<Reading> => {
    const leaving: Reading[] = [];
    const shut = (extraction: Extraction): void => {
      const page = pages.get(extraction);
      if (page === undefined) return;
      close(page, run);
      if (page.reading !== null) leaving.push(page.reading);
      pages.delete(extraction);
      cutPages.delete(extraction);
    };
    for (const extraction of left) shut(extraction);
    const cutsIn = cutsByDocument(cuts, [pages.keys(), came]);
    const recut = [...new Set([...cutPages, ...cutsIn.keys()])].filter((extraction) => {
      const page = pages.get(extraction);
      return page !== undefined && page.cuts !== sayCuts(cutsIn.get(extraction));
    });
    for (const extraction of recut) shut(extraction);
    const fresh = [...came, ...recut].map((extraction): readonly [Extraction, Page] => {
      const cut = cutsIn.get(extraction) ?? [];
      const page = open(extraction, cut);
      pages.set(extraction, page);
      if (cut.length > 0) cutPages.add(extraction);
      return [extraction, page];
    });
    const unsettled: Iterable<readonly [Extraction, Page]> = poll.count(run) ? pages : fresh;
    for (const [extraction, page] of unsettled) settle(page, extraction, run, leaving);
    const isRespelt = (page: Page): boolean => page.spoken.some((fact) => fact.changedAt === run);
    const coming: Reading[] = [];
    for (const [extraction, page] of acronymsChangedIn === run ? pages : unsettled) {
      if (page.reading !== null && isRespelt(page)) {
        leaving.push(page.reading);
        page.reading = null;
      }
      if (page.reading !== null) continue;
      page.reading = readDraft(extraction, page.draft ?? draftUnits(extraction, page.settled ?? [], lent), lent);
      page.draft = null;
      coming.push(page.reading);
    }
    // In order, they find their places in the lists of the stages after this one without a search.
    return { came: coming.sort(byDocument), left: leaving };
  };

  let readings: readonly Reading[] = [];
  return (change, cuts, run) => {
    const { came, left } = turn(change, cuts, run);
    readings = updateSorted(readings, left, came, byDocument);
    return { readings, came, left };
  };
}

const byDocument = (left: Reading, right: Reading): number =>
  compareText(left.extraction.document.id, right.extraction.document.id);

const sayCuts = (cuts: readonly Cut[] = []): string => (cuts.length === 0 ? NO_CUTS : JSON.stringify(cuts));

function hasTypes(left: readonly Unit[], right: readonly Unit[]): boolean {
  return left.every(({ type }, place) => type === right[place]?.type);
}

/** Only pairs inside one document part anything in it. */
function cutsByDocument(
  cuts: readonly Cut[],
  extractions: readonly Iterable<Extraction>[],
): ReadonlyMap<Extraction, Cut[]> {
  const found = new Map<Extraction, Cut[]>();
  if (cuts.length === 0) return found;
  const wanted = new Set<MentionId>(cuts.flat());
  const home = new Map<MentionId, Extraction>();
  for (const some of extractions) {
    for (const extraction of some) {
      for (const { id } of extraction.mentions) if (wanted.has(id)) home.set(id, extraction);
    }
  }
  for (const cut of cuts) {
    const extraction = home.get(cut[0]);
    if (extraction === undefined || home.get(cut[1]) !== extraction) continue;
    found.set(extraction, [...(found.get(extraction) ?? []), cut]);
  }
  return found;
}
