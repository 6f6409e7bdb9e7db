// Features of a pair of mentions for the coreference head; exactly those of scripts/train/pair_features.py.

/** A mention as the head sees it; `kind` and `type` are places in labels.json, `start` and `end` (exclusive) tokens. */
export interface FeatureMention {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly kind: number;
  readonly type: number;
  readonly words: readonly string[];
}

/** Sentences between, match of words, pair of kinds, nesting, mentions between, same type. */
export const FEATURE_COUNT = 6;
/** From here on two mentions share a run of words (see `matchWords`). */
export const SHARED_WORDS = 3;

const KINDS = 4;
/** From how many sentences or mentions between on a distance counts for one more. */
const SENTENCES = reachedFrom([1, 2, 3, 4, 6, 9]);
const MENTIONS = reachedFrom([1, 2, 4, 8, 16, 32]);
const DETERMINERS = new Set('the a an this that these those my your his her its our their'.split(' '));
const POSSESSIVES = new Set(["'s", '’s', "'", '’']);

/** The place in a row of the match of words (matchForms), which writeFeatures leaves open. */
export const MATCH = 1;

/** Writes a row of features but the match into `rows` from `at` on. `between`: mentions that start between the two. */
export function writeFeatures(
  rows: Int32Array,
  at: number,
  later: FeatureMention,
  earlier: FeatureMention,
  between: number,
): void {
  const inside = earlier.start <= later.start && later.end <= earlier.end;
  const around = later.start <= earlier.start && earlier.end <= later.end;
  rows[at] = countReached(later.sentence - earlier.sentence, SENTENCES);
  rows[at + 2] = later.kind * KINDS + earlier.kind;
  rows[at + 3] = inside ? 1 : around ? 2 : 0;
  rows[at + 4] = countReached(between, MENTIONS);
  rows[at + 5] = later.type === earlier.type ? 1 : 0;
}

/**
 * 5 the same words, 4 the same but for case, determiner and possessive, 3 one is a run of words in the other, 2 the same
 * last word, 1 one is made of the capital initials of the other (two letters at least), 0 nothing.
 */
export function matchForms(one: Form, other: Form): number {
  if (one.sketch === other.sketch) {
    if (one.spelt === other.spelt) return 5;
    if (one.content === other.content) return 4;
  }
  if (holds(one, other) || holds(other, one)) return SHARED_WORDS;
  if ((one.sketch & other.sketch) !== 0 && one.last === other.last) return 2;
  return isInitials(one, other) || isInitials(other, one) ? 1 : 0;
}

/** What the match of a mention's words needs, of at least one word; words in a string stand between ends of line. */
export interface Form {
  readonly spelt: string;
  readonly content: string;
  /** A bit for each length and first letter of its content's words: of a run of words all are in the whole. */
  readonly sketch: number;
  /** The last word of the content. */
  readonly last: string | undefined;
  /** Capital initials of its words; empty for a single word. */
  readonly initials: string;
  /** Its letters where they are two capitals at least and nothing else ("N.H.B."); else empty. */
  readonly acronym: string;
}

export function formOf(words: readonly string[]): Form {
  const letters = words.join('').replaceAll('.', '');
  const isAcronym = [...letters].length >= 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const kept = content(words);
  return {
    spelt: inLines(words),
    content: inLines(kept),
    sketch: kept.reduce((bits, word) => bits | (1 << ((word.charCodeAt(0) + 7 * word.length) & 31)), 0),
    last: kept.at(-1),
    initials: words.length > 1 ? words.flatMap((word) => /^\p{Lu}/u.exec(word) ?? []).join('') : '',
    acronym: isAcronym ? letters : '',
  };
}

/** Thousands of pairs a document are asked, and hardly any holds the other: the sketch tells most of them. */
function holds(whole: Form, run: Form): boolean {
  return (run.sketch & ~whole.sketch) === 0 && whole.content.includes(run.content);
}

function inLines(words: readonly string[]): string {
  return `\n${words.join('\n')}\n`;
}

/** How many of the bounds, in order, each value from 0 to the last one reaches. */
function reachedFrom(bounds: readonly number[]): Uint8Array {
  return Uint8Array.from(
    { length: (bounds.at(-1) ?? 0) + 1 },
    (_, value) => bounds.filter((bound) => value >= bound).length,
  );
}

function countReached(value: number, reached: Uint8Array): number {
  return reached[Math.max(0, Math.min(value, reached.length - 1))] ?? 0;
}

/** Lower-cased words without a determiner in front and a possessive mark behind. */
function content(words: readonly string[]): string[] {
  let lower = words.map((word) => word.toLowerCase());
  if (lower.length > 1 && DETERMINERS.has(lower[0] ?? '')) lower = lower.slice(1);
  if (lower.length > 1 && POSSESSIVES.has(lower.at(-1) ?? '')) lower = lower.slice(0, -1);
  return lower;
}

function isInitials(name: Form, short: Form): boolean {
  return short.acronym !== '' && name.initials === short.acronym;
}
