// The only position in the house: half-open, in UTF-16 code units of Document.text.

/** `start` inclusive, `end` exclusive; 0 ≤ start ≤ end ≤ text.length. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text a span covers. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** True where `inner` lies wholly inside `outer` (equal spans included). */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True where the spans share at least one code unit. */
export function overlapsSpan(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Reading order: by start, the longer first. */
export function compareSpans(left: Span, right: Span): number {
  return left.start - right.start || right.end - left.end;
}
