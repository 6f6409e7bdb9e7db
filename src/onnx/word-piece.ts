// WordPiece of uncased BERT (Devlin et al. 2019) on single words, and case shapes; does exactly what scripts/train/wordpiece.py does.

export const PIECE = { pad: 0, unknown: 100, start: 101, end: 102 } as const;

const SHAPES = ['lower', 'title', 'upper', 'mixed', 'digits', 'other', 'capital', 'special'] as const;
/** Shape of [CLS], [SEP] and padding. */
export const SPECIAL_SHAPE = SHAPES.indexOf('special');
/** Added to the shape of every piece of a word but the first. */
export const CONTINUATION = SHAPES.length;

/** More pieces of one word are cut off. */
const MAX_PIECES_PER_WORD = 32;
/** The reference tokenizer gives up on longer parts, in code points. */
const LONGEST_PART = 100;
const CONTROL = /[\0\ufffd\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u;
const ALONE =
  /[!-/:-@[-`{-~\p{P}\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
const CACHE_LIMIT = 100_000;

/** Ids of the pieces of one word, one at least. */
export type EncodeWord = (word: string) => readonly number[];

/** `vocabulary`: one piece a line, the line number is the id. Words are cached. */
export function makeWordPiece(vocabulary: string): EncodeWord {
  const ids = new Map(vocabulary.split('\n').map((piece, id) => [piece, id]));
  ids.delete('');
  const cache = new Map<string, readonly number[]>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const found = splitParts(normalise(word)).flatMap((part) => matchPieces(part, ids));
    const pieces = found.length === 0 ? [PIECE.unknown] : found.slice(0, MAX_PIECES_PER_WORD);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(word, pieces);
    return pieces;
  };
}

/** True where the vocabulary holds the word whole: a frequent word, as a rule one of the language. */
export function isOnePiece(encodeWord: EncodeWord, word: string): boolean {
  const pieces = encodeWord(word);
  return pieces.length === 1 && pieces[0] !== PIECE.unknown;
}

/** Index into the case shapes by the cased letters of the word: a letter is upper where lower-casing changes it. */
export function caseShape(word: string): number {
  const upper: boolean[] = [];
  for (const character of word) {
    const isUpper = character !== character.toLowerCase();
    if (isUpper || character !== character.toUpperCase()) upper.push(isUpper);
  }
  return SHAPES.indexOf(nameShape(word, upper));
}

function nameShape(word: string, upper: readonly boolean[]): (typeof SHAPES)[number] {
  if (upper.length === 0) return /[0-9]/.test(word) ? 'digits' : 'other';
  if (!upper.includes(true)) return 'lower';
  if (upper.length === 1) return 'capital';
  if (!upper.includes(false)) return 'upper';
  return upper[0] === true && !upper.slice(1).includes(true) ? 'title' : 'mixed';
}

function normalise(word: string): string {
  let kept = '';
  for (const character of word) {
    if (/\s/u.test(character)) kept += ' ';
    else if (!CONTROL.test(character)) kept += character;
  }
  return kept
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}

function splitParts(text: string): string[] {
  const parts: string[] = [];
  let current = '';
  for (const character of text) {
    const isAlone = ALONE.test(character);
    if (!isAlone && character !== ' ') {
      current += character;
      continue;
    }
    if (current !== '') parts.push(current);
    current = '';
    if (isAlone) parts.push(character);
  }
  return current === '' ? parts : [...parts, current];
}

/** Longest match from the left; one [UNK] where no piece fits. */
function matchPieces(part: string, ids: ReadonlyMap<string, number>): number[] {
  const characters = [...part];
  if (characters.length > LONGEST_PART) return [PIECE.unknown];
  const found: number[] = [];
  let start = 0;
  while (start < characters.length) {
    const prefix = start === 0 ? '' : '##';
    let end = characters.length;
    let id: number | undefined;
    for (; end > start; end -= 1) {
      id = ids.get(prefix + characters.slice(start, end).join(''));
      if (id !== undefined) break;
    }
    if (id === undefined) return [PIECE.unknown];
    found.push(id);
    start = end;
  }
  return found;
}
