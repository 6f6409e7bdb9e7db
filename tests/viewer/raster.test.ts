// Lines and dots as pixels: where they lie, how opaque they are, and that nothing is painted outside the picture.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Batch, DOT_WIDTH, LINE_WIDTH, THIN_WIDTH, toBytes } from '../../viewer/batch.ts';
import { bend, PIECES } from '../../viewer/curve.ts';
import { paintBatches } from '../../viewer/paint-batches.ts';
import { Raster, thicknessOf } from '../../viewer/raster.ts';
import { finish } from '../../viewer/slices.ts';

const BLACK = toBytes('#000000');
const HALF = toBytes('#ff0000', 0.5);

/** One character a pixel, the top row first: opacity in tenths, `.` for none. */
function show({ width, height, pixels }: Raster): string[] {
  const rows = Array.from({ length: height }, (_, row) =>
    [...pixels.subarray(row * width, (row + 1) * width)]
      .map((pixel) => (pixel === 0 ? '.' : Math.floor((pixel >>> 24) / 25.6).toString()))
      .join(''),
  );
  return rows.reverse();
}

function paint(draw: (raster: Raster) => void, width = 7, height = 5): string[] {
  const raster = new Raster(width, height);
  draw(raster);
  return show(raster);
}

describe('a thin line', () => {
  it('takes one pixel for each step along its longer side, whatever its direction', () => {
    const flat = ['.......', '....99.', '..99...', '99.....', '.......'];
    expect(paint((raster) => raster.thinLine(0, 1, 6, 4, BLACK))).toEqual(flat);
    expect(paint((raster) => raster.thinLine(6, 4, 0, 1, BLACK))).toEqual(flat);
    expect(paint((raster) => raster.thinLine(2.5, 0, 2.5, 5, BLACK))).toEqual(new Array(5).fill('..9....'));
  });

  it('is cut at the sides of the picture, and keeps its way', () => {
    const whole = paint((raster) => raster.thinLine(-40, -36, 40, 44, BLACK), 6, 6);
    expect(whole).toEqual(['.9....', '9.....', '......', '......', '......', '......']);
    expect(paint((raster) => raster.thinLine(-5, 9, 20, 9, BLACK))).toEqual(new Array(5).fill('.......'));
  });
});

it('gives a wide line its width, a soft rim, and dashes', () => {
  expect(paint((raster) => raster.wideLine(0, 2.5, 7, 2.5, { thick: 3, color: BLACK, dash: 0 }))).toEqual([
    '.......',
    '4444444',
    '9999999',
    '4444444',
    '.......',
  ]);
  expect(paint((raster) => raster.wideLine(0, 2.5, 7, 2.5, { thick: 2, color: BLACK, dash: 2 }))[2]).toBe('99..99.');
  // From its own beginning, which is right here.
  expect(paint((raster) => raster.wideLine(7, 2.5, 0, 2.5, { thick: 2, color: BLACK, dash: 2 }))[2]).toBe('.99..99');
  // Going on where another line of the same curve ended.
  expect(paint((raster) => raster.wideLine(0, 2.5, 7, 2.5, { thick: 2, color: BLACK, dash: 2, way: 3 }))[2]).toBe(
    '.99..99',
  );
  expect(thicknessOf(0.5, 2)).toBe(3.4);
});

it('fades a dot at its rim', () => {
  expect(paint((raster) => raster.dot(2.5, 2.5, 2, 1, BLACK), 5, 5)).toEqual([
    '.....',
    '.595.',
    '.999.',
    '.595.',
    '.....',
  ]);
});

it('lays what comes later over what was there', () => {
  const raster = new Raster(1, 1);
  raster.thinLine(0, 0.5, 1, 0.5, toBytes('#0000ff'));
  raster.thinLine(0, 0.5, 1, 0.5, HALF);
  const [red, green, blue, alpha] = new Uint8Array(raster.pixels.buffer);
  expect([red, green, blue, alpha]).toEqual([128, 0, 127, 255]);
});

it('paints no pixel outside, and none more opaque than opaque', () => {
  const place = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(place, place, place, place, fc.double({ min: 0.1, max: 60, noNaN: true }), (x1, y1, x2, y2, size) => {
      // What lies beyond the last pixel would be the first of a larger picture over the same bytes.
      const raster = new Raster(20, 10);
      for (let time = 0; time < 3; time += 1) {
        raster.thinLine(x1, y1, x2, y2, HALF);
        raster.wideLine(x1, y1, x2, y2, { thick: size, color: HALF, dash: size });
        raster.dot(x1, y1, size, 1, HALF);
      }
      const bytes = new Uint8Array(raster.pixels.buffer);
      for (let at = 0; at < bytes.length; at += 4) {
        const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.subarray(at, at + 4);
        if (red > alpha || green !== 0 || blue !== 0) return false;
      }
      return raster.pixels.length === 200;
    }),
  );
});

it('dashes a curve as the straight line that it is nearly, in longer dashes where it is wide', () => {
  const sight = { scaleX: 96, scaleY: 96, left: 0, bottom: 16, width: 96, height: 32 };
  // What is painted in each column.
  const paintedBy = (fill: (lines: Batch) => void): string => {
    const lines = new Batch(LINE_WIDTH);
    lines.begin(PIECES);
    fill(lines);
    const raster = new Raster(96, 32);
    const batches = { thin: new Batch(THIN_WIDTH), lines, dots: new Batch(DOT_WIDTH) };
    finish(paintBatches(raster, batches, { ...sight, pixelRatio: 1, size: 1, version: '' }));
    const columns = Array.from({ length: 96 }, (_, x) =>
      raster.pixels.some((pixel, at) => at % 96 === x && pixel !== 0),
    );
    return columns.map((isPainted) => (isPainted ? '#' : '.')).join('');
  };
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
  ];
  const curved = (width: number) =>
    paintedBy((lines) => lines.curve(bend(from, to, 0.01), { width, color: BLACK, dashed: true }));
  const straight = (width: number) =>
    paintedBy((lines) => lines.line(0, 0, 1, 0, { width, color: BLACK, dashed: true }));
  expect(straight(2)).toBe('###...'.repeat(16));
  expect(straight(5.6)).toBe('######......'.repeat(8));
  for (const width of [2, 5.6]) {
    const [one, other] = [curved(width), straight(width)];
    expect([...one].filter((column, at) => column !== other[at]).length).toBeLessThan(4);
  }
});

it('paints batches as they are seen: thin lines, wide ones over them, dots on top', () => {
  const [thin, lines, dots] = [new Batch(THIN_WIDTH), new Batch(LINE_WIDTH), new Batch(DOT_WIDTH)];
  for (const batch of [thin, lines, dots]) batch.begin(1);
  thin.thin(0, 0, 1, 0, toBytes('#ff0000'));
  lines.line(0.5, -0.5, 0.5, 0.5, { width: 3, color: toBytes('#00ff00'), dashed: false });
  dots.dot(1, 0, 2, toBytes('#0000ff'));
  const sight = { scaleX: 10, scaleY: 10, left: 2, bottom: 5.5, width: 16, height: 11 };
  const raster = new Raster(16, 11);
  finish(paintBatches(raster, { thin, lines, dots }, { ...sight, pixelRatio: 1, size: 1, version: '' }));
  const at = (x: number, y: number): string => (raster.pixels[y * 16 + x] as number).toString(16);
  expect([at(3, 5), at(7, 5), at(12, 5), at(7, 9), at(3, 6)]).toEqual([
    'ff0000ff',
    'ff00ff00',
    'ffff0000',
    'ff00ff00',
    '0',
  ]);
});
