// Names beside nodes and words on lines without overlap: the most important first, each only where its box is free.
import { type Curve, headingAt, pointAt } from './curve.ts';
import { around, type Box } from './dot-grid.ts';

export interface NamePlace {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius of the node on the screen, in pixels. */
  readonly radius: number;
  readonly strong: boolean;
  /** True for what the texts describe and do not name: written in italics. */
  readonly described?: boolean;
}

/** Words for a line, turned along it. */
export interface LineWords {
  readonly text: string;
  readonly curve: Curve;
  /** 1 where they lead from its beginning to its end, -1 the other way round, 0 where neither: an arrow tells it. */
  readonly towards: number;
  /** Width of the line in pixels: the words stand clear of it. */
  readonly width: number;
  readonly disputed: boolean;
}

export interface NameStyle {
  readonly font: string;
  readonly text: string;
  readonly faint: string;
  readonly halo: string;
  readonly disputed: string;
}

/** The part of a 2D canvas that names need: a picture in SVG offers the same. */
export type TextContext = Pick<
  CanvasRenderingContext2D,
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'lineJoin'
  | 'lineWidth'
  | 'strokeStyle'
  | 'fillStyle'
  | 'measureText'
  | 'strokeText'
  | 'fillText'
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
>;

/** What is to be written, names in order of importance, and whether a box covers a dot that it should not. */
export interface Writing {
  readonly names: Iterable<NamePlace>;
  readonly lines: Iterable<LineWords>;
  readonly onDot: (box: Box) => boolean;
}

const HEIGHT = 16;
/** Of words on a line. */
const WORDS_HEIGHT = 13;
/** Places for them, as shares of the way along it, and pixels that they keep from its ends. */
const ALONG = [0.5, 0.34, 0.66];
const BESIDE_ENDS = 20;
const MAX_CHARACTERS = 34;
/** Words stand on a line up to this width, in pixels, and beside a wider one. */
const THIN = 2.5;
/** Room around each name, in pixels, so that neighbours stay apart. */
const GAP = 6;
/** So many names may cover dots where no side is clear: a crowd without any name says nothing. */
const MAY_COVER = 12;

/** Draws in the order given, names before words, between 0 and `edge` from left to right; returns what found room. Texts are only ever painted, never parsed. */
export function drawNames(context: TextContext, writing: Writing, style: NameStyle, edge: number): Box[] {
  const room: Room = { taken: [], onDot: writing.onDot, edge };
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.textAlign = 'start';
  let number = 0;
  for (const name of writing.names) {
    drawName(context, name, style, room, number < MAY_COVER);
    number += 1;
  }
  context.textAlign = 'center';
  for (const line of writing.lines) drawLine(context, line, style, room);
  return room.taken;
}

interface Room {
  readonly taken: Box[];
  readonly onDot: (box: Box) => boolean;
  readonly edge: number;
}

function drawName(context: TextContext, name: NamePlace, style: NameStyle, room: Room, mayCover: boolean): void {
  const text = shorten(name.text);
  context.font = `${name.described === true ? 'italic ' : ''}${name.strong ? 650 : 450} ${name.strong ? 14 : 12.5}px ${style.font}`;
  const width = widthOf(context, text);
  const box = findRoom(name, width, room, mayCover);
  if (box === null) return;
  // Later names leave this dot free, too.
  room.taken.push(box, around(name));
  const y = (box.top + box.bottom) / 2;
  paint(context, text, { x: box.left, y, color: style.text, halo: style.halo, width: name.strong ? 5 : 4 });
}

/** Right of its dot, left of it, below or above, whole or not at all; the chosen name stands even where it covers others. */
function findRoom({ x, y, radius, strong }: NamePlace, width: number, room: Room, mayCover: boolean): Box | null {
  const [beside, apart] = [radius + 4, radius + HEIGHT / 2];
  const right = boxAt(x + beside, y, width);
  const free = [
    right,
    boxAt(x - beside - width, y, width),
    boxAt(x - width / 2, y + apart, width),
    boxAt(x - width / 2, y - apart, width),
  ].filter((box) => box.left >= 0 && box.right <= room.edge && isFree(room.taken, box));
  return free.find((box) => !room.onDot(box)) ?? (mayCover ? free[0] : undefined) ?? (strong ? right : null);
}

