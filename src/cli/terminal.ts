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

/** A foreseen error in words, or as one line of JSON for programs. */
export function showKnownError(error: KnownError, asJson: boolean): void {
  const { code, message, hint } = error;
  process.stderr.write(
    asJson ? `${JSON.stringify({ code, message, hint })}\n` : `${toPlainLine(`${message}\n  → ${hint} [${code}]`)}\n`,
  );
}

/** Terminal escapes from documents and paths are shown, never obeyed. */
export function toPlainLine(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
