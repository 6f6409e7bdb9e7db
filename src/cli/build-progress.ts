// What a build says while it runs: a bar for a person at a terminal, a line a phase where stderr is a file or a pipe.
import { SingleBar } from 'cli-progress';
import type { ProgressEvent } from '../build-graph.ts';
import type { Terminal } from './command.ts';
import { countOf } from './describe-claim.ts';

export interface BuildProgress {
  show(progress: ProgressEvent): void;
  /** Clears the bar; nothing is shown after it. */
  stop(): void;
}

interface Phase {
  readonly name: string;
  /** What it counts, where a reader knows it. */
  readonly counts: string | null;
}

const PHASES: Readonly<Record<ProgressEvent['phase'], Phase>> = {
  list: { name: 'Looking for files', counts: null },
  read: { name: 'Reading', counts: 'file' },
  extract: { name: 'Understanding', counts: 'document' },
  resolve: { name: 'Joining names', counts: null },
  store: { name: 'Writing', counts: null },
};

/** Files or documents between two lines: of articles about half a minute's work. */
const STRIDE = 50;

/** `asJson`: a program reads the result, and nothing is said on the way. */
export function makeBuildProgress(terminal: Terminal, asJson: boolean): BuildProgress {
  if (terminal.isInteractive) return makeBar();
  return asJson ? { show: () => {}, stop: () => {} } : makeLines(terminal);
}

function makeBar(): BuildProgress {
  const bar = new SingleBar({
    format: '{name} {bar} {value}/{total}, {rate} a second, {eta_formatted} left',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let phase = '';
  let startedAt = 0;
  let isOver = false;
  return {
    show({ phase: now, done, total }) {
      if (isOver) return;
      const { name } = PHASES[now];
      if (now !== phase) {
        bar.stop();
        phase = now;
        startedAt = performance.now();
        bar.start(total, done, { name, rate: '–' });
      }
      const seconds = (performance.now() - startedAt) / 1000;
      bar.update(done, { name, rate: seconds > 0.5 ? (done / seconds).toFixed(1) : '–' });
    },
    stop() {
      isOver = true;
      bar.stop();
    },
  };
}

/** A line for each phase that has anything to do, and one for every `STRIDE` files or documents. */
function makeLines({ say }: Terminal): BuildProgress {
  let phase = '';
  return {
    show({ phase: now, done, total }) {
      const { name, counts } = PHASES[now];
      if (now !== phase) {
        phase = now;
        if (total === 0 || done < total) say(counts === null ? `${name} …` : `${name} ${countOf(total, counts)} …`);
      } else if (counts !== null && done % STRIDE === 0 && done < total)
        say(`${name}: ${done} of ${countOf(total, counts)}`);
    },
    stop: () => {},
  };
}
