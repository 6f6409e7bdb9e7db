// Front matter of text files: YAML 1.2 between two lines of `---`, cut off and turned into fields.
import { parse } from 'yaml';
import type { Note } from '../model/document.ts';
import { type Fields, makeNote, NO_FIELDS } from './make-document.ts';
import { toFields } from './named-fields.ts';

export interface FrontMatter {
  readonly fields: Fields;
  /** The text after the front matter; the whole text where there is none. */
  readonly body: string;
  readonly notes: readonly Note[];
}

/** Front matter is a card, not a book. */
const MAX_LENGTH = 16 * 1024;

/** Splits a text. What is no mapping with at least one known name (`title`, `publisher`, `author`, `date` …) stays text. */
export function splitFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { fields: NO_FIELDS, body: text, notes: [] };
  const opening = /^---[ \t]{0,80}\r?\n/.exec(text);
  if (!opening) return none;
  const start = opening[0].length;
  const closing = /(?:^|\n)(?:---|\.\.\.)[ \t]{0,80}(?:\r?\n|$)/.exec(text.slice(start, start + MAX_LENGTH));
  if (!closing) return none;
  const yaml = text.slice(start, start + closing.index);
  const body = text.slice(start + closing.index + closing[0].length).replace(/^(?:[ \t]{0,80}\r?\n)+/, '');
  const known = (value: unknown): FrontMatter | null => {
    const fields = toFields(value);
    return Object.values(fields).some((field) => field !== null) ? { fields, body, notes: [] } : null;
  };
  try {
    return known(parse(yaml, { maxAliasCount: 0, logLevel: 'silent' })) ?? none;
  } catch {
    const plain = known(readLines(yaml));
    if (plain !== null) return plain;
    const note = makeNote(
      'warning',
      'bad-front-matter',
      'The lines between --- are not YAML; they were left in the text.',
    );
    return { ...none, notes: [note] };
  }
}

/** `key: value` line by line, for people who write a colon into a title without quotes. */
function readLines(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const [, key, value] = /^([A-Za-z][\w-]{0,40}):[ \t]+(.+?)\s*$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value.replace(/^(["'])(.*)\1$/, '$2')] as const];
  });
  return Object.fromEntries(pairs);
}
