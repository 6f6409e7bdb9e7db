// Fingerprints of texts for finding copied passages: word shingles, winnowed (Schleimer, Wilkerson, Aiken, SIGMOD 2003).

/** Words in a shingle: long enough that chance and set phrases rarely repeat one, short enough to live through edits. */
export const SHINGLE_WORDS = 6;
/** Of so many shingles in a row one is kept, so a shared passage of SHINGLE_WORDS + WINDOW - 1 words is always found. */
const WINDOW = 4;

/** Hashes of all shingles of a text, in order; `hashes[i]` covers the words i … i + SHINGLE_WORDS - 1. */
export function shingleHashes(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const wordHashes = words.map(hashWord);
  const count = Math.max(0, words.length - SHINGLE_WORDS + 1);
  const hashes = new Uint32Array(count);
  for (let start = 0; start < count; start += 1) {
    let hash = 0;
    for (let index = start; index < start + SHINGLE_WORDS; index += 1) {
      hash = (Math.imul(hash, 0x01000193) ^ (wordHashes[index] ?? 0)) >>> 0;
    }
    hashes[start] = mix(hash);
  }
  return hashes;
}

/** The least hash of every window, each once. */
export function winnow(hashes: Uint32Array): Uint32Array {
  const kept = new Set<number>();
  for (let start = 0; start === 0 || start + WINDOW <= hashes.length; start += 1) {
    let least = hashes[start] ?? 0;
    for (let index = start + 1; index < start + WINDOW; index += 1) least = Math.min(least, hashes[index] ?? least);
    if (hashes.length > 0) kept.add(least);
  }
  return Uint32Array.from(kept);
}

/** Share of the words of a text (given by its shingles) that stand in shingles of another, 0–1. */
export function coveredShare(hashes: Uint32Array, other: ReadonlySet<number>): number {
  if (hashes.length === 0) return 0;
  const words = hashes.length + SHINGLE_WORDS - 1;
  let covered = 0;
  let upTo = 0;
  for (const [start, hash] of hashes.entries()) {
    if (!other.has(hash)) continue;
    const end = start + SHINGLE_WORDS;
    covered += end - Math.max(start, upTo);
    upTo = end;
  }
  return covered / words;
}

/**
 * Share of the words of a text (given by its shingles) that stand in passages of `least` words or more of another, 0–1. Two
 * hands that write about one thing share short phrases; a long one is taken over.
 */
export function repeatedShare(hashes: Uint32Array, other: ReadonlySet<number>, least: number): number {
  let repeated = 0;
  for (let start = 0; start < hashes.length; start += 1) {
    let end = start;
    while (end < hashes.length && other.has(hashes[end] ?? 0)) end += 1;
    const words = end - start + SHINGLE_WORDS - 1;
    if (end > start && words >= least) repeated += words;
    start = end;
  }
  return hashes.length === 0 ? 0 : Math.min(1, repeated / (hashes.length + SHINGLE_WORDS - 1));
}

/** A text without what stands in quotation marks. */
export function outsideMarks(text: string): string {
  return text.replace(/[“"«„][^“”"«»\n]{1,800}[”"»“]/g, ' ');
}

/** A text without what stands in quotation marks, which many hands may have from one mouth; whole where it is mostly that. */
export function withoutQuotations(text: string): string {
  const bare = outsideMarks(text);
  return bare.length * 5 < text.length * 2 ? text : bare;
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** Final mix of MurmurHash3, so that the least hash of a window is a fair draw. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
