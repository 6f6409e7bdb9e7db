// What a word looks like, for the boundary classifier.

/** A mark that may end a sentence. */
export const MARK = /^(?:[.!?…‽]+|:|;)$/u;

/** The coarse form of a word: what its letters look like, or the sign itself. */
export function shape(word: string): string {
  if (word === '') return '^';
  if (/^\p{Lu}$/u.test(word)) return 'X';
  if (/^\p{Lu}[\p{Lu}\p{N}&.-]*$/u.test(word)) return 'XX';
  if (/^\p{Lu}/u.test(word)) return word.endsWith('.') ? 'Xx.' : 'Xx';
  if (/^\p{Ll}/u.test(word)) return word.endsWith('.') ? 'x.' : 'x';
  if (/^\p{N}/u.test(word)) return /^\d{1,2}$/.test(word) ? '9' : '99';
  if (/^[-–—]+$/.test(word)) return '-';
  if (/^\p{L}/u.test(word)) return 'l';
  return word.slice(0, 2);
}

/** `U` before a capital, `l` before a small letter, else `s`. */
export function initial(word: string): string {
  if (/^\p{Lu}/u.test(word)) return 'U';
  return /^\p{Ll}/u.test(word) ? 'l' : 's';
}
