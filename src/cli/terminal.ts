// The process's own streams as a Terminal: results to stdout, words for people to stderr.
import { once } from 'node:events';
import type { KnownError } from '../errors.ts';
import type { Terminal } from './command.ts';

/** The terminal of this process. Once its signal was asked for, the first Ctrl-C aborts that; a second one ends the process as usual. */
export function makeTerminal(): Terminal {
  let controller: AbortController | null = null;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0); // the reader (head, less) has seen enough
    throw error;
  });
  return {
    async out(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    say(line) {
      process.stderr.write(`${toPlainLine(line)}\n`);
    },
    keys: readKeys,
    isInteractive: process.stderr.isTTY === true,
    get signal() {
      if (controller === null) {
        const made = new AbortController();
        process.once('SIGINT', () => made.abort());
        controller = made;
      }
      return controller.signal;
    },
  };
}

/** Characters of stdin without white space. On a terminal each key counts at once, and what arrow keys send is passed over. */
async function* readKeys(): AsyncIterable<string> {
  const { stdin } = process;
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  try {
    for await (const chunk of stdin as AsyncIterable<string>) {
      if (chunk.startsWith('\u001b')) continue;
      for (const key of chunk) {
        if (key === '\u0003' || key === '\u0004') return;
        if (key.trim() !== '') yield key;
      }
    }
  } finally {
    if (stdin.isTTY) stdin.setRawMode(false);
  }
}

/** A foreseen error in words, or as one line of JSON for programs. */
export function showKnownError(error: KnownError, asJson: boolean): void {
  const { code, message, hint } = error;
  process.stderr.write(
    asJson ? `${JSON.stringify({ code, message, hint })}\n` : `${toPlainLine(`${message}\n  → ${hint} [${code}]`)}\n`,
  );
}

/** Terminal escapes from documents and paths are shown, never obeyed. */
export function toPlainLine(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '\ufffd',
  );
}

/** White space and line ends of a document as single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
