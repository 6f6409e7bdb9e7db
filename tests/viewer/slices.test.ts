// Work in slices: the same result as at once, interruptible, and dropped when something newer is wanted.
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { applyFilter, applyInStretches, countInStretches, failInStretches } from '../../viewer/facets.ts';
import { finish, finishInSlices, follow, inStretches, pause, type Work } from '../../viewer/slices.ts';
import { NO_FILTER } from '../../viewer/state.ts';
import { countFacets, generatedFacts } from './sample-facts.ts';

it('passes over each thing once, in order', () => {
  const seen: number[] = [];
  finish(
    inStretches(20_000, (start, end) => {
      for (let place = start; place < end; place += 1) seen.push(place);
    }),
  );
  expect(seen).toEqual(Array.from({ length: 20_000 }, (_, place) => place));
});

it('filters and counts as at once', async () => {
  const filter = { ...NO_FILTER, minSources: 2, publishers: ['Norland Post'] };
  const work = function* () {
    const fails = yield* failInStretches(generatedFacts, filter);
    return [yield* applyInStretches(generatedFacts, filter, fails), yield* countInStretches(generatedFacts, fails)];
  };
  const found = await finishInSlices(work(), () => true);
  expect(found).toEqual([applyFilter(generatedFacts, filter), countFacets(generatedFacts, filter)]);
});

/** Yields so often that it takes several turns, however fast the machine: each step waits until the slice is over. */
function* slow(value: number): Work<number> {
  for (let step = 0; step < 3; step += 1) {
    const until = performance.now() + 10;
    while (performance.now() < until);
    yield;
  }
  return value * 2;
}

it('lets the page have its turn, and drops what no one waits for', async () => {
  let turns = 0;
  let running = true;
  const count = async (): Promise<void> => {
    while (running) {
      turns += 1;
      await pause();
    }
  };
  const counting = count();
  expect(await finishInSlices(slow(4), () => true)).toBe(8);
  running = false;
  await counting;
  expect(turns).toBeGreaterThan(2);
  expect(await finishInSlices(slow(4), () => false)).toBeNull();
});

it('follows a signal: at once, or with the newest result in the end', async () => {
  const from = signal<number | null>(null);
  const once = follow(from, slow, { atOnce: true, first: -1 });
  const later = follow(from, slow, { atOnce: false, first: -1 });
  expect([once.value, later.value]).toEqual([-1, -1]);
  from.value = 5;
  from.value = 6;
  expect([once.value, later.value]).toEqual([12, -1]);
  const seen: number[] = [];
  await new Promise<void>((resolve) => {
    later.subscribe((value) => {
      seen.push(value);
      if (value >= 0) resolve();
    });
  });
  expect(seen).toEqual([-1, 12]);
});

it('does no work anew for what is known already', async () => {
  const from = signal(5);
  const seen: number[] = [];
  const work = function* (value: number): Work<number> {
    yield;
    seen.push(value);
    return value * 2;
  };
  const result = follow(from, work, { atOnce: false, first: 10, known: true });
  await pause();
  await pause();
  expect([result.value, seen]).toEqual([10, []]);
  from.value = 6;
  await new Promise<void>((resolve) => result.subscribe((value) => value === 12 && resolve()));
  expect(seen).toEqual([6]);
});
