// Where a word falls into several syntactic words (UD English guidelines, "Tokenization and word segmentation").

/** Words written together without an apostrophe → length of the first part. */
const TOGETHER: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'can not': 3,
    'gon na': 3,
    'wan na': 3,
    'got ta': 3,
    'lot ta': 3,
    'gim me': 3,
    'lem me': 3,
    'do nt': 2,
    'did nt': 3,
    'does nt': 4,
    'is nt': 2,
    'are nt': 3,
    'was nt': 3,
    'were nt': 4,
    'ca nt': 2,
    'wo nt': 2,
    'could nt': 5,
    'would nt': 5,
    'should nt': 6,
    'have nt': 4,
    'has nt': 3,
    'had nt': 3,
    'ai nt': 2,
    'i m': 1,
    'i ve': 1,
    'you re': 3,
    'you ve': 3,
    'you ll': 3,
    'they re': 4,
    'they ve': 4,
    'they ll': 4,
    'we ve': 2,
    'it ll': 2,
    'that s': 4,
    'there s': 5,
    'what s': 4,
    'he s': 2,
    'a lot': 1,
  }).map(([parts, length]) => [parts.replace(' ', ''), length]),
);

const NOT = /^\p{L}+n['’ʼ`´‘]t$/iu;
const CLITIC = /['’ʼ`´‘](?:s|m|d|re|ve|ll)$/iu;
/** Only a word with one of these is looked at for any of the three. */
const APOSTROPHE = /['’ʼ`´‘]/;
const FRONT = /^(?:['’‘]t(?=is$|was$)|d['’](?=you$|ya$)|y['’](?=all$))/iu;

/** Words that never follow the possessive "its": what stands there is "it's" without its apostrophe. */
const AFTER_IT_IS =
  /\s+(?:a|an|the|not|really|very|so|just|been|too|quite|always|never|like|because|in|on|at|for|me|my|that|this|what|about|pretty|kind of)\b/iy;

/** Where `word`, which ends at `end` of `text`, is "its" meaning "it's": length of the first part, else 0. */
export function itIsCut(word: string, text: string, end: number): number {
  if (word.length !== 3 || word.toLowerCase() !== 'its') return 0;
  AFTER_IT_IS.lastIndex = end;
  return AFTER_IT_IS.test(text) ? 2 : 0;
}

/** Offsets inside `word` at which a new token begins; empty for a word of one part. Letters are never lost. */
export function contractionCuts(word: string): readonly number[] {
  const whole = TOGETHER.get(word.toLowerCase());
  if (whole !== undefined) return [whole];
  if (word.length < 3 || !APOSTROPHE.test(word)) return [];
  const cuts: number[] = [];
  let end = word.length;
  for (let round = 0; round < 2; round++) {
    const part = word.slice(0, end);
    const cut = NOT.test(part) ? end - 3 : CLITIC.test(part) ? part.search(CLITIC) : 0;
    if (cut <= 0) break;
    cuts.unshift(cut);
    end = cut;
  }
  const front = FRONT.exec(word.slice(0, end))?.[0].length ?? 0;
  if (front > 0 && front < end) cuts.unshift(front);
  return cuts;
}
