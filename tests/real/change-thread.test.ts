// The thread that changes a graph: it takes change after change, tells known troubles as they are, and begins anew.
import { afterAll, expect, it } from 'vitest';
import { readJudgements } from '../../src/change-graph.ts';
import { ChangeThread } from '../../src/server/change-thread.ts';
import { openStoredGraph } from '../../src/store/index.ts';
import { storeNames } from '../helpers/named-graph.ts';
import { makeGraphFolder } from '../helpers/run-command.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());

it('keeps decisions, refuses what cannot be, and goes on after both and after its end', async () => {
  const path = folder.at('names.stemma');
  storeNames(path, { 'a.txt': '[Ivo Rendel] came to the mine.', 'b.txt': '[Tova Lindqvist] left the mine.' });
  const view = openStoredGraph(path);
  const [left, right] = [...view.entities()].flatMap(({ mentionIds }) => mentionIds.slice(0, 1));
  view.close();
  if (left === undefined || right === undefined) throw new Error('no names');
  const decision = { left, right, verdict: 'different', score: 1, reasons: ['two people'], by: 'person' } as const;
  const thread = new ChangeThread(path);
  try {
    const undo = { kind: 'undo', draw: true } as const;
    // The second is asked for before the first is done.
    const first = thread.change({ kind: 'decide', decisions: [decision], at: '2031-05-01T00:00:00Z', draw: true });
    const second = thread.change(undo);
    expect([await first, await second]).toEqual([[decision], [decision]]);
    await expect(thread.change(undo)).rejects.toMatchObject({ name: 'KnownError', code: 'not-found' });
    await thread.close();
    expect(await thread.change({ kind: 'draw' })).toEqual([]);
    expect(readJudgements(path).map(({ isUndone }) => isUndone)).toEqual([true]);
  } finally {
    await thread.close();
  }
});
