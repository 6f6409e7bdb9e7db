// The layer above the picture that carries names and words: chooses which, the names layer finds their room.
import type Sigma from 'sigma';
import type { Composition } from './composition.ts';
import type { Dot } from './dot-grid.ts';
import type { Facts } from './facts.ts';
import type { Looks } from './look.ts';
import { drawNames, type LineWords, type NamePlace, type TextContext } from './names-layer.ts';

/** Names looked at in one frame at most, so that a frame of a large graph stays short. */
const MAX_NAME_CANDIDATES = 1500;
const MAX_NAMES = 140;
const MAX_DOTS = 3000;
/** Pixels left of the view from which a name may still reach into it. */
const BESIDE = 40;

export interface Naming {
  readonly facts: Facts;
  readonly looks: Looks;
  readonly composition: Composition;
  /** Where an entity is drawn, in pixels; null where it is not. */
  readonly dotOf: (entity: number) => Dot | null;
  /** Width of the line of a pair, in pixels. */
  readonly widthOf: (pair: number) => number;
}

/** Paints after each frame of the picture. Returns what paints the names of the moment on another surface. */
export function openNames(renderer: Sigma, naming: Naming): (context: TextContext) => void {
  const canvas = renderer.createCanvas('names', { afterLayer: 'labels', style: { pointerEvents: 'none' } });
  const paint = (context: TextContext): void => {
    const { width, height } = renderer.getDimensions();
    const inView = ({ x, y }: Dot): boolean => x > -BESIDE && y > 0 && x < width && y < height;
    const writing = { names: names(naming, inView), lines: lines(naming), dots: dots(naming, inView) };
    drawNames(context, writing, naming.looks.style, width);
  };
  const paintCanvas = (): void => {
    const context = prepare(canvas, renderer);
    if (context !== null) paint(context);
  };
  renderer.on('afterRender', paintCanvas);
  // The picture was drawn before this layer was there.
  paintCanvas();
  return paint;
}

/** Empties the canvas and brings it to the size of the picture. */
function prepare(canvas: HTMLCanvasElement, renderer: Sigma): CanvasRenderingContext2D | null {
  const { width, height } = renderer.getDimensions();
  const ratio = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

function* names({ facts, looks, composition, dotOf }: Naming, inView: (dot: Dot) => boolean): Generator<NamePlace> {
  const done = new Set<number>();
  let given = 0;
  for (const list of [looks.first(), composition.drawnNodes.places]) {
    for (const entity of list) {
      if (done.size > MAX_NAME_CANDIDATES || given > MAX_NAMES) return;
      if (done.has(entity)) continue;
      const dot = dotOf(entity);
      if (dot === null || !inView(dot)) continue;
      done.add(entity);
      const { strong, dimmed } = looks.name(entity);
      if (dimmed) continue;
      given += 1;
      yield { ...dot, text: facts.payload.entities.name[entity] ?? '', strong };
    }
  }
}

/** The larger dots in view: what a name should not cover. */
function* dots({ composition, dotOf }: Naming, inView: (dot: Dot) => boolean): Generator<Dot> {
  let given = 0;
  for (const entity of composition.drawnNodes.places) {
    if (given >= MAX_DOTS) return;
    const dot = dotOf(entity);
    if (dot === null || !inView(dot)) continue;
    given += 1;
    yield dot;
  }
}

function* lines({ facts, looks, dotOf, widthOf }: Naming): Generator<LineWords> {
  for (const { pair, text, disputed } of looks.words()) {
    const from = dotOf(facts.pairs.left[pair] ?? -1);
    const to = dotOf(facts.pairs.right[pair] ?? -1);
    if (from === null || to === null) continue;
    yield { text, disputed, width: widthOf(pair), x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  }
}
