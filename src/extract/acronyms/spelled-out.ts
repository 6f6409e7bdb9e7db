// Names that an acronym in brackets spells out: "the Board for Harbours and Co-operation in the North (BHCN)" is one name, however small its words.
import type { Extraction } from '../../model/extraction.ts';

/** Places of tokens, inclusive. */
export interface SpelledOut {
  readonly first: number;
  readonly last: number;
  /** The token inside the brackets. */
  readonly acronym: number;
}

const ACRONYM = /^\p{Lu}{3,10}$/u;
/** Words of such a name that give no letter. */
const SMALL = /^(?:of|for|and|the|in|on|to|de|la|du|des|del|y|e|&|against|with|at|a|an|-|–|'s|’s)$/i;
/** Most words that one letter may stand for, small ones included. */
const SPREAD = 4;

/** In reading order. */
export function findSpelledOut({ tokens, document }: Extraction): SpelledOut[] {
  const textAt = (index: number): string => {
    const token = tokens[index];
    return token === undefined ? '' : document.text.slice(token.start, token.end);
  };
  return tokens.flatMap(({ index, sentence }) => {
    if (textAt(index) !== '(' || !ACRONYM.test(textAt(index + 1)) || textAt(index + 2) !== ')') return [];
    const letters = [...textAt(index + 1)];
    const first = firstWord(letters, index - 1, textAt, (at) => tokens[at]?.sentence === sentence);
    return first === null ? [] : [{ first, last: index - 1, acronym: index + 1 }];
  });
}

/** Walks back from the bracket, the last letter first; null where a letter finds no capital word or a small word stands for nothing. */
function firstWord(
  letters: readonly string[],
  last: number,
  textAt: (index: number) => string,
  isInside: (index: number) => boolean,
): number | null {
  let at = last;
  for (let letter = letters.length - 1; letter >= 0; letter -= 1) {
    let skipped = 0;
    while (isInside(at) && !startsWith(textAt(at), letters[letter] ?? '')) {
      // "Co-operation": the part behind the hyphen gives no letter.
      if (!SMALL.test(textAt(at)) && textAt(at - 1) !== '-') return null;
      skipped += 1;
      if (skipped > SPREAD) return null;
      at -= 1;
    }
    if (!isInside(at)) return null;
    if (letter === 0) return at < last ? at : null;
    at -= 1;
  }
  return null;
}

function startsWith(word: string, letter: string): boolean {
  return word.startsWith(letter) && /^\p{Lu}/u.test(word);
}
