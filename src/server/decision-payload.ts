// What travels when a person decides about names in the viewer: types only, JSON-safe.

/** Whether anything can be decided here, and how many doubtful pairs wait. */
export interface DeskPayload {
  readonly canDecide: boolean;
  readonly questions: number;
}

export type VerdictPayload = 'same' | 'different' | 'unsure';

/** A name in its sentence. */
export interface PassagePayload {
  readonly mention: string;
  readonly entity: string | null;
  /** Name of the entity that it stands for now. */
  readonly name: string;
  readonly before: string;
  readonly surface: string;
  readonly after: string;
  readonly place: string;
}

export interface QuestionPayload {
  readonly left: PassagePayload;
  readonly right: PassagePayload;
  readonly verdict: VerdictPayload;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Ends are ids of mentions, or of entities, for which their main mention then stands. */
export interface VerdictRequest {
  readonly verdict: VerdictPayload;
  readonly left: string;
  readonly right: string;
  /** False keeps the answer and leaves the graph as it is, as `stemma review` does between two questions. */
  readonly draw: boolean;
}

/** The documents, by id, in which the entity means another. */
export interface SplitRequest {
  readonly entity: string;
  readonly documents: readonly string[];
}

export interface UndoRequest {
  /** Number of the act to take back: refused where another came after it. */
  readonly act: number;
  readonly draw: boolean;
}

export interface OutcomePayload {
  /** Number of the newest act that counts; 0 for none. */
  readonly act: number;
  /** Entities for which the mentions of the act stand now, in the order of the act; empty where the graph was not drawn. */
  readonly entities: readonly string[];
}
