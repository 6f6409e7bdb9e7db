// What a picture draws: all of a small graph, the most important in view of a large one, each in its depth.
import { describe, expect, it } from 'vitest';
import { Batch, DOT_WIDTH, LINE_WIDTH, toBytes } from '../../viewer/batch.ts';
import { Composition } from '../../viewer/composition.ts';
import { PIECES } from '../../viewer/curve.ts';
import { choose, crosses, EVERYWHERE, rankByWeight, rankEntities, rankPairs } from '../../viewer/draw-list.ts';
import { type EdgeLook, type Looks, NOWHERE, type NodeLook } from '../../viewer/look.ts';
import { Spots } from '../../viewer/spots.ts';
import { generatedFacts } from './sample-facts.ts';

const node = (change: Partial<NodeLook> = {}): NodeLook => ({
  ...{ hidden: false, color: '#102030', size: 4, zIndex: 1 },
  ...change,
});
const edge = (change: Partial<EdgeLook> = {}): EdgeLook => ({
  ...{ hidden: false, color: '#405060', size: 1.4, zIndex: 1, hedged: false },
  ...change,
});
const looks = (change: Partial<Looks> = {}): Looks => ({
  ...{ shows: () => true, hides: () => false, lights: () => false, node: () => node(), edge: () => edge() },
  ...{ name: () => ({ strong: false, dimmed: false }), first: () => [], firstPairs: () => [] },
  ...{ fanned: () => [], statements: generatedFacts.pairs.claims, fanLine: () => edge() },
  ...{ words: () => ({ text: '', disputed: false, towards: 0 }), pointed: () => NOWHERE },
  style: { font: '', text: '', faint: '', halo: '', disputed: '' },
  ...change,
});
const SCALE = { dots: 1, lines: 1 };

function compose(change: Partial<Looks> = {}, most?: number): Composition {
  const spots = new Spots(generatedFacts.entityCount);
  spots.place(Array.from({ length: generatedFacts.entityCount * 2 }, (_, at) => (at * 37) % 101));
  const composition = new Composition(generatedFacts, looks(change), spots, most);
  composition.compose(SCALE);
  return composition;
}

describe('ranks', () => {
  it('fall by weight, and keep the order of equals', () => {
    expect([...rankByWeight(5, (place) => [1, 7, 7, 0, 2 ** 31 - 1][place] ?? 0)]).toEqual([4, 1, 2, 0, 3]);
    expect([...rankByWeight(0, () => 0)]).toEqual([]);
  });

  it('put hubs and many sources first', () => {
    const { degree, pairs, payload } = generatedFacts;
    const degrees = [...rankEntities(generatedFacts)].map((entity) => degree[entity] ?? 0);
    expect(degrees).toEqual(degrees.toSorted((a, b) => b - a));
    const sources = [...rankPairs(generatedFacts)].map((pair) =>
      Math.max(...pairs.claims(pair).map((claim) => payload.claims.independentSources[claim] ?? 0)),
    );
    expect(sources).toEqual(sources.toSorted((a, b) => b - a));
  });
});

describe('the choice', () => {
  it('takes the first that pass, and counts all', () => {
    const chosen = choose(Int32Array.of(5, 3, 8, 1, 9), 2, (place) => place !== 3);
    expect([...chosen.places]).toEqual([5, 8]);
    expect(chosen.of).toBe(4);
  });

  it('holds lines that cross the frame, ends outside or not', () => {
    const frame = { left: 0, right: 10, bottom: 0, top: 10 };
    expect(crosses(frame, -5, 5, 15, 5)).toBe(true);
    expect(crosses(frame, 2, 2, 30, 30)).toBe(true);
    expect(crosses(frame, -5, 1, -1, 9)).toBe(false);
    expect(crosses(frame, 1, 11, 9, 30)).toBe(false);
    expect(crosses(EVERYWHERE, 1, 11, 9, 30)).toBe(true);
  });
});

