import { writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { watchPaths } from '../../src/cli/watch-paths.ts';
import { makeGraphFolder } from '../helpers/run-command.ts';

const folder = makeGraphFolder();
afterAll(() => folder.dispose());

it('tells of a change in a folder, of one that comes meanwhile, and ends with the signal', async () => {
  const controller = new AbortController();
  const changes = watchPaths([folder.at('')], controller.signal)[Symbol.asyncIterator]();
  const first = changes.next();
  writeFileSync(folder.at('a.txt'), 'Rain.');
  expect((await first).done).toBe(false);
  writeFileSync(folder.at('b.txt'), 'Snow.');
  expect((await changes.next()).done).toBe(false);
  const last = changes.next();
  controller.abort();
  expect((await last).done).toBe(true);
});
