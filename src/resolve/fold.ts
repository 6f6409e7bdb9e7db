// One folded form for names, so that case, accents, dots and possessives never keep two spellings apart.

/** Letters that Unicode decomposition leaves alone, written as English-language papers write them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower case, without accents, apostrophes, possessive endings and punctuation; words parted by one space. "U.S." gives "us". */
export function foldName(text: string): string {
  // Most names are plain letters; the rules below would change nothing but case and cost ten times as much.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[æœøßłđðþı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/['’‘ʼ`]s\b/g, '')
    .replace(/['’‘ʼ`]/g, '')
    .replace(/\b(\p{L})\.(?=\s?\p{L}\b|\s|$)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of the folded form; an empty text has none. */
export function foldWords(text: string): string[] {
  const folded = foldName(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Order of code units, the same on every machine (unlike a locale's). */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
