// Do two names of one document name one thing? Full name and surname, spellings of one surname, words less an article.
/** Lower-case, without accents, articles, possessives and double marks. */
export function foldName(surface: string): string {
  return surface
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^the\s+/, '')
    .replace(/'s$/, '')
    .replace(/[.,]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same for what is no person, with the Arabic article and the two best known initials spelt one way: "Al Nahda" and "al-Nahda". */
export function foldBody(surface: string): string {
  return foldName(surface)
    .replace(/^al[ -](?=\p{L})/u, 'al-')
    .replace(/^un(?=$| )/, 'united nations')
    .replace(/^eu(?=$| )/, 'european union');
}

const SUFFIX = /^(jr|sr|ii|iii|iv)$/;

/** "Ada of Easthaven" is called Ada. */
const wordsOf = (surface: string) =>
  foldName(surface)
    .replace(/(?<=\S) of .*$/, '')
    .split(' ');
const surnameOf = (words: readonly string[]) => words.filter((word) => !SUFFIX.test(word)).at(-1) ?? '';

/** True for two spellings of one word: the same consonants in order, or one letter apart in a longer word. */
export function isSpellingVariant(left: string, right: string): boolean {
  if (left === right) return true;
  if (Math.min(left.length, right.length) < 5 || left[0] !== right[0]) return false;
  const skeleton = (word: string) => word.replace(/(.)\1+/g, '$1').replace(/[aeiouy'-]/g, '');
  return skeleton(left) === skeleton(right) && Math.abs(left.length - right.length) <= 2;
}

/**
 * True where two person names may be one person's: same surname (spelling variants only beside the same first name), and
 * first names that do not contradict. A bare first name joins nobody.
 */
export function isSamePerson(left: string, right: string): boolean {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return short[0] === surnameOf(long);
  const generations = [a, b].map((words) => words.find((word) => SUFFIX.test(word)) ?? '');
  if (generations[0] !== generations[1]) return false;
  if (!isSpellingVariant(surnameOf(a), surnameOf(b))) return false;
  const [first, second] = [a[0] ?? '', b[0] ?? ''];
  if (first.length === 1 || second.length === 1) return first[0] === second[0];
  return isSpellingVariant(first, second) && middlesAgree(a, b);
}

/** "George W." and "George H. W." are two men. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  const middles = [a, b].map((words) =>
    words
      .slice(1, -1)
      .map((word) => word[0])
      .join(''),
  );
  return middles[0] === middles[1] || middles[0] === '' || middles[1] === '';
}

/** Names in different blocks are never one name: the first letter of the last word that is no suffix. */
export function blockOf(surface: string): string {
  return surnameOf(wordsOf(surface))[0] ?? '';
}
