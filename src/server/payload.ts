// What travels from the server (or the exported file) to the viewer: types only, JSON-safe.

/** Numbers by place: a plain array, or a typed one as it lay on the wire. */
export type Numbers = ArrayLike<number>;

/** `[start, end]`, half-open, UTF-16 units of the document's text. */
export type Range = readonly [start: number, end: number];

export interface EntityTypePayload {
  readonly name: string;
  readonly label: string;
  /** Place among the colours: that in the ontology, so that a person looks alike in every graph; foreign types follow. */
  readonly color: number;
}

export interface RelationTypePayload {
  /** Name in the ontology; empty for claims in the words of the text, among them those of the families `act`, `speech` and `thought`. */
  readonly name: string;
  readonly label: string;
  readonly family: string;
  readonly symmetric: boolean;
}

/**
 * The whole graph without its sentences, column by column: place i of every column is one thing. Columns keep a graph
 * of 250,000 nodes small on the wire and quick to read (graph-bytes.ts). References are places, -1 stands for none.
 */
export interface GraphPayload {
  readonly version: 1;
  readonly title: string;
  readonly model: string;
  readonly entityTypes: readonly EntityTypePayload[];
  readonly relationTypes: readonly RelationTypePayload[];
  readonly publishers: readonly string[];
  /** Who says a claim: a name of the graph, or words of a text that names nobody ("a ministry report"). */
  readonly speakers: {
    /** -1 where only the words are known. */
    readonly entity: Numbers;
    /** The words; of a name its id, so that a page need not read the ids of all. */
    readonly text: readonly string[];
    /** Who say one claim, in one passage or another: places of speakers, sorted, -1 for an article in its own voice. */
    readonly groups: readonly (readonly number[])[];
  };
  readonly documents: {
    readonly id: readonly string[];
    readonly title: readonly string[];
    readonly publisher: readonly number[];
    readonly publishedAt: readonly (string | null)[];
    readonly copyOf: readonly number[];
    /** Part of the text that repeats `copyOf`, 0–1; 0 where it repeats none. */
    readonly copyShare: readonly number[];
    /** Whom the text names as its source: a document of the graph, or only a name (document -1). */
    readonly cites: readonly (readonly { readonly document: number; readonly text: string }[])[];
  };
  readonly entities: {
    readonly id: readonly string[];
    readonly name: readonly string[];
    /** Other names than the main one. */
    readonly aliases: readonly (readonly string[])[];
    readonly type: Numbers;
    readonly mentions: Numbers;
    /** 1 where no mention is a name: the texts only describe it ("troops", "our embassy"). */
    readonly described: Numbers;
  };
  readonly claims: {
    readonly id: readonly string[];
    readonly type: Numbers;
    readonly predicate: readonly string[];
    readonly subject: Numbers;
    readonly object: Numbers;
    /** Of speech, long words are cut: the sentences have them whole. */
    readonly literal: readonly (string | null)[];
    /** 1 where the claim is denied. */
    readonly negative: Numbers;
    /** Place in MODALITIES. */
    readonly modality: Numbers;
    readonly disputed: Numbers;
    /** 1 where the claim follows from others and has no sentence of its own. */
    readonly derived: Numbers;
    readonly confidence: Numbers;
    readonly independentSources: Numbers;
    /** When it happened, `YYYY-MM-DD`; null where open or unknown. */
    readonly from: readonly (string | null)[];
    readonly to: readonly (string | null)[];
    /** Places of the documents that say it, sorted; of a derived claim: those of the claims it stands on. */
    readonly documents: readonly (readonly number[])[];
    /** Place in the groups of speakers; -1 where only articles say it, in their own voice. */
    readonly saidBy: Numbers;
  };
  readonly conflicts: readonly ConflictPayload[];
  /** Where the entities came to rest, x and y in turn by place; null where that is not known of all. */
  readonly positions: Float32Array | null;
}

export interface ConflictPayload {
  readonly id: string;
  /** Places of the claims. */
  readonly claims: readonly number[];
  readonly type: string;
  readonly reason: string;
}

export interface SpeakerPayload {
  readonly entity: string | null;
  readonly text: string;
}

/** A sentence with what is to be marked in it; all ranges are offsets into the document. */
export interface QuotePayload {
  readonly document: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface EvidencePayload extends QuotePayload {
  readonly subject: Range | null;
  readonly object: Range | null;
  readonly cue: Range | null;
  /** Title of the document that this one repeats, or null. */
  readonly copyOf: string | null;
  readonly speaker: SpeakerPayload | null;
  readonly time: string | null;
  readonly score: number;
  readonly by: string;
}

export interface ClaimPayload {
  readonly id: string;
  readonly speaker: SpeakerPayload | null;
  /** For people: "Monday (2031-04-28)". */
  readonly time: string | null;
  readonly derivedFrom: readonly string[];
  /** For people, why there are fewer sources than files: "Echo repeats Wire, paragraph 2 (90 % of its text)"; none where each is one. */
  readonly sources: readonly string[];
  readonly evidence: readonly EvidencePayload[];
}

export interface MentionPayload {
  readonly start: number;
  readonly end: number;
  readonly entity: string | null;
}

export interface BlockPayload {
  readonly kind: string;
  readonly level: number | null;
  readonly start: number;
  readonly end: number;
}

export interface DocumentPayload {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly blocks: readonly BlockPayload[];
  readonly sentences: readonly Range[];
  readonly mentions: readonly MentionPayload[];
  readonly copyOf: { readonly document: string; readonly title: string; readonly share: number } | null;
  readonly cites: readonly { readonly document: string | null; readonly text: string }[];
}

export interface AliasPayload {
  readonly name: string;
  readonly count: number;
  /** One sentence that uses it, with the name's own range; null where no mention has this surface. */
  readonly example: (QuotePayload & { readonly mark: Range }) | null;
}

/** One of the two mentions that a decision speaks of. */
export interface DecidedPayload {
  readonly mention: string;
  /** As the text has it; the id where the graph no longer holds the mention. */
  readonly surface: string;
  /** Title of its document; null where unknown. */
  readonly title: string | null;
}

export interface DecisionPayload {
  readonly left: DecidedPayload;
  readonly right: DecidedPayload;
  readonly verdict: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly by: string;
}

export interface EntityPayload {
  readonly id: string;
  readonly sameAs: readonly string[];
  /** Ids of the documents that name it, in order of their sources. */
  readonly documents: readonly string[];
  readonly aliases: readonly AliasPayload[];
  /** Why mentions were joined or kept apart, the surest first; cut at 50. */
  readonly decisions: readonly DecisionPayload[];
  readonly decisionCount: number;
}

export interface HitPayload {
  readonly kind: 'entity' | 'claim' | 'document';
  readonly id: string;
  readonly title: string;
  readonly snippet: string;
}

/** What the server answers when it cannot do what was asked. */
export interface ErrorPayload {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}
