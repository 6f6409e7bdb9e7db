// What a folder of documents says together: entities, claims with their evidence, conflicts, and the log of decisions.
import type { Document } from './document.ts';
import type { Literal, Mention, Modality, Polarity, TimeRange } from './extraction.ts';
import type { ClaimId, ConflictId, DocumentId, EntityId, MentionId } from './id.ts';
import type { Span } from './span.ts';

/** Two mentions stand for one thing, or do not. Kept for ever, undone by a newer one; people outrank machines. */
export interface Decision {
  readonly left: MentionId;
  readonly right: MentionId;
  readonly verdict: 'same' | 'different' | 'unsure';
  /** 0–1, calibrated chance that the two are the same. */
  readonly score: number;
  /** Sentences for people. */
  readonly reasons: readonly string[];
  /** `names@1` for a machine, `person` or `person:NAME` for people. */
  readonly by: string;
}

export interface Alias {
  readonly name: string;
  readonly count: number;
}

export interface Entity {
  readonly id: EntityId;
  readonly type: string;
  /** The name to show; may be made up ("U.S. embassy in Ukraine"). */
  readonly name: string;
  /** Distinct surfaces of its name mentions, the main one included, most frequent first; no pronouns. */
  readonly aliases: readonly Alias[];
  /** Sorted. */
  readonly mentionIds: readonly MentionId[];
  /** At most one `wikidata:Q…`. */
  readonly sameAs: readonly string[];
}

export interface Attribution {
  readonly entity: EntityId | null;
  readonly text: string;
}

/** Enough to show the sentence and to rerun the step. `quote` is always text.slice(start, end) of the document. */
export interface Evidence extends Span {
  readonly documentId: DocumentId;
  readonly quote: string;
  readonly subjectMention: MentionId;
  /** Null only for a literal without a mention. */
  readonly objectMention: MentionId | null;
  readonly cue: Span | null;
  readonly attribution: Attribution | null;
  readonly time: TimeRange | null;
  readonly score: number;
  readonly by: string;
}

/** Why two documents of a claim count as one witness. */
export interface SourceLink {
  /** The one that stands for both: what is repeated or named as a source, else the older. */
  readonly original: DocumentId;
  readonly copy: DocumentId;
  /**
   * `copy`: the text of the copy is the original's; `sentence`: it reprints the sentence; `publisher`: both are of one
   * publisher; `outlet`: both rest on one outlet, which may be the original's publisher.
   */
  readonly why: 'copy' | 'sentence' | 'publisher' | 'outlet';
  /** Paragraph of the original, from 1, that holds the sentence repeated; null for a publisher and an outlet. */
  readonly paragraph: number | null;
  /** Share of the copy's words that are the original's, 0–1, for a copy; else null. */
  readonly share: number | null;
  /** The publisher or outlet that both come from; else null. */
  readonly outlet: string | null;
}

/** One thing that is said. Polarity and modality are part of its identity. Exactly one of object and literal is set. */
export interface Claim {
  readonly id: ClaimId;
  /** A relation type of the ontology; null for an open claim, which always has a predicate. */
  readonly type: string | null;
  readonly predicate: string;
  readonly subject: EntityId;
  readonly object: EntityId | null;
  readonly literal: Literal | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Of the evidence, where all of it agrees; else null. */
  readonly attribution: Attribution | null;
  readonly time: TimeRange | null;
  /** For a derived claim, which has no evidence of its own; else null. */
  readonly derivedFrom: readonly ClaimId[] | null;
  /** 0–1: calibrated chance that the text says this, not that it is true. */
  readonly confidence: number;
  /** Witnesses left after copies and stated dependence are collapsed. */
  readonly independentSources: number;
  /** What was collapsed; absent where each document is a witness of its own. */
  readonly sourceLinks?: readonly SourceLink[];
  readonly disputed: boolean;
  /** Every passage of every document, copies included, sorted by document and start. */
  readonly evidence: readonly Evidence[];
}

export interface Conflict {
  readonly id: ConflictId;
  /** Two at least, sorted. */
  readonly claimIds: readonly ClaimId[];
  readonly type: 'quantity' | 'role' | 'functional' | 'polarity';
  readonly reason: string;
}

/** Which text this one repeats, and whom it names as its source. */
export interface Lineage {
  readonly copyOf: { readonly document: DocumentId; readonly share: number } | null;
  readonly cites: readonly { readonly document: DocumentId | null; readonly text: string }[];
}

export interface DocumentRecord {
  readonly document: Document;
  /** `[start, end]` of each sentence, in order. */
  readonly sentences: readonly (readonly [number, number])[];
  readonly lineage: Lineage;
}

/** A mention with the document it stands in and the entity it was resolved to. */
export interface MentionRecord {
  readonly mention: Mention;
  readonly documentId: DocumentId;
  readonly entity: EntityId | null;
}

/** All arrays sorted by id (decisions by left, right, by). */
export interface Graph {
  /** Version of the extractor that read the documents. */
  readonly model: string;
  readonly documents: readonly DocumentRecord[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly MentionRecord[];
  readonly claims: readonly Claim[];
  readonly conflicts: readonly Conflict[];
  readonly decisions: readonly Decision[];
}
