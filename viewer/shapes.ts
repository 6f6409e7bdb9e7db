// Where that which the composition holds lies in the view, in pixels: for names, for what is under the pointer, for pictures
// to keep.
import type Sigma from 'sigma';
import { dashOf } from './batch.ts';
import type { Composition, ParallelEdge, Scale } from './composition.ts';
import { bend, moveCurve } from './curve.ts';
import type { Dot } from './dot-grid.ts';
import type { Facts } from './facts.ts';
import type { Looks, Point } from './look.ts';
import type { Drawing } from './picture.ts';
import type { Projection, Spots } from './spots.ts';

export interface Shapes {
  /** Where an entity is drawn; null where it is not. */
  dotOf(entity: number): Dot | null;
  /** What is drawn between the two names of a pair: one line, or one a statement; nothing where an end is not drawn. */
  edgesOf(pair: number): readonly PaintedEdge[];
}

export interface PaintedEdge extends ParallelEdge {
  readonly width: number;
  /** Length of its dashes and of the gaps between them; 0 for none. */
  readonly dash: number;
}

interface Drawn {
  readonly renderer: Sigma;
  readonly facts: Facts;
  readonly looks: Looks;
  readonly composition: Composition;
  readonly spots: Spots;
  readonly scale: () => Scale;
  /** Of the frame that is on the screen. */
  readonly projection: () => Projection;
}

export function makeShapes({ renderer, facts, looks, composition, spots, scale, projection }: Drawn): Shapes {
  const toPixels = ({ x, y }: Point): Point => {
    const { scaleX, scaleY, left, top } = projection();
    return { x: left + x * scaleX, y: top - y * scaleY };
  };
  const dotOf = (entity: number): Dot | null => {
    if ((composition.nodes.depth[entity] ?? 0) === 0) return null;
    const radius = renderer.scaleSize((composition.nodes.size[entity] as number) * scale().dots);
    const { x, y } = toPixels({ x: spots.x[entity] as number, y: spots.y[entity] as number });
    return { x, y, radius };
  };
  /** `width` before the camera. */
  const painted = (edge: ParallelEdge, width: number): PaintedEdge => ({
    ...{ ...edge, width: renderer.scaleSize(width) },
    dash: edge.look.hedged ? renderer.scaleSize(dashOf(width)) : 0,
  });
  return {
    dotOf,
    edgesOf(pair) {
      const [from, to] = [facts.pairs.left[pair] ?? -1, facts.pairs.right[pair] ?? -1].map(dotOf);
      if (!from || !to || composition.edges.depth[pair] === 0) return [];
      const fan = composition.fans.get(pair);
      if (fan === undefined) {
        const only = { claims: looks.statements(pair), look: looks.edge(pair), curve: bend(from, to, 0) };
        return [painted(only, composition.widthOf(pair, scale()))];
      }
      return fan.map((edge) => {
        return painted({ ...edge, curve: moveCurve(edge.curve, toPixels) }, edge.look.size * scale().lines);
      });
    },
  };
}

interface Picture extends Shapes {
  readonly looks: Looks;
  readonly composition: Composition;
  readonly paintNames: Drawing['paintNames'];
}

/** What is in view now. */
export function takeDrawing(renderer: Sigma, picture: Picture): Drawing {
  const { looks, composition, dotOf, edgesOf, paintNames } = picture;
  const { width, height } = renderer.getDimensions();
  const lines = [...composition.drawnEdges.places].reverse().flatMap((pair) =>
    edgesOf(pair).map(({ curve, look: { color, zIndex }, width: thick, dash }) => ({
      ...{ curve, color, width: thick, dash, zIndex },
    })),
  );
  const dots = [...composition.drawnNodes.places].reverse().flatMap((entity) => {
    const [dot, look] = [dotOf(entity), looks.node(entity)];
    return dot === null ? [] : [{ ...dot, color: look.color, zIndex: look.zIndex }];
  });
  return { width, height, lines: lines.sort(byDepth), dots: dots.sort(byDepth), paintNames };
}

function byDepth(one: { readonly zIndex: number }, other: { readonly zIndex: number }): number {
  return one.zIndex - other.zIndex;
}
