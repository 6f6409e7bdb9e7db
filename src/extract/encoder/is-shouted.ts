// A line of capitals: "ONE ENVOY FEWER".

/** Three words at least with two capitals in a row, and no small letter; one pass, whatever the text. */
export function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text.split(/\s+/).filter((word) => /\p{Lu}{2}/u.test(word)).length >= 3;
}
