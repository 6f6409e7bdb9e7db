// Names beside nodes without overlap: the most important first, each only where its box is free.

export interface NamePlace {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius of the node on the screen, in pixels. */
  readonly radius: number;
  readonly strong: boolean;
  readonly dimmed: boolean;
}

export interface NameStyle {
  readonly font: string;
  readonly text: string;
  readonly faint: string;
  readonly halo: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HEIGHT = 16;
const MAX_CHARACTERS = 34;

/** Draws in the order given; returns how many names found room. Names are only ever painted, never parsed. */
export function drawNames(context: CanvasRenderingContext2D, names: Iterable<NamePlace>, style: NameStyle): number {
  const taken: Box[] = [];
  let drawn = 0;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const name of names) {
    const text = shorten(name.text);
    context.font = `${name.strong ? 650 : 450} ${name.strong ? 14 : 12.5}px ${style.font}`;
    const left = name.x + name.radius + 4;
    const width = context.measureText(text).width;
    const box = { left, top: name.y - HEIGHT / 2, right: left + width, bottom: name.y + HEIGHT / 2 };
    if (!name.strong && taken.some((other) => overlaps(box, other))) continue;
    taken.push(box);
    context.lineWidth = name.strong ? 5 : 4;
    context.strokeStyle = style.halo;
    context.strokeText(text, left, name.y);
    context.fillStyle = name.dimmed ? style.faint : style.text;
    context.fillText(text, left, name.y);
    drawn += 1;
  }
  return drawn;
}

/** One line, 34 characters at most; control and direction marks that could mislead are dropped. */
export function shorten(text: string): string {
  const plain = text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  const characters = [...plain];
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…` : plain;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right + 6 && other.left < one.right + 6 && one.top < other.bottom && other.top < one.bottom;
}
