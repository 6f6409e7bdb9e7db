// Lays the graph out away from the page; sends positions now and then and at the end.
import { type LayoutInput, startLayout } from './layout-steps.ts';

export interface LayoutMessage {
  readonly positions: Float32Array;
  readonly progress: number;
  readonly done: boolean;
}

/** Milliseconds between two sights of the work: a large graph takes long to draw. */
const FRAME_MS = 60;
const LARGE_FRAME_MS = 1500;
const LARGE = 5000;

addEventListener('message', ({ data }: MessageEvent<LayoutInput>): void => {
  const run = startLayout(data);
  const frame = data.ids.length > LARGE ? LARGE_FRAME_MS : FRAME_MS;
  let moving = true;
  // A sign of life before the first, perhaps long, iteration.
  postMessage({ positions: run.positions(), progress: 0, done: false } satisfies LayoutMessage);
  while (moving) {
    const until = performance.now() + frame;
    while (moving && performance.now() < until) moving = run.step();
    const message: LayoutMessage = { positions: run.positions(), progress: run.progress(), done: !moving };
    postMessage(message, { transfer: [message.positions.buffer] });
  }
});
