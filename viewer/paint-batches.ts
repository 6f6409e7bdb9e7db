// What the programs of batch-programs.ts draw, painted pixel by pixel. Pure.
import { type Batch, CORNER_WIDTH, DASH, DOT_WIDTH, LINE_WIDTH, THIN_WIDTH } from './batch.ts';
import { type Raster, thicknessOf } from './raster.ts';
import { inStretches, type Work } from './slices.ts';

/** Lines or dots in one stretch of painting: less than a millisecond. */
const STRETCH = 512;

export interface Batches {
  readonly thin: Batch;
  readonly lines: Batch;
  readonly dots: Batch;
}

/** From the coordinates of the picture to device pixels: x' = left + scaleX · x, y' = bottom + scaleY · y, upwards. */
export interface Sight {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly bottom: number;
  /** Of the canvas, in device pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** By what the camera multiplies sizes. */
  readonly size: number;
  /** Of the rows. */
  readonly version: string;
}

/** In the order of the programs: thin lines, wide ones, dots. */
export function* paintBatches(raster: Raster, { thin, lines, dots }: Batches, sight: Sight): Work<void> {
  const { scaleX, scaleY, left, bottom, size, pixelRatio } = sight;
  yield* inStretches(
    thin.count,
    (start, end) => {
      const { numbers, colors } = thin;
      for (let at = start * THIN_WIDTH; at < end * THIN_WIDTH; at += THIN_WIDTH) {
        const x1 = left + (numbers[at] as number) * scaleX;
        const y1 = bottom + (numbers[at + 1] as number) * scaleY;
        const x2 = left + (numbers[at + 4] as number) * scaleX;
        const y2 = bottom + (numbers[at + 5] as number) * scaleY;
        raster.thinLine(x1, y1, x2, y2, colors[at + 2] as number);
      }
    },
    STRETCH,
  );
  yield* inStretches(
    lines.count,
    (start, end) => {
      const { numbers, colors } = lines;
      for (let at = start * LINE_WIDTH; at < end * LINE_WIDTH; at += LINE_WIDTH) {
        const other = at + 2 * CORNER_WIDTH;
        const x1 = left + (numbers[at] as number) * scaleX;
        const y1 = bottom + (numbers[at + 1] as number) * scaleY;
        const x2 = left + (numbers[other] as number) * scaleX;
        const y2 = bottom + (numbers[other + 1] as number) * scaleY;
        const width = Math.hypot(numbers[at + 2] as number, numbers[at + 3] as number);
        // A stretched way has longer dashes.
        const way = ((numbers[other + 4] as number) - (numbers[at + 4] as number)) * scaleX;
        const stretch = way === 0 ? 0 : Math.hypot(x2 - x1, y2 - y1) / way;
        raster.wideLine(x1, y1, x2, y2, {
          thick: thicknessOf(width * size, pixelRatio),
          color: colors[at + 5] as number,
          dash: (DASH / 2) * pixelRatio * size * stretch,
          way: (numbers[at + 4] as number) * scaleX * stretch,
        });
      }
    },
    STRETCH,
  );
  yield* inStretches(
    dots.count,
    (start, end) => {
      const { numbers, colors } = dots;
      for (let at = start * DOT_WIDTH; at < end * DOT_WIDTH; at += DOT_WIDTH) {
        const x = left + (numbers[at] as number) * scaleX;
        const y = bottom + (numbers[at + 1] as number) * scaleY;
        const radius = (numbers[at + 2] as number) * size * pixelRatio;
        raster.dot(x, y, radius, pixelRatio, colors[at + 3] as number);
      }
    },
    STRETCH,
  );
}