describe('a composition', () => {
  const lines = generatedFacts.pairs.left.filter((left, pair) => left !== generatedFacts.pairs.right[pair]).length;

  it('draws all of a small graph', () => {
    const { dots, lines: drawn, thin, drawn: told } = compose();
    expect(dots.count).toBe(generatedFacts.entityCount);
    expect([drawn.count, thin.count]).toEqual([lines, 0]);
    expect(told).toEqual({ names: dots.count, ofNames: dots.count, lines, ofLines: lines });
  });

  it('leaves out what the filter hides, and never what is chosen', () => {
    expect(compose({ hides: (entity) => entity > 2 }).dots.count).toBe(3);
    expect(compose({ hides: (entity) => entity > 2, first: () => [7] }).dots.count).toBe(4);
    expect(compose({ shows: (pair) => pair === 0 }).lines.count).toBe(1);
  });

  it('draws the best of a crowd, and every line in the light beside them', () => {
    const best = compose({}, 5);
    expect([best.dots.count, best.lines.count]).toEqual([5, 5]);
    const drawn = new Set(best.drawnEdges.places);
    const others = [...generatedFacts.pairs.left.keys()].filter((pair) => !drawn.has(pair)).slice(0, 3);
    const lit = compose({ firstPairs: () => [...drawn, ...others] }, 5);
    expect([...lit.drawnEdges.places]).toEqual([...drawn, ...others]);
    expect(lit.lines.count).toBe(8);
    // What the page tells of the crowd is not about what was chosen.
    expect(lit.drawn).toEqual({ names: 5, ofNames: generatedFacts.entityCount, lines: 5, ofLines: lines });
  });

  it('dashes what is hedged', () => {
    // The way along the line, of its last corner: a line that is not dashed has none.
    const dashed = (hedged: boolean): number => {
      const { lines: drawn } = compose({ edge: () => edge({ hedged }) });
      const ways = Array.from({ length: drawn.count }, (_, line) => drawn.numbers[(line + 1) * LINE_WIDTH - 2]);
      return ways.filter((way) => way !== 0).length;
    };
    // Some names stand on one point: a line between them has no way.
    expect(dashed(true)).toBeGreaterThan(lines - 5);
    expect(dashed(false)).toBe(0);
  });

  it('draws the statements of a pair apart, each with its own look, where it is asked to', () => {
    const { left, right, claims } = generatedFacts.pairs;
    const pair = [...left.keys()].find((each) => left[each] !== right[each] && claims(each).length === 2) ?? -1;
    const [first = -1] = claims(pair);
    const fan = compose({
      ...{ fanned: () => [pair], firstPairs: () => [pair] },
      fanLine: (_, [claim]) => edge({ size: claim === first ? 5 : 2, hedged: claim === first }),
    });
    expect(fan.fans.get(pair)?.map(({ claims: of, look }) => [of, look.size])).toEqual([
      [[first], 5],
      [[claims(pair)[1]], 2],
    ]);
    // Both bend, and so both are drawn in pieces, in place of the one line; only one of them is dashed.
    expect(fan.lines.count).toBe(lines - 1 + 2 * PIECES);
    const ways = Array.from({ length: fan.lines.count }, (_, line) => fan.lines.numbers[(line + 1) * LINE_WIDTH - 2]);
    const dashed = ways.filter((way) => way !== 0);
    expect(dashed).toHaveLength(PIECES);
    expect(dashed).toEqual(dashed.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    const one = compose({ fanned: () => [left.findIndex((_, each) => claims(each).length === 1)] });
    expect([one.fans.size, one.lines.count]).toEqual([0, lines]);
  });

  it('paints what is chosen last', () => {
    const { dots } = compose({ node: (entity) => node({ size: entity === 3 ? 9 : 4, zIndex: entity === 3 ? 2 : 1 }) });
    expect(dots.numbers[(dots.count - 1) * DOT_WIDTH + 2]).toBe(9);
  });

  it('keeps looks as columns, where what is hidden has no depth', () => {
    const { nodes, edges } = compose({
      node: (entity) => node({ hidden: entity === 2, size: entity === 3 ? 9 : 4, zIndex: entity === 3 ? 2 : 1 }),
      edge: (pair) => edge({ zIndex: pair === 0 ? 0 : 1 }),
    });
    expect([...nodes.depth.slice(1, 4)]).toEqual([2, 0, 3]);
    expect([nodes.size[3], nodes.color[3]]).toEqual([9, toBytes('#102030')]);
    expect([edges.depth[0], edges.color[0]]).toEqual([1, toBytes('#405060')]);
  });
});

describe('spots', () => {
  it('fill a square of side one, as Sigma norms them, even where all stand on one point', () => {
    const spots = new Spots(3);
    spots.place([-10, 0, 30, 20, 10, 5]);
    expect([...spots.x]).toEqual([0, 1, 0.5]);
    expect([...spots.y].map((y) => Math.round(y * 1000) / 1000)).toEqual([0.25, 0.75, 0.375]);
    spots.place([4, 4, 4, 4, 4, 4]);
    expect([...spots.x, ...spots.y]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });
});

describe('colours', () => {
  it('are bytes with red first, multiplied by their opacity', () => {
    expect(toBytes('#102030')).toBe(0xff302010);
    expect(toBytes('#ff000080')).toBe(0x80000080);
    expect(toBytes('#ffffff', 0.5)).toBe(0x80808080);
  });

  it('survive the way through a row of floats', () => {
    const batch = new Batch(DOT_WIDTH);
    batch.begin(1);
    // As a float this is not a number, and some of those are changed when they are copied.
    batch.dot(0, 0, 1, 0xff802010);
    expect(new Uint32Array(batch.numbers.slice().buffer)[3]).toBe(0xff802010);
  });
});
