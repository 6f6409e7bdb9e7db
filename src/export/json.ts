// Writes node-link JSON, as networkx (3.4 and later) and D3 read it: `nodes`, `edges` with `source`, `target`, `key`.
import type { Exporter } from '../model/exporter.ts';
import type { GraphView } from '../model/graph-view.ts';
import { FLAT_LOSES, flatEdges, flatNodes } from './flat-graph.ts';
import { makeTextWriter } from './text-writer.ts';

export const jsonExporter: Exporter = {
  name: 'json',
  extension: '.json',
  mediaType: 'application/json',
  loses: `${FLAT_LOSES}.`,
  async write(view, sink) {
    const writer = makeTextWriter(sink);
    for (const piece of pieces(view)) await writer.write(piece);
    await writer.flush();
  },
};

/** One node or edge a line. `key` is the id of the claim; lists stay lists, null stays null. */
function* pieces(view: GraphView): Iterable<string> {
  yield '{"directed":true,"multigraph":true,"graph":{"generator":"stemma"},"nodes":[';
  yield* lines(view, flatNodes, ({ id, label, cells }) => ({ id, name: label, ...cells }));
  yield '],"edges":[';
  yield* lines(view, flatEdges, ({ id, source, target, label, weight, cells }) => ({
    ...{ source, target, key: id, label, weight },
    ...cells,
  }));
  yield ']}\n';
}

function* lines<Item>(
  view: GraphView,
  items: (view: GraphView) => Iterable<Item>,
  toObject: (item: Item) => object,
): Iterable<string> {
  let separator = '\n';
  for (const item of items(view)) {
    yield `${separator}${JSON.stringify(toObject(item))}`;
    separator = ',\n';
  }
}
