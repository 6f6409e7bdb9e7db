// Long work in slices: the page answers between them. Work is a generator that yields wherever it may be interrupted;
// a small graph has it done at once.
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';

/** Milliseconds of work before the page has its turn: half a frame, so that a picture is drawn in time. */
const SLICE_MS = 8;
/** Things in one stretch of a pass: some tenths of a millisecond. */
const STRETCH = 8192;

export type Work<Result> = Generator<void, Result>;

/** A pass over so many things, interruptible between stretches. */
export function* inStretches(count: number, pass: (start: number, end: number) => void, stretch = STRETCH): Work<void> {
  for (let start = 0; start < count; start += stretch) {
    pass(start, Math.min(count, start + stretch));
    yield;
  }
}

/** All of it now. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** In slices; null once `wanted` says that no one waits for it any more. */
export async function finishInSlices<Result>(work: Work<Result>, wanted: () => boolean): Promise<Result | null> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await pause();
    if (!wanted()) return null;
  }
}

/** Resolves after what the page has to do now: input, and a frame if one is due. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export interface Following<Result> {
  readonly atOnce: boolean;
  /** Stands until the first result. */
  readonly first: Result;
  /** True where `first` follows from what the source holds already. */
  readonly known?: boolean;
}

/**
 * What follows from a signal: at once, or in slices, when it comes some turns later and what it was before stands until
 * then. Null as source means: not yet.
 */
export function follow<From, Result>(
  from: ReadonlySignal<From | null>,
  work: (from: From) => Work<Result>,
  { atOnce, first, known = false }: Following<Result>,
): ReadonlySignal<Result> {
  if (atOnce) return computed(() => (from.value === null ? first : finish(work(from.value))));
  const result = signal(first);
  let newest = 0;
  effect(() => {
    const now = from.value;
    newest += 1;
    const number = newest;
    if (now === null || (known && number === 1)) return;
    void (async () => {
      await pause();
      if (number !== newest) return;
      const found = await finishInSlices(work(now), () => number === newest);
      if (found !== null && number === newest) result.value = found;
    })();
  });
  return result;
}
