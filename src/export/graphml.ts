// Writes GraphML in the one dialect that networkx, igraph, graphology and Neo4j's APOC all read.
import type { Exporter } from '../model/exporter.ts';
import type { GraphView } from '../model/graph-view.ts';
import { VALUE_LABEL } from '../model/reserved-names.ts';
import { entityLabel } from '../model/to-property-graph.ts';
import {
  type Cell,
  type Cells,
  type ColumnKind,
  EDGE_COLUMNS,
  FLAT_LOSES,
  flatEdges,
  flatNodes,
  NODE_COLUMNS,
} from './flat-graph.ts';
import { makeTextWriter } from './text-writer.ts';
import { escapeAttribute, escapeContent, toJsonList } from './xml-text.ts';

export const graphmlExporter: Exporter = {
  name: 'graphml',
  extension: '.graphml',
  mediaType: 'application/graphml+xml',
  loses: `${FLAT_LOSES}; lists are JSON text, and characters that XML forbids are removed.`,
  async write(view, sink) {
    const writer = makeTextWriter(sink);
    for (const piece of pieces(view)) await writer.write(piece);
    await writer.flush();
  },
};

// APOC takes a node's labels from the key whose id is literally `labels` and an edge's type from `label`. No key is
// called `id`: igraph keeps ids of nodes under that name (and gives edges those of nodes: hence the column `claim`). Nodes come before edges, null is left out.
function* pieces(view: GraphView): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keys('node', { labels: 'string', name: 'string', ...NODE_COLUMNS });
  yield* keys('edge', { label: 'string', weight: 'double', claim: 'string', ...EDGE_COLUMNS });
  yield '<graph id="G" edgedefault="directed">\n';
  for (const { id, label, type, cells } of flatNodes(view)) {
    const labels = `:${cells.value === null ? 'Entity' : VALUE_LABEL}:${entityLabel(type)}`;
    yield `<node id="${escapeAttribute(id)}" labels="${escapeAttribute(labels)}">`;
    yield `${data('node', { labels, name: label, ...cells })}</node>\n`;
  }
  for (const { id, source, target, label, weight, cells } of flatEdges(view)) {
    const ends = `source="${escapeAttribute(source)}" target="${escapeAttribute(target)}"`;
    yield `<edge id="${escapeAttribute(id)}" ${ends} label="${escapeAttribute(label)}">`;
    yield `${data('edge', { label, weight, claim: id, ...cells })}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

type Target = 'node' | 'edge';

/** Ids of keys are unique in a file: a column that nodes and edges share gets a prefix for edges. */
const keyId = (target: Target, column: string): string =>
  target === 'edge' && column in NODE_COLUMNS ? `edge_${column}` : column;

function* keys(target: Target, columns: Readonly<Record<string, ColumnKind>>): Iterable<string> {
  for (const [column, kind] of Object.entries(columns)) {
    const type = kind === 'list' ? 'attr.type="string" attr.list="string"' : `attr.type="${kind}"`;
    yield `<key id="${keyId(target, column)}" for="${target}" attr.name="${column}" ${type}/>\n`;
  }
}

function data(target: Target, cells: Cells): string {
  return Object.entries(cells)
    .filter(([, cell]) => cell !== null)
    .map(([column, cell]) => `<data key="${keyId(target, column)}">${escapeContent(cellText(cell))}</data>`)
    .join('');
}

function cellText(cell: Cell): string {
  return typeof cell === 'object' && cell !== null ? toJsonList(cell) : String(cell);
}
