// The layer above the picture that carries names and words: chooses which, the names layer finds their room.
import type Sigma from 'sigma';
import type { Dot } from './dot-grid.ts';
import type { Facts } from './facts.ts';
import type { Looks, Point } from './look.ts';
import { drawNames, type LineWords, type NamePlace, type TextContext } from './names-layer.ts';

/** Names looked at in one frame at most, so that a frame of a large graph stays short. */
const MAX_NAME_CANDIDATES = 1500;
const MAX_NAMES = 140;
const MAX_DOTS = 3000;

/** Paints after each frame of the picture. Returns what paints the names of the moment on another surface. */
export function openNames(renderer: Sigma, facts: Facts, looks: Looks): (context: TextContext) => void {
  const canvas = renderer.createCanvas('names', { afterLayer: 'labels', style: { pointerEvents: 'none' } });
  const byImportance = facts.claimsOf.map((_, entity) => entity).sort((a, b) => weight(facts, b) - weight(facts, a));
  const paint = (context: TextContext): void => {
    const writing = {
      names: names(renderer, facts, looks, byImportance),
      lines: lines(renderer, facts, looks),
      dots: dots(renderer, byImportance),
    };
    drawNames(context, writing, looks.style, renderer.getDimensions().width);
  };
  renderer.on('afterRender', () => {
    const context = prepare(canvas, renderer);
    if (context === null) return;
    paint(context);
  });
  return paint;
}

function weight(facts: Facts, entity: number): number {
  return (facts.pairsOf[entity]?.length ?? 0) * 1000 + (facts.payload.entities.mentions[entity] ?? 0);
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

function* names(renderer: Sigma, facts: Facts, looks: Looks, byImportance: readonly number[]): Generator<NamePlace> {
  const { width, height } = renderer.getDimensions();
  const done = new Set<number>();
  let given = 0;
  for (const list of [looks.first(), byImportance]) {
    for (const entity of list) {
      if (done.size > MAX_NAME_CANDIDATES || given > MAX_NAMES) return;
      if (done.has(entity)) continue;
      done.add(entity);
      const place = placeOf(renderer, entity);
      if (place === null || place.x < -40 || place.y < 0 || place.x > width || place.y > height) continue;
      const { strong, dimmed } = looks.name(entity);
      if (dimmed) continue;
      given += 1;
      yield { ...place, text: facts.payload.entities.name[entity] ?? '', strong };
    }
  }
}

/** The larger dots in view: what a name should not cover. */
function* dots(renderer: Sigma, byImportance: readonly number[]): Generator<Dot> {
  const { width, height } = renderer.getDimensions();
  for (const entity of byImportance.slice(0, MAX_DOTS)) {
    const place = placeOf(renderer, entity);
    if (place !== null && place.x > 0 && place.y > 0 && place.x < width && place.y < height) yield place;
  }
}

function* lines(renderer: Sigma, facts: Facts, looks: Looks): Generator<LineWords> {
  for (const { pair, text, disputed } of looks.words()) {
    const from = placeOf(renderer, facts.pairs.left[pair] ?? -1);
    const to = placeOf(renderer, facts.pairs.right[pair] ?? -1);
    if (from === null || to === null) continue;
    const width = renderer.scaleSize(renderer.getEdgeDisplayData(`e${pair}`)?.size ?? 1);
    yield { text, disputed, width, x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  }
}

function placeOf(renderer: Sigma, entity: number): (Point & { readonly radius: number }) | null {
  const data = renderer.getNodeDisplayData(`n${entity}`);
  if (data === undefined || data.hidden) return null;
  return { ...renderer.framedGraphToViewport(data), radius: renderer.scaleSize(data.size) };
}
