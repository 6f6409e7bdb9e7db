// The formats in which what is shown can be taken away, one function each: a graph in, a file's text out. Pure.
import { toCsv } from './csv.ts';
import { toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';
import type { ShownGraph } from './shown-graph.ts';

export interface Format {
  readonly name: 'graphml' | 'gexf' | 'csv' | 'json';
  readonly mediaType: string;
  readonly write: (graph: ShownGraph) => string;
}

export const FORMATS: readonly Format[] = [
  { name: 'graphml', mediaType: 'application/graphml+xml', write: toGraphml },
  { name: 'gexf', mediaType: 'application/gexf+xml', write: toGexf },
  { name: 'csv', mediaType: 'text/csv', write: toCsv },
  { name: 'json', mediaType: 'application/json', write: toNodeLink },
];

/** Node-link JSON, as d3 and networkx read it. */
function toNodeLink({ title, nodes, edges }: ShownGraph): string {
  const graph = { directed: true, multigraph: true, graph: { title }, nodes, links: edges };
  return `${JSON.stringify(graph, null, 1)}\n`;
}
