// Names beside nodes and words on lines without overlap: the most important first, each only where its box is free.

export interface NamePlace {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius of the node on the screen, in pixels. */
  readonly radius: number;
  readonly strong: boolean;
}

/** Words for a line, at its middle, turned along it. */
export interface LineWords {
  readonly text: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
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

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HEIGHT = 16;
const MAX_CHARACTERS = 34;
/** Room around each name, in pixels, so that neighbours stay apart. */
const GAP = 6;

/** Draws in the order given, names before words, between 0 and `edge` from left to right; returns what found room. Texts are only ever painted, never parsed. */
export function drawNames(
  context: TextContext,
  names: Iterable<NamePlace>,
  lines: Iterable<LineWords>,
  style: NameStyle,
  edge: number,
): Box[] {
  const taken: Box[] = [];
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.textAlign = 'start';
  for (const name of names) drawName(context, name, style, taken, edge);
  context.textAlign = 'center';
  for (const line of lines) drawLine(context, line, style, taken);
  return taken;
}

function drawName(context: TextContext, name: NamePlace, style: NameStyle, taken: Box[], edge: number): void {
  const text = shorten(name.text);
  context.font = `${name.strong ? 650 : 450} ${name.strong ? 14 : 12.5}px ${style.font}`;
  const width = context.measureText(text).width;
  const right = name.x + name.radius + 4;
  // Right of its node, else left of it, whole or not at all; the chosen name stands even where it covers another.
  const starts = [right, name.x - name.radius - 4 - width];
  const left =
    starts.find((start) => start >= 0 && start + width <= edge && isFree(taken, boxAt(start, name.y, width))) ??
    (name.strong ? right : null);
  if (left === null) return;
  const { x, y, radius } = name;
  // Later names leave this dot free, too.
  taken.push(boxAt(left, y, width), { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  paint(context, text, { x: left, y: name.y, color: style.text, halo: style.halo, width: name.strong ? 5 : 4 });
}

function drawLine(context: TextContext, line: LineWords, style: NameStyle, taken: Box[]): void {
  const text = shorten(line.text);
  context.font = `italic 400 11.5px ${style.font}`;
  const width = context.measureText(text).width;
  const [dx, dy] = [line.x2 - line.x1, line.y2 - line.y1];
  if (Math.hypot(dx, dy) < width + 40) return;
  const [x, y] = [(line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2];
  const turned = Math.atan2(dy, dx);
  // Never upside down.
  const angle = Math.abs(turned) > Math.PI / 2 ? turned - Math.sign(turned) * Math.PI : turned;
  const reach = { x: (Math.abs(Math.cos(angle)) * width + 12) / 2, y: (Math.abs(Math.sin(angle)) * width + 12) / 2 };
  const box = { left: x - reach.x, right: x + reach.x, top: y - reach.y, bottom: y + reach.y };
  if (!isFree(taken, box)) return;
  taken.push(box);
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  paint(context, text, {
    x: 0,
    y: 0,
    color: line.disputed ? style.disputed : style.faint,
    halo: style.halo,
    width: 4,
  });
  context.restore();
}

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

/** One line, 34 characters at most; control and direction marks that could mislead are dropped. */
export function shorten(text: string): string {
  const plain = text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  const characters = [...plain];
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…` : plain;
}

function boxAt(left: number, y: number, width: number): Box {
  return { left, top: y - HEIGHT / 2, right: left + width, bottom: y + HEIGHT / 2 };
}

function isFree(taken: readonly Box[], box: Box): boolean {
  return !taken.some(
    (other) =>
      box.left < other.right + GAP && other.left < box.right + GAP && box.top < other.bottom && other.top < box.bottom,
  );
}
