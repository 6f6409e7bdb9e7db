// Writes GEXF 1.3 for Gephi: weights, typed columns, and the time at which an edge holds.
import type { Exporter } from '../model/exporter.ts';
import type { GraphView } from '../model/graph-view.ts';
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
import { escapeAttribute, toJsonList } from './xml-text.ts';

export const gexfExporter: Exporter = {
  name: 'gexf',
  extension: '.gexf',
  mediaType: 'application/gexf+xml',
  loses: `${FLAT_LOSES}; a time of day or a vague date is widened to whole days, and characters that XML forbids are removed.`,
  async write(view, sink) {
    const writer = makeTextWriter(sink);
    for (const piece of pieces(view)) await writer.write(piece);
    await writer.flush();
  },
};

function* pieces(view: GraphView): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield '<meta><creator>stemma</creator></meta>\n';
  yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
  yield* declarations('node', NODE_COLUMNS);
  yield* declarations('edge', EDGE_COLUMNS);
  yield '<nodes>\n';
  for (const { id, label, cells } of flatNodes(view)) {
    yield `<node id="${escapeAttribute(id)}" label="${escapeAttribute(label)}">${values(cells)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const { id, source, target, label, weight, cells } of flatEdges(view)) {
    const ends = `source="${escapeAttribute(source)}" target="${escapeAttribute(target)}"`;
    const look = `kind="${escapeAttribute(label)}" label="${escapeAttribute(label)}" weight="${weight}"`;
    yield `<edge id="${escapeAttribute(id)}" ${ends} ${look}${interval(cells.since, cells.until)}>`;
    yield `${values(cells)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** `kind` tells Gephi that parallel edges of different relations are different edges. */
function* declarations(target: 'node' | 'edge', columns: Readonly<Record<string, ColumnKind>>): Iterable<string> {
  yield `<attributes class="${target}" mode="static">\n`;
  for (const [column, kind] of Object.entries(columns)) {
    yield `<attribute id="${column}" title="${column}" type="${kind === 'list' ? 'liststring' : kind}"/>\n`;
  }
  yield '</attributes>\n';
}

function values(cells: Cells): string {
  const pieces = Object.entries(cells)
    .filter(([, cell]) => cell !== null)
    .map(([column, cell]) => `<attvalue for="${column}" value="${escapeAttribute(cellText(cell))}"/>`);
  return `<attvalues>${pieces.join('')}</attvalues>`;
}

function cellText(cell: Cell): string {
  return typeof cell === 'object' && cell !== null ? toJsonList(cell) : String(cell);
}

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** XML attributes `start` and `end` with whole days, the only dates that GEXF takes; nothing for what is no date. */
function interval(since: Cell, until: Cell): string {
  const start = toDay(since, 'first');
  const end = toDay(until, 'last');
  return `${start === null ? '' : ` start="${start}"`}${end === null ? '' : ` end="${end}"`}`;
}

function toDay(date: Cell, bound: 'first' | 'last'): string | null {
  const match = typeof date === 'string' ? PARTIAL_DATE.exec(date) : null;
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (day !== undefined) return `${year}-${month}-${day}`;
  if (bound === 'first') return `${year}-${month ?? '01'}-01`;
  const lastDay = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0)).getUTCDate();
  return `${year}-${month ?? '12'}-${lastDay}`;
}
