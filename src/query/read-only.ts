// Tells a Cypher text that would write from one that only reads, before an engine sees it.
import { KnownError } from '../errors.ts';

// What is not code: comments, strings, names in backticks. Blanked place for place, so that lines stay where they are.
const NOT_CODE = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:``|[^`])*`/g;

// Not after a point, colon, `$` or letter (`n.set`, `:Set`, `$set`), nor before a colon (a key of a map).
const WRITE =
  /(?<![.:$\w|&!])(?:CREATE|INSERT|MERGE|SET|DELETE|DETACH|REMOVE|DROP|FOREACH|ALTER|GRANT|DENY|REVOKE|LOAD\s+CSV|IN\s+TRANSACTIONS)\b(?!\s*:)/i;

/**
 * Lets a text pass that only reads.
 * @throws KnownError bad-query naming the first clause that would write (or read a file), and its line
 */
export function refuseWrites(text: string): void {
  const code = text.replace(NOT_CODE, (match) => match.replace(/[^\n]/g, ' '));
  const match = WRITE.exec(code);
  if (match !== null) throw writeRefused(match[0].toUpperCase().replace(/\s+/g, ' '), lineOf(code, match.index));
}

/** The error for a query that writes; `line` is 1-based. */
export function writeRefused(clause: string, line: number): KnownError {
  return new KnownError(
    'bad-query',
    `query: expected a query that only reads, found ${clause} in line ${line}. The graph is a record of what the documents say.`,
    'Use MATCH … RETURN; to change the graph use build, same or different. A name like this goes in `backticks`.',
  );
}

const lineOf = (text: string, place: number): number => text.slice(0, place).split('\n').length;
