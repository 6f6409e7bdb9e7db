// The layer above the picture that carries names, words, and what is under the pointer: chooses which, the names layer
// finds their room.
import type Sigma from 'sigma';
import type { Composition } from './composition.ts';
import { type Box, type Dot, markDots } from './dot-grid.ts';
import type { Facts } from './facts.ts';
import type { Looks } from './look.ts';
import { drawNames, type LineWords, type NamePlace, type TextContext } from './names-layer.ts';
import type { Shapes } from './shapes.ts';

/** Names looked at in one frame at most, so that a frame of a large graph stays short. */
const MAX_NAME_CANDIDATES = 1500;
const MAX_NAMES = 140;
const MAX_DOTS = 3000;
/** Pixels left of the view from which a name may still reach into it. */
const BESIDE = 40;

export interface Naming extends Shapes {
  readonly facts: Facts;
  readonly looks: Looks;
  readonly composition: Composition;
}

export interface NamesCanvas {
  /** Paints this layer alone anew: a pointer that moves costs no frame of the picture. */
  repaint(): void;
  /** The names of the moment on another surface. */
  paint(context: TextContext): void;
}

/** Paints after each frame of the picture. */
export function openNames(renderer: Sigma, naming: Naming): NamesCanvas {
  const canvas = renderer.createCanvas('names', { afterLayer: 'labels', style: { pointerEvents: 'none' } });
  /** Of the present frame. */
  let onDot: ((box: Box) => boolean) | null = null;
  const paint = (context: TextContext): void => {
    const { width, height } = renderer.getDimensions();
    const inView = ({ x, y }: Dot): boolean => x > -BESIDE && y > 0 && x < width && y < height;
    onDot ??= markDots(dots(naming, inView));
    drawNames(context, { names: names(naming, inView), lines: lines(naming), onDot }, naming.looks.style, width);
  };
  const repaint = (): void => {
    const context = prepare(canvas, renderer);
    if (context === null) return;
    paintPointed(context, naming);
    paint(context);
  };
  renderer.on('afterRender', () => {
    onDot = null;
    repaint();
  });
  // The picture was drawn before this layer was there.
  repaint();
  return { repaint, paint };
}

/** The line and the names under the pointer, over all that the picture holds. */
function paintPointed(context: CanvasRenderingContext2D, { facts, looks, composition, dotOf, edgesOf }: Naming): void {
  const { entity, pair, claim } = looks.pointed();
  const ends = pair < 0 ? [] : [facts.pairs.left[pair] ?? -1, facts.pairs.right[pair] ?? -1];
  const isFanned = composition.fans.has(pair);
  for (const { claims, curve, width, dash } of edgesOf(pair)) {
    if (isFanned && claim >= 0 && !claims.includes(claim)) continue;
    context.strokeStyle = (isFanned ? looks.fanLine(pair, claims, true) : looks.edge(pair, true)).color;
    context.lineWidth = width + 1;
    context.setLineDash(dash > 0 ? [dash, dash] : []);
    context.beginPath();
    context.moveTo(curve.from.x, curve.from.y);
    const { x, y } = curve.control ?? curve.to;
    context.quadraticCurveTo(x, y, curve.to.x, curve.to.y);
    context.stroke();
    context.setLineDash([]);
  }
  for (const place of [...ends, entity]) {
    const dot = place < 0 ? null : dotOf(place);
    if (dot === null) continue;
    context.fillStyle = looks.node(place, true).color;
    context.beginPath();
    context.arc(dot.x, dot.y, dot.radius, 0, 2 * Math.PI);
    context.fill();
  }
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
      const { name, described } = facts.payload.entities;
      yield { ...dot, text: name[entity] ?? '', strong, described: described[entity] === 1 };
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

function* lines({ looks, edgesOf }: Naming): Generator<LineWords> {
  for (const pair of looks.firstPairs())
    for (const { claims, curve, width } of edgesOf(pair)) yield { ...looks.words(claims), curve, width };
}
