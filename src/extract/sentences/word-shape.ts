// What a word looks like to the boundary classifier.
import { TOKEN_PATTERNS } from '../tokens/patterns.ts';

const NAMES = /^(?:url|email|domain|emoticon|phone|date)$/;
/** Tokens that stand for a line of their own where lines were joined: addresses below a name, the date of a letter. */
const ENTRIES: readonly (readonly [string, RegExp])[] = [
  ...TOKEN_PATTERNS.flatMap(({ name, pattern }) =>
    NAMES.test(name) ? [[name, new RegExp(`^(?:${pattern.source})$`, pattern.flags)] as const] : [],
  ),
  ['time', /^\d{1,2}:\d\d/u],
];

/** Shapes of words met before: each is asked for in every gap around it. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** The coarse form of a word: what its letters look like, the sign itself, or the name of its pattern. */
export function shape(word: string): string {
  let form = known.get(word);
  if (form === undefined) {
    form = shapeOf(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, form);
  }
  return form;
}

function shapeOf(word: string): string {
  if (word === '') return '^';
  if (/^\p{Lu}$/u.test(word)) return 'X';
  const entry = word.length > 1 && /[^\p{L}]/u.test(word) ? entryOf(word) : undefined;
  if (entry !== undefined) return entry;
  if (/^\p{Lu}[\p{Lu}\p{N}&.-]*$/u.test(word)) return 'XX';
  if (/^\p{Lu}/u.test(word)) return word.endsWith('.') ? 'Xx.' : 'Xx';
  if (/^\p{Ll}/u.test(word)) return word.endsWith('.') ? 'x.' : 'x';
  if (/^\p{N}/u.test(word)) return /^\d{1,2}$/.test(word) ? '9' : '99';
  if (/^[-–—]+$/.test(word)) return '-';
  if (/^\p{L}/u.test(word)) return 'l';
  return word.slice(0, 2);
}

function entryOf(word: string): string | undefined {
  for (const [name, pattern] of ENTRIES) {
    pattern.lastIndex = 0;
    if (pattern.test(word)) return name;
  }
  return undefined;
}
