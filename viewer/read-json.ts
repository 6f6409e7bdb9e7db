// The one door for texts of documents: every name, quote and title that the page shows was read here.

/** What turns the direction of a line (Unicode Standard Annex 9 §2), and with it makes a name look like another. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * JSON as the server and the exporter write it, with these characters as themselves. Each becomes U+FFFD, as in the terminal: shown,
 * never obeyed, and one unit for one, so that offsets into texts stay right.
 * @throws SyntaxError
 */
export function readJson<Value>(text: string): Value {
  return JSON.parse(text.replace(DIRECTIONS, '\ufffd')) as Value;
}
