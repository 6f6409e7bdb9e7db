// The letters that transliterations of one word vary, made equal.

/**
 * A folded word with the letters made equal that transliterations vary: doubled letters, y/i/j, w/v, ph/f, kh/h, ck/k,
 * ou/oo/u, a silent h.
 */
export function reduceSpelling(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/ck|q/g, 'k')
    .replace(/kh/g, 'h')
    .replace(/ou|oo/g, 'u')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/ie$|ei$/g, 'i')
    .replace(/(?<=[^s])(?<!^)h(?![aeiou])/g, '')
    .replace(/(.)\1+/g, '$1');
}
