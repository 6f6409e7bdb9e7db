// The lists of a graph that stand beside its claims: documents, mentions and decisions, each brought up to date, not made anew.
import type { Extraction } from '../model/extraction.ts';
import type { Decision, DocumentRecord, Lineage, MentionRecord } from '../model/graph.ts';
import type { DocumentId } from '../model/id.ts';
import type { DecidedFolder } from './decided.ts';
import { compareText } from './fold.ts';
import type { ChangedLineages } from './lineage/trace-lineage.ts';
import { type Change, updateSorted } from './sorted-list.ts';
import { compareDecisions } from './stages/people-decide.ts';
import { entityLookup, type Voice } from './voice.ts';

export interface Records {
  /** In the order of the ids. */
  readonly listed: readonly DocumentRecord[];
  readonly byId: ReadonlyMap<DocumentId, DocumentRecord>;
  /** Documents that have another line than before, or of which one that they repeat has. */
  readonly moved: ReadonlySet<DocumentId>;
}

export type Recorder = (extractions: Change<Extraction>, lineages: ChangedLineages) => Records;

export function makeRecorder(): Recorder {
  const extractionOf = new Map<DocumentId, Extraction>();
  const byId = new Map<DocumentId, DocumentRecord>();
  let listed: readonly DocumentRecord[] = [];
  return ({ came, left }, { changed, of, copiesOf }) => {
    for (const { document } of left) extractionOf.delete(document.id);
    for (const extraction of came) extractionOf.set(extraction.document.id, extraction);
    const open = new Set([...came.map(({ document }) => document.id), ...changed]);
    const gone = [...left.map(({ document }) => document.id), ...open].flatMap((id) => {
      const record = byId.get(id);
      byId.delete(id);
      return record ?? [];
    });
    const added: DocumentRecord[] = [];
    for (const id of open) {
      const extraction = extractionOf.get(id);
      if (extraction === undefined) continue;
      const record = makeRecord(extraction, of(id));
      byId.set(id, record);
      added.push(record);
    }
    listed = updateSorted(listed, gone, added, compareRecords);
    return { listed, byId, moved: withCopies(open, copiesOf) };
  };
}

const compareRecords = (left: DocumentRecord, right: DocumentRecord): number =>
  compareText(left.document.id, right.document.id);

function makeRecord({ document, sentences }: Extraction, lineage: Lineage): DocumentRecord {
  return { document, sentences: sentences.map(({ start, end }) => [start, end] as const), lineage };
}

/** The documents with all that repeat one of them, over several hands. */
function withCopies(changed: ReadonlySet<DocumentId>, copiesOf: ChangedLineages['copiesOf']): ReadonlySet<DocumentId> {
  const moved = new Set(changed);
  // A set hands out what is added to it while it is walked.
  for (const id of moved) for (const copy of copiesOf(id)) moved.add(copy);
  return moved;
}

/** Mentions by id. */
export function makeMentionLister(): (voices: Change<Voice>) => readonly MentionRecord[] {
  let listed: readonly MentionRecord[] = [];
  return ({ came, left }) => {
    listed = updateSorted(
      listed,
      left.flatMap(mentionsOf),
      came.flatMap(mentionsOf),
      compareMentions,
      ({ mention }) => mention.id,
    );
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
  let listed: readonly Decision[] = [];
  return ({ came, left, words }) => {
    const made = came.flatMap(({ decisions }) => decisions);
    // What was decided again and came out the same stays.
    const added = new Set(left.length === 0 ? [] : made);
    const gone: Decision[] = [];
    for (const { decisions } of left) for (const each of decisions) if (!added.delete(each)) gone.push(each);
    listed = updateSorted(
      listed,
      gone,
      left.length === 0 ? made : [...added],
      compareDecisions,
      (decision) => decision.left,
    );
    return words.length === 0 ? listed : updateSorted(listed, [], words, compareDecisions);
  };
}
