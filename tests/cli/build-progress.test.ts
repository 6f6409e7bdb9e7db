// What a build says on its way where nobody looks at a terminal.
import { describe, expect, it } from 'vitest';
import type { ProgressEvent } from '../../src/build-graph.ts';
import { makeBuildProgress } from '../../src/cli/build-progress.ts';

function linesOf(events: readonly ProgressEvent[], asJson = false): readonly string[] {
  const said: string[] = [];
  const terminal = {
    out: async () => {},
    say: (line: string) => void said.push(line),
    keys: async function* () {},
    isInteractive: false,
    signal: new AbortController().signal,
  };
  const progress = makeBuildProgress(terminal, asJson);
  for (const event of events) progress.show(event);
  progress.stop();
  return said;
}

const count = (phase: ProgressEvent['phase'], from: number, total: number): ProgressEvent[] =>
  Array.from({ length: total + 1 - from }, (_, step) => ({ phase, done: from + step, total }));

describe('a build without a terminal', () => {
  it('says a line a phase, and one every fifty documents', () => {
    const list: ProgressEvent[] = [
      { phase: 'list', done: 0, total: 0 },
      { phase: 'list', done: 120, total: 120 },
    ];
    const events = [
      ...list,
      ...count('read', 1, 120),
      ...count('extract', 0, 100),
      ...count('resolve', 0, 1),
      ...count('store', 0, 400),
    ];
    expect(linesOf(events)).toEqual([
      'Looking for files …',
      'Reading 120 files …',
      'Reading: 50 of 120 files',
      'Reading: 100 of 120 files',
      'Understanding 100 documents …',
      'Understanding: 50 of 100 documents',
      'Joining names …',
      'Writing …',
    ]);
  });

  it('does not tell of a phase that had nothing to do', () => {
    expect(linesOf([{ phase: 'resolve', done: 1, total: 1 }])).toEqual([]);
  });

  it('is silent where a program reads the result', () => {
    expect(linesOf(count('read', 1, 120), true)).toEqual([]);
  });
});
