// The words of a span that an encoder takes for a name, and stretches of them.

/** A part of a span; `first` and `last` (inclusive) count its words. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/** A word of a span. */
export interface SpanWord {
  readonly text: string;
  readonly upos: string;
}
