// The lists of a graph that stand beside its claims: documents, mentions and decisions, each brought up to date, not made anew.
import type { Extraction } from '../model/extraction.ts';
import type { Decision, DocumentRecord, Lineage, MentionRecord } from '../model/graph.ts';
import type { DocumentId } from '../model/id.ts';
import type { Decided, DecidedFolder } from './components.ts';
import { compareText } from './fold.ts';
import { updateSorted } from './sorted-list.ts';
import { compareDecisions } from './stages/people-decide.ts';
import { entityLookup, type Voice } from './voice.ts';

export interface Records {
  /** By id, in the order of the ids. */
  readonly records: ReadonlyMap<DocumentId, DocumentRecord>;
  /** Documents that have another line than before, or of which one that they repeat has. */
  readonly moved: ReadonlySet<DocumentId>;
}

/** Extractions come in the order of their ids. */
export type Recorder = (extractions: readonly Extraction[], lineages: ReadonlyMap<DocumentId, Lineage>) => Records;

export function makeRecorder(): Recorder {
  let known = new Map<Extraction, DocumentRecord>();
  return (extractions, lineages) => {
    const next = new Map<Extraction, DocumentRecord>();
    const changed = new Set<DocumentId>();
    for (const extraction of extractions) {
      const lineage = lineages.get(extraction.document.id) ?? { copyOf: null, cites: [] };
      const before = known.get(extraction);
      if (before?.lineage !== lineage) changed.add(extraction.document.id);
      next.set(extraction, before?.lineage === lineage ? before : makeRecord(extraction, lineage));
    }
    known = next;
    const records = new Map([...next.values()].map((record) => [record.document.id, record]));
    return { records, moved: changed.size === 0 ? changed : withCopies(changed, records) };
  };
}

function makeRecord({ document, sentences }: Extraction, lineage: Lineage): DocumentRecord {
  return { document, sentences: sentences.map(({ start, end }) => [start, end] as const), lineage };
}

/** The documents with all that repeat one of them, over several hands. */
function withCopies(
  changed: ReadonlySet<DocumentId>,
  records: ReadonlyMap<DocumentId, DocumentRecord>,
): ReadonlySet<DocumentId> {
  const moved = new Set(changed);
  for (const { document, lineage } of records.values()) {
    const visited = new Set([document.id]);
    for (let copy = lineage.copyOf; copy !== null && !visited.has(copy.document); ) {
      visited.add(copy.document);
      if (changed.has(copy.document)) moved.add(document.id);
      copy = records.get(copy.document)?.lineage.copyOf ?? null;
    }
  }
  return moved;
}

/** Mentions by id. */
export function makeMentionLister(): (voices: readonly Voice[]) => readonly MentionRecord[] {
  let known = new Set<Voice>();
  let listed: readonly MentionRecord[] = [];
  return (voices) => {
    const current = new Set(voices);
    const gone = new Set<DocumentId>();
    for (const voice of known) if (!current.has(voice)) gone.add(voice.reading.extraction.document.id);
    const added = voices.filter((voice) => !known.has(voice)).flatMap(mentionsOf);
    known = current;
    const isGone = ({ documentId }: MentionRecord): boolean => gone.has(documentId);
    if (gone.size + added.length > 0) listed = updateSorted(listed, isGone, added, compareMentions);
    return listed;
  };
}

function mentionsOf(voice: Voice): MentionRecord[] {
  const { document, mentions } = voice.reading.extraction;
  const entityOf = entityLookup(voice);
  return mentions.map((mention) => ({ mention, documentId: document.id, entity: entityOf(mention.id) ?? null }));
}

const compareMentions = (left: MentionRecord, right: MentionRecord): number =>
  compareText(left.mention.id, right.mention.id);

/** Of people and of this machine, by left, right and by. */
export function makeDecisionLister(): (decided: DecidedFolder) => readonly Decision[] {
  let known = new Set<Decided>();
  let listed: readonly Decision[] = [];
  return ({ components, words }) => {
    const current = new Set(components);
    const gone = new Set<Decision>();
    for (const component of known) {
      if (!current.has(component)) for (const decision of component.decisions) gone.add(decision);
    }
    const added = components.filter((component) => !known.has(component)).flatMap(({ decisions }) => decisions);
    known = current;
    if (gone.size + added.length > 0) {
      listed = updateSorted(listed, (decision) => gone.has(decision), added, compareDecisions);
    }
    return words.length === 0 ? listed : updateSorted(listed, () => false, [...words], compareDecisions);
  };
}