/** In its middle, or else to a side of it: the first place that is free, and rather one that covers no dot. */
function drawLine(context: TextContext, line: LineWords, style: NameStyle, room: Room): void {
  const words = shorten(line.text);
  context.font = `italic 400 11.5px ${style.font}`;
  const width = widthOf(context, line.towards === 0 ? words : `${words} →`);
  const free = placesAlong(line, width).filter(({ boxes, whole }) => {
    // Most of what is taken is far away.
    const near = room.taken.filter((box) => isClose(box, whole));
    return boxes.every((box) => isFree(near, box));
  });
  const place = free.find(({ boxes }) => !boxes.some(room.onDot)) ?? free[0];
  if (place === undefined) return;
  room.taken.push(...place.boxes);
  context.save();
  context.translate(place.x, place.y);
  context.rotate(place.angle);
  const color = line.disputed ? style.disputed : style.faint;
  paint(context, withArrow(words, place.turned ? -line.towards : line.towards), {
    ...{ x: 0, y: 0, color, halo: style.halo, width: 4 },
  });
  context.restore();
}

function withArrow(words: string, towards: number): string {
  return towards === 0 ? words : towards > 0 ? `${words} →` : `← ${words}`;
}

interface PlaceAlong {
  readonly x: number;
  readonly y: number;
  /** Never upside down. */
  readonly angle: number;
  /** True where what is read from left to right goes from the end of the line to its beginning. */
  readonly turned: boolean;
  readonly boxes: readonly Box[];
  /** All of them lie in it. */
  readonly whole: Box;
}

function placesAlong({ curve, width: thick }: LineWords, width: number): PlaceAlong[] {
  const length = Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y);
  return ALONG.filter((share) => Math.min(share, 1 - share) * length >= width / 2 + BESIDE_ENDS).map((share) => {
    const heading = headingAt(curve, share);
    const turned = Math.abs(heading) > Math.PI / 2;
    const angle = turned ? heading - Math.sign(heading) * Math.PI : heading;
    const clear = thick > THIN ? thick / 2 + HEIGHT / 2 : 0;
    const middle = pointAt(curve, share);
    const [x, y] = [middle.x + clear * Math.sin(angle), middle.y - clear * Math.cos(angle)];
    const whole = around({ x, y, radius: (width + WORDS_HEIGHT) / 2 });
    return { x, y, angle, turned, boxes: boxesAlong(x, y, angle, width), whole };
  });
}

/** Small squares along a turned text: one box around all of it would take far more room than it has letters. */
function boxesAlong(x: number, y: number, angle: number, width: number): Box[] {
  const count = Math.ceil(width / WORDS_HEIGHT);
  const [stepX, stepY] = [(Math.cos(angle) * width) / count, (Math.sin(angle) * width) / count];
  return Array.from({ length: count }, (_, at) => {
    const steps = at - (count - 1) / 2;
    return around({ x: x + steps * stepX, y: y + steps * stepY, radius: WORDS_HEIGHT / 2 });
  });
}

/** Measured once on each surface for a text and font: the same names are painted frame after frame. */
function widthOf(context: TextContext, text: string): number {
  const known = WIDTHS.get(context) ?? new Map<string, number>();
  WIDTHS.set(context, known);
  const key = `${context.font} ${text}`;
  const width = known.get(key) ?? context.measureText(text).width;
  if (known.size > MOST_WIDTHS) known.clear();
  known.set(key, width);
  return width;
}

const WIDTHS = new WeakMap<TextContext, Map<string, number>>();
const MOST_WIDTHS = 5000;

interface Paint {
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly halo: string;
  readonly width: number;
}

function paint(context: TextContext, text: string, { x, y, color, halo, width }: Paint): void {
  context.lineWidth = width;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

/** One line, 34 characters at most; control characters are dropped. */
export function shorten(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, ' ').trim();
  const characters = [...plain];
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…` : plain;
}

function boxAt(left: number, y: number, width: number): Box {
  return { left, top: y - HEIGHT / 2, right: left + width, bottom: y + HEIGHT / 2 };
}

function isFree(taken: readonly Box[], box: Box): boolean {
  return !taken.some((other) => isClose(other, box));
}

function isClose(one: Box, other: Box): boolean {
  return (
    one.left < other.right + GAP && other.left < one.right + GAP && one.top < other.bottom && other.top < one.bottom
  );
}
